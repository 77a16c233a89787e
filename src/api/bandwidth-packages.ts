import { MARKER, type Read, TOKEN, type Write } from "./call.ts";
import { cbnCall as call, type OfAccount, type OfCen } from "./cbn-call.ts";
import { makeWrite } from "./make-call.ts";
import { numberedList, numberedThings } from "./paging.ts";
import { textAt } from "./reply-fields.ts";
import { type PackageSeen, packageSeen } from "./seen/bandwidth-packages-seen.ts";

export type { PackageSeen };

/** All packages of the account, on a CEN or not; a CEN's `packageIds` is the positive control. */
export function listPackages(of: OfAccount): Read<readonly PackageSeen[]> {
  const first = call("DescribeCenBandwidthPackages", of, { PageNumber: 1, PageSize: 50 });
  return numberedThings(first, ["CenBandwidthPackages", "CenBandwidthPackage"], packageSeen);
}

/** What is ordered: bandwidth between two CEN areas, in Mbit/s. */
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

/** A package by its id, `cenbwp-…`, and the CEN. */
export interface PackageOnCen extends OfCen {
  readonly package: string;
}

/** Puts a package on a CEN. */
export function associatePackage(of: PackageOnCen): Write {
  const params = { CenId: of.cen, CenBandwidthPackageId: of.package };
  return makeWrite(call("AssociateCenBandwidthPackage", of, params));
}

/** Takes it off; only once no connection uses it. */
export function unassociatePackage(of: PackageOnCen): Write {
  const params = { CenId: of.cen, CenBandwidthPackageId: of.package };
  return makeWrite(call("UnassociateCenBandwidthPackage", of, params));
}

/** Refused for PREPAY: that one lives to its end. */
export function deletePackage(of: OfAccount & { readonly package: string }): Write {
  return makeWrite(call("DeleteCenBandwidthPackage", of, { CenBandwidthPackageId: of.package }));
}

/** Another bandwidth, in Mbit/s: an order of its own. */
export function resizePackage(of: OfAccount & { readonly package: string; readonly bandwidthMbps: number }): Write {
  const params = { CenBandwidthPackageId: of.package, Bandwidth: of.bandwidthMbps };
  return makeWrite(call("ModifyCenBandwidthPackageSpec", of, params));
}

/** The regions of a CEN area (`China`, `North-America`). This one request wants the area in lower case. */
export function listAreaRegions(of: OfAccount & { readonly area: string }): Read<readonly string[]> {
  const params = { GeographicRegionId: of.area.toLowerCase(), PageNumber: 1, PageSize: 50 };
  const first = call("DescribeGeographicRegionMembership", of, params);
  return numberedList(first, ["RegionIds", "RegionId"], (from) => textAt(from, "RegionId"));
}
