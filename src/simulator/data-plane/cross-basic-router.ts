import { routerIn } from "../cbn/lookups.ts";
import { routesOf } from "../cbn/routes.ts";
import type { ChildAttachment, PeerRouterAttachment, TransitRouter } from "../cbn/things.ts";
import { routesLearntByBasicRouter } from "../cbn/transit-router-routes.ts";
import type { Ccn } from "../smartag/things.ts";
import type { Vpc } from "../vpc/things.ts";
import type { World } from "../world.ts";
import { basicLink, type Link } from "./basic-link.ts";
import { crossPeer } from "./cross-peer.ts";
import { longestPrefix } from "./longest-prefix.ts";
import type { Packet, Place, Trail } from "./place.ts";
import { roundTripMs } from "./round-trips.ts";

type AtRouter = Place & { at: "router" };

/**
 * A Basic Edition router knows every Basic region's prefixes, and what the Enterprise routers that it is connected to
 * advertise; it hands the packet to whoever announced the best one.
 */
export function crossBasicRouter(world: World, place: AtRouter, packet: Packet, trail: Trail): Place | undefined {
  const { cen, regionId } = place;
  const router = routerIn(world, cen.id, regionId);
  const known = router ? [...announced(world, place), ...connected(world, router)] : [];
  const route = longestPrefix(packet.destination, known, (one) => one.destination);
  if (!router || !route) {
    trail.because.push(`CEN ${cen.id} has no route to ${packet.destination} in ${regionId}.`);
    return undefined;
  }
  if (route.from) return enterRegion(world, place, route, packet, trail);
  trail.because.push(`${regionId} knows ${route.destination} from another region's Enterprise router.`);
  return crossPeer(world, route.over, router, trail);
}

type Way =
  | { readonly destination: string; readonly from: ChildAttachment }
  | { readonly destination: string; readonly from?: never; readonly over: PeerRouterAttachment };

function announced(world: World, { cen, regionId }: AtRouter): Way[] {
  return routesOf(world, cen.id, regionId).filter((route) => route.status === "Active");
}

function connected(world: World, router: TransitRouter): Way[] {
  const active = routesLearntByBasicRouter(world, router).filter((route) => route.status === "Active");
  return active.flatMap(({ destination, attachment }) =>
    attachment?.resourceType === "TR" ? [{ destination, over: attachment }] : [],
  );
}

function enterRegion(
  world: World,
  { cen, regionId }: AtRouter,
  route: { readonly destination: string; readonly from: ChildAttachment },
  packet: Packet,
  trail: Trail,
): Place | undefined {
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
