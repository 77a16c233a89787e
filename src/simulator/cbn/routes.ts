import { contains, parsePrefix } from "../cidr.ts";
import type { Gateway } from "../smartag/things.ts";
import type { VSwitch } from "../vpc/things.ts";
import type { World } from "../world.ts";
import { attachmentsOf, routerIn } from "./lookups.ts";
import type { ChildAttachment, Vbr } from "./things.ts";

/** A prefix that an attached VPC, VBR or CCN brings into the CEN. */
export interface Announcement {
  readonly destination: string;
  readonly from: ChildAttachment;
}

/** How one region's Basic transit router sees an announcement. */
export interface CenRoute extends Announcement {
  readonly isLocal: boolean;
  readonly status: "Active" | "Rejected" | "Prohibited";
}

/** One for each vSwitch of an attached VPC, each static route of the gateways on an attached CCN, each prefix that a VBR has. */
export function announcements(world: World, cenId: string): Announcement[] {
  const attached = attachmentsOf(world, cenId).filter((one) => one.status === "Attached");
  return attached.flatMap((from) => prefixesOf(world, from).map((destination) => ({ destination, from })));
}

/**
 * A region's routes, Basic Edition: everything that the CEN has, for every region learns every other's. Of equal prefixes the
 * region's own comes first, then the one attached earliest; the rest are Rejected, and so is what lies within a vSwitch of the
 * region. Source: DescribeCenRegionDomainRouteEntries' statuses; the order among equals is an assumption.
 */
export function routesOf(world: World, cenId: string, regionId: string): CenRoute[] {
  if (routerIn(world, cenId, regionId)?.edition !== "Basic") return [];
  const all = announcements(world, cenId);
  const isLocal = (one: Announcement) => one.from.childRegionId === regionId;
  const ranked = [...all.filter(isLocal), ...all.filter((one) => !isLocal(one))];
  return ranked.map((one, at) => ({
    ...one,
    isLocal: isLocal(one),
    status: statusOf(one, ranked.slice(0, at), regionId),
  }));
}

/** Whether a route cannot stand beside another that was there first. */
export function conflicts(first: Announcement, later: Announcement): boolean {
  const [a, b] = [parsePrefix(first.destination), parsePrefix(later.destination)];
  if (!a || !b || first.from.id === later.from.id) return false;
  return first.from.childType === "VPC" ? contains(a, b) : contains(a, b) && contains(b, a);
}

/**
 * A CCN hears nothing of other CCNs: the built-in route map of priority 5000 denies it. Source: 2019 manual.
 */
function isDeniedByPolicy(from: ChildAttachment, toRegionId: string): boolean {
  return from.childType === "CCN" && toRegionId.startsWith("ccn-") && from.childRegionId !== toRegionId;
}

function statusOf(one: Announcement, before: readonly Announcement[], regionId: string): CenRoute["status"] {
  if (isDeniedByPolicy(one.from, regionId)) return "Prohibited";
  const rivals = before.filter((other) => !isDeniedByPolicy(other.from, regionId));
  return rivals.some((other) => clashesIn(regionId, other, one)) ? "Rejected" : "Active";
}

/** Only a vSwitch of the region itself shuts out what lies within it; others are told apart by longest prefix. */
function clashesIn(regionId: string, other: Announcement, one: Announcement): boolean {
  if (other.from.id === one.from.id) return false;
  return other.from.childRegionId === regionId ? conflicts(other, one) : other.destination === one.destination;
}

function prefixesOf(world: World, from: ChildAttachment): string[] {
  if (from.childType === "VPC") {
    const its = world.all<VSwitch>("vswitch").filter((one) => one.vpcId === from.childId && one.status === "Available");
    return its.map((one) => one.cidrBlock);
  }
  if (from.childType === "VBR") return world.find<Vbr>("vbr", from.childId)?.learned ?? [];
  const gateways = world.all<Gateway>("gateway").filter((one) => one.ccnId === from.childId);
  return gateways.filter((one) => one.routingStrategy === "static").flatMap((one) => one.cidrs);
}
