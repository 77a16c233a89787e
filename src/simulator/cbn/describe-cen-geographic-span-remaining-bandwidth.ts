import type { SimAction } from "../action.ts";
import { findSpan, spanId } from "./areas.ts";
import { text } from "./fields.ts";
import { allocatedMbps, ownCen, packageSpanId, packagesOn } from "./lookups.ts";
import { readArea, unknownSpan } from "./package-order.ts";
import { pagingParameters } from "./paging-parameters.ts";

/** What the package between two areas has left for further connections. */
export const describeCenGeographicSpanRemainingBandwidth: SimAction = {
  product: "Cbn",
  name: "DescribeCenGeographicSpanRemainingBandwidth",
  kind: "read",
  permission: "cen:DescribeCenGeographicSpanRemainingBandwidth",
  parameters: {
    CenId: { type: "string", required: true },
    GeographicRegionAId: { type: "string", required: true },
    GeographicRegionBId: { type: "string", required: true },
    ...pagingParameters,
  },
  evidence: "metadata; code for a bad pair: product-wide error page; 0 where the CEN has no package: assumption",
  handle(world, request) {
    const cen = ownCen(world, request.uid, text(request, "CenId"));
    const span = findSpan(readArea(request, "GeographicRegionAId"), readArea(request, "GeographicRegionBId"));
    if (!span) throw unknownSpan();
    const its = packagesOn(world, cen.id).find((one) => packageSpanId(one) === spanId(span));
    return { RemainingBandwidth: its ? its.bandwidthMbps - allocatedMbps(world, its.id) : 0 };
  },
};
