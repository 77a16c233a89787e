import type { AccountName } from "../keys.ts";
import { type ApiCall, MARKER, type Param, type Read, type Reply, TOKEN, type Write } from "./call.ts";
import { CENTRAL, makeCall, makeWrite } from "./make-call.ts";
import { byNumber } from "./paging.ts";
import { flagAt, listAt, numberAt, once, textAt, timeAt, wordsAt } from "./reply-fields.ts";

export interface OfAccount {
  readonly account: AccountName;
}

export interface OfCen extends OfAccount {
  readonly cen: string;
}

export interface CenSeen {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  /** Creating, Active, Modifying, Deleting; compare with `isStatus`. */
  readonly status: string;
  readonly protectionLevel: string;
  /** The positive control of the list of packages. */
  readonly packageIds: readonly string[];
  readonly createdAt?: number;
}

/** A network on a CEN; Basic Edition, and probably Enterprise attachments too. */
export interface ChildSeen {
  readonly id: string;
  /** `VPC`, `VBR`, `CCN`. */
  readonly type: string;
  /** For a CCN the CEN side's name: `ccn-cn-shanghai`. */
  readonly region: string;
  readonly ownerId: string;
  /** Attaching, Attached, Detaching. */
  readonly status: string;
}

export interface PackageSeen {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly bandwidthMbps: number;
  /** `PREPAY` or `POSTPAY`. */
  readonly charge: string;
  /** Idle or InUse. */
  readonly status: string;
  /** Normal, FinancialLocked, SecurityLocked. */
  readonly businessStatus: string;
  /** As answered, in lower case (`china`); compare with `isSamePair`. */
  readonly areas: readonly [string, string];
  readonly spanId: string;
  readonly cenIds: readonly string[];
  readonly isCrossBorder?: boolean;
  readonly limits: readonly { readonly between: readonly [string, string]; readonly bandwidthMbps: number }[];
  readonly createdAt?: number;
  /** Far in the future (2999) for POSTPAY. */
  readonly endsAt?: number;
}

/** A region connection of Basic Edition. */
export interface ConnectionSeen {
  /** The order of the two may differ from the one asked for; compare with `isSamePair`. */
  readonly between: readonly [string, string];
  readonly bandwidthMbps: number;
  readonly packageId: string;
  readonly spanId: string;
  /** Modifying or Active. */
  readonly status: string;
}

export interface RegionRoute {
  readonly cidr: string;
  readonly nextHopId: string;
  /** `VPC`, `VBR`, `CCN`, `local_service`. */
  readonly nextHopType: string;
  readonly nextHopRegion: string;
  /** CEN, Custom, System. */
  readonly type: string;
  /** Active, Candidate, Rejected, Prohibited. */
  readonly status: string;
}

export interface TransitRouterSeen {
  readonly id: string;
  readonly cen: string;
  readonly region: string;
  /** `Basic` or `Enterprise`. */
  readonly type: string;
  readonly status: string;
  readonly name: string;
}

export interface CenRegion {
  readonly id: string;
  readonly name: string;
}

function call(action: string, of: OfAccount, params: Readonly<Record<string, Param | undefined>>): ApiCall {
  return makeCall("Cbn", action, { account: of.account, region: CENTRAL }, params);
}

/** True when both name the same two areas or regions, in whatever order and case. */
export function isSamePair(one: readonly [string, string], other: readonly [string, string]): boolean {
  const [a, b] = one.map((end) => end.toLowerCase()).sort();
  const [c, d] = other.map((end) => end.toLowerCase()).sort();
  return a === c && b === d;
}

function listOf<T>(first: ApiCall, path: readonly string[], take: (from: Reply) => T): Read<readonly T[]> {
  const items = (page: Reply) => listAt(page, ...path);
  return {
    call: first,
    take: (pages) => pages.flatMap(items).map(take),
    next: byNumber(first, (page) => items(page).length),
    none: [],
  };
}

function listOnce<T extends { readonly id: string }>(
  first: ApiCall,
  path: readonly string[],
  take: (from: Reply) => T,
): Read<readonly T[]> {
  const read = listOf(first, path, take);
  return { ...read, take: (pages) => once(read.take(pages)) };
}

export function listCens(of: OfAccount): Read<readonly CenSeen[]> {
  return listOnce(call("DescribeCens", of, { PageNumber: 1, PageSize: 50 }), ["Cens", "Cen"], cenSeen);
}

function cenSeen(from: Reply): CenSeen {
  const createdAt = timeAt(from, "CreationTime");
  return {
    id: textAt(from, "CenId"),
    name: textAt(from, "Name"),
    description: textAt(from, "Description"),
    status: textAt(from, "Status"),
    protectionLevel: textAt(from, "ProtectionLevel"),
    packageIds: wordsAt(from, "CenBandwidthPackageIds", "CenBandwidthPackageId"),
    ...(createdAt === undefined ? {} : { createdAt }),
  };
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
  return listOnce(first, ["ChildInstances", "ChildInstance"], (from) => ({
    id: textAt(from, "ChildInstanceId"),
    type: textAt(from, "ChildInstanceType"),
    region: textAt(from, "ChildInstanceRegionId"),
    ownerId: textAt(from, "ChildInstanceOwnerId"),
    status: textAt(from, "Status"),
  }));
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
    ChildInstanceOwnerId: of.owner === undefined ? undefined : Number(of.owner),
  };
}

