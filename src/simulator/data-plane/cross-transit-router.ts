import type { RouterAttachment, RouterRoute } from "../cbn/things.ts";
import { associatedTable, isStanding, routesOfTransitRouterTable } from "../cbn/transit-router-routes.ts";
import type { Vpc } from "../vpc/things.ts";
import type { World } from "../world.ts";
import { crossPeer } from "./cross-peer.ts";
import { longestPrefix } from "./longest-prefix.ts";
import type { Packet, Place, Trail } from "./place.ts";
import { LOCAL_MS } from "./round-trips.ts";

type AtRouter = Place & { at: "transit-router" };

/** An Enterprise Edition router looks a packet up in the one table that the attachment it came over is associated with. */
export function crossTransitRouter(world: World, place: AtRouter, packet: Packet, trail: Trail): Place | undefined {
  const { router, via } = place;
  const tableId = associatedTable(world, via.id, router.id);
  if (tableId === undefined) {
    trail.because.push(`${nameOf(via)} is associated with no table of ${router.id}, which drops what comes over it.`);
    return undefined;
  }
  const active = routesOfTransitRouterTable(world, tableId).filter((one) => one.status === "Active");
  const route = longestPrefix(packet.destination, active, (one) => one.destination);
  const next = route && nextHop(route);
  if (!route || !next) {
    trail.because.push(deadEnd(`Table ${tableId} of ${router.id} (${router.regionId})`, packet, route));
    return undefined;
  }
  trail.because.push(`${router.regionId} sends ${route.destination} to ${nameOf(next)} by table ${tableId}.`);
  if (next.resourceType === "TR") return crossPeer(world, next, router, trail);
  trail.rttMs += LOCAL_MS;
  const vpc = world.find<Vpc>("vpc", next.vpcId);
  return vpc && { at: "vpc", vpc, heading: "instance" };
}

function nextHop({ attachment }: RouterRoute): RouterAttachment | undefined {
  return attachment && isStanding(attachment) ? attachment : undefined;
}

function deadEnd(table: string, { destination }: Packet, route: RouterRoute | undefined): string {
  if (!route) return `${table} has no route to ${destination}.`;
  if (route.nextHopType === "BlackHole") return `${table} drops ${route.destination} in a black hole.`;
  return `${table} sends ${route.destination} to an attachment that does not stand.`;
}

/** As people call it: by its name, where it has one. */
function nameOf({ name, id }: RouterAttachment): string {
  return name || id;
}
