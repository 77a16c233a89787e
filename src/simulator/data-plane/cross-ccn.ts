import { attachmentsOf } from "../cbn/lookups.ts";
import type { Cen } from "../cbn/things.ts";
import type { Ccn, Gateway } from "../smartag/things.ts";
import type { World } from "../world.ts";
import { longestPrefix } from "./longest-prefix.ts";
import type { Packet, Place, Trail } from "./place.ts";

/** A CCN leads to its other gateways, if they may talk to each other, and to the CEN it is attached to. */
export function crossCcn(world: World, place: Place & { at: "ccn" }, packet: Packet, trail: Trail): Place | undefined {
  const { ccn } = place;
  const gateway = gatewayFor(world, ccn, packet.destination);
  if (gateway && (place.heading === "branch" || ccn.interworkingStatus === "enable")) {
    trail.because.push(`CCN ${ccn.id} knows ${packet.destination} at gateway ${gateway.id}.`);
    return { at: "gateway", gateway, heading: "branch" };
  }
  const cen = place.heading === "cloud" && !gateway ? cenOf(world, ccn) : undefined;
  if (cen) {
    trail.because.push(`CCN ${ccn.id} is attached to CEN ${cen.id}.`);
    return { at: "router", cen, regionId: `ccn-${ccn.region}` };
  }
  trail.because.push(deadEnd(place, packet, gateway));
  return undefined;
}

function deadEnd({ ccn, heading }: Place & { at: "ccn" }, packet: Packet, gateway: Gateway | undefined): string {
  if (gateway) return `The gateways of CCN ${ccn.id} may not talk to each other.`;
  if (heading === "branch") return `No gateway on CCN ${ccn.id} has ${packet.destination}.`;
  return `CCN ${ccn.id} is attached to no CEN.`;
}

function gatewayFor(world: World, ccn: Ccn, address: string): Gateway | undefined {
  const its = world.all<Gateway>("gateway").filter((one) => one.ccnId === ccn.id);
  const routes = its.flatMap((gateway) => gateway.cidrs.map((cidr) => ({ gateway, cidr })));
  return longestPrefix(address, routes, (route) => route.cidr)?.gateway;
}

function cenOf(world: World, ccn: Ccn): Cen | undefined {
  const isIts = (cen: Cen) =>
    attachmentsOf(world, cen.id).some((one) => one.childId === ccn.id && one.status === "Attached");
  return world.all<Cen>("cen").find(isIts);
}
