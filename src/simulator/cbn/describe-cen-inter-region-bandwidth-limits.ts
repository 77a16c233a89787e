import type { SimAction } from "../action.ts";
import { pageOf } from "../paging.ts";
import { ownCen } from "./lookups.ts";
import { pagingParameters } from "./paging-parameters.ts";
import type { RegionConnection } from "./things.ts";

/** The connections between regions; local and opposite in the service's own order. */
export const describeCenInterRegionBandwidthLimits: SimAction = {
  product: "Cbn",
  name: "DescribeCenInterRegionBandwidthLimits",
  kind: "read",
  permission: "cen:DescribeCenInterRegionBandwidthLimits",
  parameters: { CenId: { type: "string" }, TrRegionId: { type: "string" }, ...pagingParameters },
  evidence:
    "metadata; states: API page; order of a pair: Terraform provider; a new value shows from the start: assumption",
  handle(world, request) {
    const { CenId: cenId, TrRegionId: regionId } = request.params;
    if (cenId !== undefined) ownCen(world, request.uid, String(cenId));
    const own = world.listed<RegionConnection>("cen-connection").filter((one) => one.uid === request.uid);
    const onCen = own.filter((one) => cenId === undefined || one.cenId === cenId);
    const touches = (one: RegionConnection) => one.localRegionId === regionId || one.oppositeRegionId === regionId;
    const { items: page, echo } = pageOf(regionId === undefined ? onCen : onCen.filter(touches), request);
    world.call.transitional = page.some((one) => one.status === "Modifying");
    return { CenInterRegionBandwidthLimits: { CenInterRegionBandwidthLimit: page.map(shown) }, ...echo };
  },
};

function shown(connection: RegionConnection): Record<string, unknown> {
  return {
    CenId: connection.cenId,
    LocalRegionId: connection.localRegionId,
    OppositeRegionId: connection.oppositeRegionId,
    BandwidthLimit: connection.nextMbps,
    BandwidthPackageId: connection.packageId,
    BandwidthType: "BandwidthPackage",
    GeographicSpanId: connection.spanId,
    Status: connection.status,
  };
}
