import { MARKER, type Param, type Read, TOKEN, type Write } from "./call.ts";
import { accountId, cbnCall as call, type OfAccount, type OfCen } from "./cbn-call.ts";
import { makeWrite } from "./make-call.ts";
import { numberedList, numberedThings } from "./paging.ts";
import { textAt } from "./reply-fields.ts";
import {
  type CenSeen,
  type ChildSeen,
  type ConnectionSeen,
  cenSeen,
  childSeen,
  connectionSeen,
  type PackageSeen,
  packageSeen,
  type RegionRoute,
  regionRoute,
} from "./seen/cbn-seen.ts";
import { type RegionSeen, takeRegions } from "./seen/region-seen.ts";

export type { CenSeen, ChildSeen, ConnectionSeen, PackageSeen, RegionRoute };

/** True when both name the same two areas or regions, in whatever order and case. */
export function isSamePair(one: readonly [string, string], other: readonly [string, string]): boolean {
  const [a, b] = one.map((end) => end.toLowerCase()).sort();
  const [c, d] = other.map((end) => end.toLowerCase()).sort();
  return a === c && b === d;
}

export function listCens(of: OfAccount): Read<readonly CenSeen[]> {
  return numberedThings(call("DescribeCens", of, { PageNumber: 1, PageSize: 50 }), ["Cens", "Cen"], cenSeen);
}

export function createCen(of: OfAccount & { readonly name: string }): Write {
  return makeWrite(call("CreateCen", of, { Name: of.name, Description: MARKER, ClientToken: TOKEN }));
}

export function deleteCen(of: OfCen): Write {
  return makeWrite(call("DeleteCen", of, { CenId: of.cen }));
}

/** Everything on the CEN, whatever its type. */
export function listChildren(of: OfCen): Read<readonly ChildSeen[]> {
  const first = call("DescribeCenAttachedChildInstances", of, { CenId: of.cen, PageNumber: 1, PageSize: 50 });
  return numberedThings(first, ["ChildInstances", "ChildInstance"], childSeen);
}

export interface Child extends OfCen {
  readonly child: string;
  readonly type: "VPC" | "CCN";
  /** Of a CCN the CEN side's name: `ccn-cn-shanghai`. */
  readonly region: string;
  /** The account id of a child of another account. */
  readonly owner?: string;
}

export function attachChild(of: Child): Write {
  return makeWrite(call("AttachCenChildInstance", of, childParams(of)));
}

export function detachChild(of: Child): Write {
  return makeWrite(call("DetachCenChildInstance", of, childParams(of)));
}

function childParams(of: Child): Readonly<Record<string, Param | undefined>> {
  return {
    CenId: of.cen,
    ChildInstanceId: of.child,
    ChildInstanceType: of.type,
    ChildInstanceRegionId: of.region,
    ChildInstanceOwnerId: of.owner === undefined ? undefined : accountId(of.owner),
  };
}

export function listPackages(of: OfAccount): Read<readonly PackageSeen[]> {
  const first = call("DescribeCenBandwidthPackages", of, { PageNumber: 1, PageSize: 50 });
  return numberedThings(first, ["CenBandwidthPackages", "CenBandwidthPackage"], packageSeen);
}

export interface CreatePackage extends OfAccount {
  /** As the API spells them in requests: `China`, `North-America`. */
  readonly areas: readonly [string, string];
  readonly bandwidthMbps: number;
  readonly charge: "POSTPAY" | "PREPAY";
  /** Only for PREPAY: 1, 2, 3, 6, 12, 24 or 36. */
  readonly months?: number;
  readonly name: string;
}

/** Buys. Charge type is always sent: its default has changed over the years. */
export function createPackage(order: CreatePackage): Write {
  const [a, b] = order.areas;
  return makeWrite(
    call("CreateCenBandwidthPackage", order, {
      GeographicRegionAId: a,
      GeographicRegionBId: b,
      Bandwidth: order.bandwidthMbps,
      BandwidthPackageChargeType: order.charge,
      ...periodOf(order.months ?? 1),
      AutoPay: true,
      Name: order.name,
      Description: MARKER,
      ClientToken: TOKEN,
    }),
  );
}

