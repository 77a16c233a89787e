import type { Ccn, Gateway } from "../smartag/things.ts";
import type { World } from "../world.ts";
import { isWithin } from "./longest-prefix.ts";
import type { Packet, Place, Trail } from "./place.ts";
import { ACCESS_MS } from "./round-trips.ts";

/** A gateway carries what comes from its static routes' prefixes, while it is activated, paid, cabled and bound. */
export function crossGateway(
  world: World,
  place: Place & { at: "gateway" },
  packet: Packet,
  trail: Trail,
): Place | undefined {
  const { gateway, heading } = place;
  const branchAddress = heading === "cloud" ? packet.source : packet.destination;
  const ccn = gateway.ccnId === undefined ? undefined : world.find<Ccn>("ccn", gateway.ccnId);
  const stop = stopAt(gateway, ccn, branchAddress);
  if (stop || !ccn) {
    trail.because.push(stop ?? `Gateway ${gateway.id} is on no CCN.`);
    return undefined;
  }
  trail.because.push(`Gateway ${gateway.id} carries ${branchAddress} (${gateway.cidrs.join(", ")}).`);
  if (heading === "branch") return { at: "client", gateway };
  trail.rttMs += ACCESS_MS;
  return { at: "ccn", ccn, heading: "cloud" };
}

function stopAt(gateway: Gateway, ccn: Ccn | undefined, branchAddress: string): string | undefined {
  if (gateway.status !== "Active" || !gateway.online) {
    return `Gateway ${gateway.id} is not online: its status is ${gateway.status}.`;
  }
  if (!ccn) return `Gateway ${gateway.id} is on no CCN.`;
  if (gateway.cidrs.some((cidr) => isWithin(branchAddress, cidr))) return undefined;
  return `${branchAddress} is in no static route of gateway ${gateway.id}.`;
}
