import { Refusal } from "../action.ts";
import type { World } from "../world.ts";
import { findSpan, spanId } from "./areas.ts";
import { peerAttachments } from "./router-lookups.ts";
import type { BandwidthPackage, Cen, ChildAttachment, RegionConnection, TransitRouter } from "./things.ts";

/** The caller's own CEN; nothing of another account is visible. */
export function ownCen(world: World, uid: string, cenId: string): Cen {
  const cen = world.find<Cen>("cen", cenId);
  if (cen?.uid === uid) return cen;
  throw new Refusal(404, "ParameterCenInstanceId", "The specified CEN instance does not exist.");
}

/** Refuses while the CEN itself is being made, changed or deleted. */
export function activeCen(world: World, uid: string, cenId: string): Cen {
  const cen = ownCen(world, uid, cenId);
  if (cen.status === "Active") return cen;
  throw new Refusal(409, "InvalidOperation.CenInstanceStatus", "The CEN instance is not in a valid state for this.");
}

export function isBought(bandwidthPackage: BandwidthPackage): boolean {
  return bandwidthPackage.status === "Idle" || bandwidthPackage.status === "InUse";
}

/** The caller's own package. One that is unpaid or still being made does not exist yet. */
export function ownPackage(world: World, uid: string, packageId: string): BandwidthPackage {
  const found = world.find<BandwidthPackage>("cen-package", packageId);
  if (found?.uid === uid && isBought(found)) return found;
  throw new Refusal(404, "ParameterBwpInstanceId", "The specified bandwidth package does not exist.");
}

export function packagesOn(world: World, cenId: string): BandwidthPackage[] {
  return world.all<BandwidthPackage>("cen-package").filter((one) => one.cenId === cenId);
}

/**
 * While a package is being changed no connection takes bandwidth of it: the sum would be held against what it no longer has.
 * Source: in a transitional state only queries are accepted; Operation.Blocking: product-wide error page.
 */
export function requirePackageIdle(world: World, { id }: BandwidthPackage): void {
  if (!world.isHeld(`package:${id}`)) return;
  throw new Refusal(500, "Operation.Blocking", "Another operation is being performed on the bandwidth package.");
}

export function attachmentsOf(world: World, cenId: string): ChildAttachment[] {
  return world.all<ChildAttachment>("cen-attachment").filter((one) => one.cenId === cenId);
}

export function connectionsOf(world: World, cenId: string): RegionConnection[] {
  return world.all<RegionConnection>("cen-connection").filter((one) => one.cenId === cenId);
}

/** The one transit router that a CEN has in a region. */
export function routerIn(world: World, cenId: string, regionId: string): TransitRouter | undefined {
  const isIt = (one: TransitRouter) => one.cenId === cenId && one.regionId === regionId;
  return world.all<TransitRouter>("transit-router").find(isIt);
}

/** What a package's connections of both editions take, those under way at the larger of their two values. */
export function allocatedMbps(world: World, packageId: string, except?: string): number {
  const isCounted = (one: { id: string; packageId?: string }) => one.packageId === packageId && one.id !== except;
  const basic = world.all<RegionConnection>("cen-connection").filter(isCounted);
  const enterprise = peerAttachments(world).filter(isCounted);
  const taken = [
    ...basic.map((one) => Math.max(one.bandwidthMbps, one.nextMbps)),
    ...enterprise.map((one) => one.bandwidthMbps),
  ];
  return taken.reduce((sum, mbps) => sum + mbps, 0);
}

/** The span's id as packages and connections show it. */
export function packageSpanId(bandwidthPackage: BandwidthPackage): string {
  const span = findSpan(bandwidthPackage.areaA, bandwidthPackage.areaB);
  return spanId(span ?? [bandwidthPackage.areaA, bandwidthPackage.areaB]);
}