// Months are sold as 1, 2, 3 and 6, years as 1 to 3. The SDK's model demands a Period of POSTPAY too. Source: published SDK model, 2026-06.
function periodOf(months: number): { readonly Period: number; readonly PricingCycle: string } {
  const isYears = months >= 12 && months % 12 === 0;
  return isYears ? { Period: months / 12, PricingCycle: "Year" } : { Period: months, PricingCycle: "Month" };
}

export interface PackageOnCen extends OfCen {
  readonly package: string;
}

export function associatePackage(of: PackageOnCen): Write {
  const params = { CenId: of.cen, CenBandwidthPackageId: of.package };
  return makeWrite(call("AssociateCenBandwidthPackage", of, params));
}

export function unassociatePackage(of: PackageOnCen): Write {
  const params = { CenId: of.cen, CenBandwidthPackageId: of.package };
  return makeWrite(call("UnassociateCenBandwidthPackage", of, params));
}

/** Refused for PREPAY: that one lives to its end. */
export function deletePackage(of: OfAccount & { readonly package: string }): Write {
  return makeWrite(call("DeleteCenBandwidthPackage", of, { CenBandwidthPackageId: of.package }));
}

export function resizePackage(of: OfAccount & { readonly package: string; readonly bandwidthMbps: number }): Write {
  const params = { CenBandwidthPackageId: of.package, Bandwidth: of.bandwidthMbps };
  return makeWrite(call("ModifyCenBandwidthPackageSpec", of, params));
}

export function listConnections(of: OfCen): Read<readonly ConnectionSeen[]> {
  const first = call("DescribeCenInterRegionBandwidthLimits", of, { CenId: of.cen, PageNumber: 1, PageSize: 50 });
  return numberedList(first, ["CenInterRegionBandwidthLimits", "CenInterRegionBandwidthLimit"], connectionSeen);
}

export interface SetConnection extends OfCen {
  /** Two regions of the CEN; a CCN's is `ccn-cn-shanghai`. */
  readonly between: readonly [string, string];
  /** 0 removes the connection. */
  readonly bandwidthMbps: number;
}

export function setConnection(of: SetConnection): Write {
  const [LocalRegionId, OppositeRegionId] = of.between;
  const params = { CenId: of.cen, LocalRegionId, OppositeRegionId, BandwidthLimit: of.bandwidthMbps };
  return makeWrite(call("SetCenInterRegionBandwidthLimit", of, params));
}

/** Routes of every status: a rejected one says why a path is missing; the service's default shows Active ones only. */
export function listRegionRoutes(of: OfCen & { readonly region: string }): Read<readonly RegionRoute[]> {
  const params = { CenId: of.cen, CenRegionId: of.region, Status: "All", PageNumber: 1, PageSize: 500 };
  const first = call("DescribeCenRegionDomainRouteEntries", of, params);
  return numberedList(first, ["CenRouteEntries", "CenRouteEntry"], regionRoute);
}

/** The regions that CCNs have on the CEN side: `ccn-cn-shanghai` and the like. */
export function listCcnRegions(of: OfAccount): Read<readonly RegionSeen[]> {
  return {
    call: call("DescribeChildInstanceRegions", of, { ProductType: "CCN", AcceptLanguage: "en-US" }),
    take: takeRegions,
    none: [],
  };
}

/** The regions of a CEN area (`China`, `North-America`). This one request wants the area in lower case. */
export function listAreaRegions(of: OfAccount & { readonly area: string }): Read<readonly string[]> {
  const params = { GeographicRegionId: of.area.toLowerCase(), PageNumber: 1, PageSize: 50 };
  const first = call("DescribeGeographicRegionMembership", of, params);
  return numberedList(first, ["RegionIds", "RegionId"], (from) => textAt(from, "RegionId"));
}
