import type { Ccn, Gateway } from "../smartag/things.ts";
import type { World } from "../world.ts";
import type { Packet, Place, Trail } from "./place.ts";
import { ACCESS_MS } from "./round-trips.ts";

/** A gateway carries what comes from and goes to its static routes' prefixes, while it is online and on a CCN. */
export function crossGateway(
  world: World,
  place: Place & { at: "gateway" },
  packet: Packet,
  trail: Trail,
): Place | undefined {
  const { gateway, heading } = place;
  const ccn = isCarrying(gateway) ? world.find<Ccn>("ccn", gateway.ccnId ?? "") : undefined;
  if (!ccn) {
    trail.because.push(deadEnd(gateway));
    return undefined;
  }
  const branchAddress = heading === "cloud" ? packet.source : packet.destination;
  trail.because.push(`Gateway ${gateway.id} carries ${branchAddress} (${gateway.cidrs.join(", ")}).`);
  if (heading === "branch") return { at: "client", gateway };
  trail.rttMs += ACCESS_MS;
  return { at: "ccn", ccn, heading: "cloud" };
}

function isCarrying(gateway: Gateway): boolean {
  return gateway.status === "Active" && gateway.online;
}

function deadEnd(gateway: Gateway): string {
  if (isCarrying(gateway)) return `Gateway ${gateway.id} is on no CCN.`;
  return `Gateway ${gateway.id} is not online: its status is ${gateway.status}.`;
}
