import type { SimAction } from "../action.ts";
import { pageOf } from "../paging.ts";
import { isCrossBorder } from "./areas.ts";
import { type Answers, filtered, filterParameter } from "./filter.ts";
import { isBought, packageSpanId } from "./lookups.ts";
import { pagingParameters } from "./paging-parameters.ts";
import type { BandwidthPackage, PeerRouterAttachment, RegionConnection, RouterAttachment } from "./things.ts";
import { cbnTime } from "./times.ts";

const answers: Answers<BandwidthPackage> = {
  CenId: (one) => (one.cenId ? [one.cenId] : []),
  Status: (one) => [one.status],
  CenBandwidthPackageId: (one) => [one.id],
  Name: (one) => [one.name],
};

/** The caller's packages; one still unpaid or being made is absent. */
export const describeCenBandwidthPackages: SimAction = {
  product: "Cbn",
  name: "DescribeCenBandwidthPackages",
  kind: "read",
  permission: "cen:DescribeCenBandwidthPackages",
  parameters: {
    Filter: filterParameter,
    IsOrKey: { type: "boolean" },
    IncludeReservationData: { type: "boolean" },
    ...pagingParameters,
  },
  evidence: "metadata; filter keys: API page; lower-case areas and BandwidthLimit as text: SDK model and samples",
  handle(world, request) {
    const own = world.listed<BandwidthPackage>("cen-package").filter((one) => one.uid === request.uid);
    const isAnyKey = request.params.IsOrKey === true;
    const found = filtered(own.filter(isBought), request.params.Filter, answers, isAnyKey);
    const { items: page, echo } = pageOf(found, request);
    world.call.transitional = own.some((one) => one.status === "Creating" || world.isHeld(`package:${one.id}`));
    const peers = world.listed<RouterAttachment>("tr-attachment").filter((one) => one.resourceType === "TR");
    const connections = [...world.listed<RegionConnection>("cen-connection"), ...peers];
    return { CenBandwidthPackages: { CenBandwidthPackage: page.map((one) => shown(one, connections)) }, ...echo };
  },
};

function shown(one: BandwidthPackage, connections: readonly Connection[]): Record<string, unknown> {
  const its = connections.filter((connection) => connection.packageId === one.id);
  return {
    CenBandwidthPackageId: one.id,
    Name: one.name,
    Description: one.description,
    Bandwidth: one.bandwidthMbps,
    BandwidthPackageChargeType: one.chargeType,
    BusinessStatus: one.businessStatus,
    Status: one.status,
    GeographicRegionAId: one.areaA.toLowerCase(),
    GeographicRegionBId: one.areaB.toLowerCase(),
    GeographicSpanId: packageSpanId(one),
    IsCrossBorder: isCrossBorder(one.areaA, one.areaB),
    CenIds: { CenId: one.cenId ? [one.cenId] : [] },
    CreationTime: cbnTime(one.createdAt),
    ExpiredTime: cbnTime(one.expiresAt),
    HasReservationData: "false",
    // The name is misspelt on the wire. Source: SDK model.
    OrginInterRegionBandwidthLimits: { OrginInterRegionBandwidthLimit: its.map(shownLimit) },
    Tags: { Tag: one.tags },
  };
}

type Connection = RegionConnection | PeerRouterAttachment;

function shownLimit(connection: Connection): Record<string, unknown> {
  const isPeer = "peerRegionId" in connection;
  return {
    LocalRegionId: isPeer ? connection.regionId : connection.localRegionId,
    OppositeRegionId: isPeer ? connection.peerRegionId : connection.oppositeRegionId,
    GeographicSpanId: connection.spanId,
    BandwidthLimit: String(connection.bandwidthMbps),
  };
}
