import type { RegionRoute } from "../../api/cens.ts";
import type { GatewaySeen } from "../../api/gateways.ts";
import { contains, overlaps } from "../../network/addresses.ts";
import type { Clash, Occupied } from "../../network/preflight.ts";
import { say, type Text } from "../../text.ts";

/** Whether both sides of a clash are on the CEN already, so that stopping would mend nothing. */
export function isStanding(clash: Clash, gateway: GatewaySeen | undefined, routes: readonly RegionRoute[]): boolean {
  const isOurs =
    gateway?.cidrs.includes(clash.cidr) === true &&
    routes.some((route) => route.nextHopType === "CCN" && route.nextHopId === gateway.ccnId && isIn(clash.cidr, route));
  return isOurs && isOnCen(clash.other, routes);
}

function isOnCen(other: Occupied, routes: readonly RegionRoute[]): boolean {
  const isGateway = other.kind === "gateway";
  return routes.some((route) => (route.nextHopType === "CCN") === isGateway && isIn(other.cidr, route));
}

function isIn(cidr: string, route: RegionRoute): boolean {
  return overlaps(cidr, route.cidr) && contains(cidr, route.cidr);
}

/** A warning: the more specific route wins wherever both are known. Source: CEN documentation, "route conflicts". */
export function standingWords({ branch, where, cidr, relation, other }: Clash): Text {
  return say`Warning: ${where}: ${cidr} of branch ${branch} ${relation} ${other.cidr} of ${other.label}. Both are on the CEN already, so nothing is stopped; where they overlap only one of them is reached`;
}

/** What others have on the CEN that clashes without us: each pair of networks once. */
export function clashesOfOthers(routes: readonly RegionRoute[]): readonly Text[] {
  const others = routes.filter(({ nextHopType }) => nextHopType === "VPC" || nextHopType === "VBR");
  const pairs = new Map<string, Text>();
  for (const [index, one] of others.entries()) {
    for (const other of others.slice(0, index).filter((before) => isClash(before, one))) {
      const pair = [one.nextHopId, other.nextHopId].sort().join();
      if (!pairs.has(pair)) pairs.set(pair, pairWords(other, one));
    }
  }
  return [...pairs.values()];
}

function isClash(one: RegionRoute, other: RegionRoute): boolean {
  return one.nextHopId !== other.nextHopId && overlaps(one.cidr, other.cidr);
}

function pairWords(one: RegionRoute, other: RegionRoute): Text {
  const [first = "", second = ""] = [one, other].map((at) => `${at.cidr} of ${at.nextHopType} ${at.nextHopId}`);
  return say`Warning: ${first} and ${second} clash. Both are on the CEN already, so nothing is stopped; where they overlap only one of them is reached`;
}
