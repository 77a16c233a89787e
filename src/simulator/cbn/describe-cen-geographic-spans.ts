import type { SimAction } from "../action.ts";
import { allSpans, spanId } from "./areas.ts";
import { pageOf, pagingParameters } from "./paging.ts";

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
    const { page, counts } = pageOf(request, spans);
    const models = page.map((span) => ({
      GeographicSpanId: spanId(span),
      LocalGeoRegionId: span[0].toLowerCase(),
      OppositeGeoRegionId: span[1].toLowerCase(),
    }));
    return { GeographicSpanModels: { GeographicSpanModel: models }, ...counts };
  },
};
