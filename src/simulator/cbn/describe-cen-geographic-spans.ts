import type { SimAction } from "../action.ts";
import { pageOf } from "../paging.ts";
import { allSpans, spanId } from "./areas.ts";
import { pagingParameters } from "./paging-parameters.ts";

/** The pairs of areas between which bandwidth is sold. */
export const describeCenGeographicSpans: SimAction = {
  product: "Cbn",
  name: "DescribeCenGeographicSpans",
  kind: "read",
  permission: "cen:DescribeCenGeographicSpans",
  parameters: { GeographicSpanId: { type: "string" }, ...pagingParameters },
  evidence: "metadata; which pairs: 2019 manual; an unknown id is an empty list: assumption",
  handle(_world, request) {
    const wanted = request.params.GeographicSpanId;
    const spans = allSpans().filter((span) => wanted === undefined || spanId(span) === wanted);
    const { items: page, echo } = pageOf(spans, request);
    const models = page.map((span) => ({
      GeographicSpanId: spanId(span),
      LocalGeoRegionId: span[0].toLowerCase(),
      OppositeGeoRegionId: span[1].toLowerCase(),
    }));
    return { GeographicSpanModels: { GeographicSpanModel: models }, ...echo };
  },
};
