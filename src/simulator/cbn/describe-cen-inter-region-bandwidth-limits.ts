import type { SimAction } from "../action.ts";
import { pageOf } from "../paging.ts";
import type { World } from "../world.ts";
import { ownCen } from "./lookups.ts";
import { pagingParameters } from "./paging-parameters.ts";
import type { PeerRouterAttachment, RegionConnection, RouterAttachment } from "./things.ts";

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
    const own = limits(world).filter((one) => one.uid === request.uid);
    const onCen = own.filter((one) => cenId === undefined || one.cenId === cenId);
    const touches = (one: Limit) => one.local === regionId || one.opposite === regionId;
    const { items: page, echo } = pageOf(regionId === undefined ? onCen : onCen.filter(touches), request);
    world.call.transitional = page.some((one) => one.status === "Modifying");
    return { CenInterRegionBandwidthLimits: { CenInterRegionBandwidthLimit: page.map(shown) }, ...echo };
  },
};

interface Limit {
  readonly uid: string;
  readonly cenId: string;
  readonly local: string;
  readonly opposite: string;
  readonly mbps: number;
  readonly packageId: string;
  readonly type: "BandwidthPackage" | "DataTransfer";
  readonly spanId: string;
  readonly status: "Active" | "Modifying";
}

/** Enterprise connections are in this list too: assumption, from the bandwidth type DataTransfer, which Basic ones don't have. */
function limits(world: World): Limit[] {
  const basic = world.listed<RegionConnection>("cen-connection").map(basicLimit);
  const attachments = world.listed<RouterAttachment>("tr-attachment").filter((one) => one.resourceType === "TR");
  return [...basic, ...attachments.map(enterpriseLimit)];
}

function basicLimit(one: RegionConnection): Limit {
  const regions = { local: one.localRegionId, opposite: one.oppositeRegionId };
  return { ...one, ...regions, mbps: one.nextMbps, type: "BandwidthPackage" };
}

function enterpriseLimit(one: PeerRouterAttachment): Limit {
  const { uid, cenId, spanId, packageId = "", bandwidthMbps: mbps, bandwidthType: type } = one;
  const status = one.status === "Attached" ? "Active" : "Modifying";
  return { uid, cenId, spanId, packageId, mbps, type, status, local: one.regionId, opposite: one.peerRegionId };
}

function shown(limit: Limit): Record<string, unknown> {
  return {
    CenId: limit.cenId,
    LocalRegionId: limit.local,
    OppositeRegionId: limit.opposite,
    BandwidthLimit: limit.mbps,
    BandwidthPackageId: limit.packageId,
    BandwidthType: limit.type,
    GeographicSpanId: limit.spanId,
    Status: limit.status,
  };
}
