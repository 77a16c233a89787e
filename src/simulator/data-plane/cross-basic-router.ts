import { routesOf } from "../cbn/routes.ts";
import type { ChildAttachment } from "../cbn/things.ts";
import type { Ccn } from "../smartag/things.ts";
import type { Vpc } from "../vpc/things.ts";
import type { World } from "../world.ts";
import { basicLink, type Link } from "./basic-link.ts";
import { longestPrefix } from "./longest-prefix.ts";
import type { Packet, Place, Trail } from "./place.ts";
import { roundTripMs } from "./round-trips.ts";

/** A Basic Edition router knows every region's prefixes and hands the packet to the VPC or CCN that announced the best one. */
export function crossBasicRouter(
  world: World,
  place: Place & { at: "router" },
  packet: Packet,
  trail: Trail,
): Place | undefined {
  const { cen, regionId } = place;
  const active = routesOf(world, cen.id, regionId).filter((route) => route.status === "Active");
  const route = longestPrefix(packet.destination, active, (one) => one.destination);
  if (!route) {
    trail.because.push(`CEN ${cen.id} has no route to ${packet.destination} in ${regionId}.`);
    return undefined;
  }
  const toRegionId = route.from.childRegionId;
  const link = basicLink(world, cen, regionId, toRegionId);
  trail.because.push(
    `${regionId} knows ${route.destination} at ${route.from.childId}; ${words[link](regionId, toRegionId)}.`,
  );
  if (link === "test" && packet.traffic === "service") return undefined;
  if (link === "test") trail.testBandwidthOnly = true;
  trail.rttMs += roundTripMs(regionId, toRegionId);
  return enter(world, route.from);
}

const words: Readonly<Record<Link, (from: string, to: string) => string>> = {
  local: (from) => `both are in ${from}`,
  free: (from, to) => `${from} and ${to} need no region connection`,
  connection: (from, to) => `${from} and ${to} have a region connection`,
  test: (from, to) => `${from} and ${to} have no region connection, only 1 kbit/s of test bandwidth`,
};

function enter(world: World, { childId, childType }: ChildAttachment): Place | undefined {
  if (childType === "VPC") {
    const vpc = world.find<Vpc>("vpc", childId);
    return vpc && { at: "vpc", vpc, heading: "instance" };
  }
  const ccn = world.find<Ccn>("ccn", childId);
  return ccn && { at: "ccn", ccn, heading: "branch" };
}