export function listPackages(of: OfAccount): Read<readonly PackageSeen[]> {
  const first = call("DescribeCenBandwidthPackages", of, { PageNumber: 1, PageSize: 50 });
  return listOnce(first, ["CenBandwidthPackages", "CenBandwidthPackage"], packageSeen);
}

function packageSeen(from: Reply): PackageSeen {
  const isCrossBorder = flagAt(from, "IsCrossBorder");
  const createdAt = timeAt(from, "CreationTime");
  const endsAt = timeAt(from, "ExpiredTime");
  return {
    id: textAt(from, "CenBandwidthPackageId"),
    name: textAt(from, "Name"),
    description: textAt(from, "Description"),
    bandwidthMbps: numberAt(from, "Bandwidth") ?? 0,
    charge: textAt(from, "BandwidthPackageChargeType"),
    status: textAt(from, "Status"),
    businessStatus: textAt(from, "BusinessStatus"),
    areas: [textAt(from, "GeographicRegionAId"), textAt(from, "GeographicRegionBId")],
    spanId: textAt(from, "GeographicSpanId"),
    cenIds: wordsAt(from, "CenIds", "CenId"),
    // Both names lack the first "i" of "Origin". Source: published metadata, 2026-04.
    limits: listAt(from, "OrginInterRegionBandwidthLimits", "OrginInterRegionBandwidthLimit").map(limitSeen),
    ...(isCrossBorder === undefined ? {} : { isCrossBorder }),
    ...(createdAt === undefined ? {} : { createdAt }),
    ...(endsAt === undefined ? {} : { endsAt }),
  };
}

function limitSeen(from: Reply): { readonly between: readonly [string, string]; readonly bandwidthMbps: number } {
  return {
    between: [textAt(from, "LocalRegionId"), textAt(from, "OppositeRegionId")],
    bandwidthMbps: numberAt(from, "BandwidthLimit") ?? 0,
  };
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
  return listOf(first, ["CenInterRegionBandwidthLimits", "CenInterRegionBandwidthLimit"], (from) => ({
    ...limitSeen(from),
    packageId: textAt(from, "BandwidthPackageId"),
    spanId: textAt(from, "GeographicSpanId"),
    status: textAt(from, "Status"),
  }));
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
  return listOf(first, ["CenRouteEntries", "CenRouteEntry"], (from) => ({
    cidr: textAt(from, "DestinationCidrBlock"),
    nextHopId: textAt(from, "NextHopInstanceId"),
    nextHopType: textAt(from, "NextHopType"),
    nextHopRegion: textAt(from, "NextHopRegionId"),
    type: textAt(from, "Type"),
    status: textAt(from, "Status"),
  }));
}

export function listTransitRouters(of: OfCen): Read<readonly TransitRouterSeen[]> {
  const first = call("ListTransitRouters", of, { CenId: of.cen, PageNumber: 1, PageSize: 50 });
  return listOnce(first, ["TransitRouters"], (from) => ({
    id: textAt(from, "TransitRouterId"),
    cen: textAt(from, "CenId"),
    region: textAt(from, "RegionId"),
    type: textAt(from, "Type"),
    status: textAt(from, "Status"),
    name: textAt(from, "TransitRouterName"),
  }));
}

/** Zones in which a region offers Enterprise Edition; none means that it offers Basic Edition. */
export function readTransitRouterZones(of: OfAccount & { readonly region: string }): Read<readonly string[]> {
  return {
    call: call("ListTransitRouterAvailableResource", of, { RegionId: of.region }),
    take: ([reply]) => wordsAt(reply ?? {}, "AvailableZones"),
    none: [],
  };
}

/** The regions that CCNs have on the CEN side: `ccn-cn-shanghai` and the like. */
export function listCcnRegions(of: OfAccount): Read<readonly CenRegion[]> {
  return {
    call: call("DescribeChildInstanceRegions", of, { ProductType: "CCN", AcceptLanguage: "en-US" }),
    take: ([reply]) =>
      listAt(reply ?? {}, "Regions", "Region").map((from) => ({
        id: textAt(from, "RegionId"),
        name: textAt(from, "LocalName"),
      })),
    none: [],
  };
}

/** The regions of a CEN area (`China`, `North-America`). This one request wants the area in lower case. */
export function listAreaRegions(of: OfAccount & { readonly area: string }): Read<readonly string[]> {
  const params = { GeographicRegionId: of.area.toLowerCase(), PageNumber: 1, PageSize: 50 };
  const first = call("DescribeGeographicRegionMembership", of, params);
  return listOf(first, ["RegionIds", "RegionId"], (from) => textAt(from, "RegionId"));
}
