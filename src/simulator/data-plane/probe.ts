import type { World } from "../world.ts";
import { findOrigin, leaveInstance, type Origin, type ProbeFrom } from "./origin.ts";
import type { Packet, Place, Trail } from "./place.ts";
import { ruleOn } from "./security-groups.ts";
import { walk } from "./walk.ts";

export interface ProbeRequest {
  readonly from: ProbeFrom;
  /** An address. */
  readonly to: string;
  readonly protocol: "icmp" | "tcp" | "udp";
  readonly port?: number;
  /** `probe` when absent: a few bytes, for which the free test bandwidth of Basic Edition is enough. */
  readonly class?: "probe" | "service";
}

export interface ProbeReport {
  readonly arrives: boolean;
  /** Hop by hop, there and back; the last one is what stopped it, if something did. */
  readonly because: readonly string[];
  /** Invented; 0 when nothing comes back. */
  readonly rttMs: number;
  /** It came through, but only on the 1 kbit/s that Basic Edition gives for tests. */
  readonly testBandwidthOnly: boolean;
}

/** Follows a packet through the simulated cloud and its answer back, as the cloud is configured at this moment. */
export function probe(world: World, request: ProbeRequest): ProbeReport {
  const trail: Trail = { because: [], rttMs: 0, testBandwidthOnly: false };
  const origin = findOrigin(world, request.from);
  const packet: Packet = {
    source: origin.address,
    destination: request.to,
    protocol: request.protocol,
    traffic: request.class ?? "probe",
    ...(request.port === undefined ? {} : { port: request.port }),
  };
  const arrives = goesThere(world, origin, packet, trail);
  return {
    arrives,
    because: trail.because,
    rttMs: arrives ? trail.rttMs : 0,
    testBandwidthOnly: arrives && trail.testBandwidthOnly,
  };
}

function goesThere(world: World, origin: Origin, packet: Packet, trail: Trail): boolean {
  if (!origin.start) {
    trail.because.push(`Nothing carries what comes from ${packet.source || "there"}.`);
    return false;
  }
  if (!isLet(world, origin.instance && { at: "instance", instance: origin.instance }, "egress", packet, trail))
    return false;
  const end = walk(world, origin.start, packet, trail);
  return (
    end !== undefined && isLet(world, end, "ingress", packet, trail) && comesBack(world, origin, end, packet, trail)
  );
}

/** Security groups are asked at instances only. */
function isLet(
  world: World,
  place: Place | undefined,
  direction: "ingress" | "egress",
  packet: Packet,
  trail: Trail,
): boolean {
  if (place?.at !== "instance") return true;
  const ruling = ruleOn(world, place.instance, direction, packet);
  trail.because.push(ruling.because);
  return ruling.passes;
}

/** Security groups are stateful: an answer needs a way back and no rule. */
function comesBack(world: World, origin: Origin, end: Place, packet: Packet, trail: Trail): boolean {
  const answer: Packet = { ...packet, source: packet.destination, destination: packet.source };
  const { rttMs } = trail;
  const start = end.at === "instance" ? leaveInstance(world, end.instance) : leaveClient(end);
  const reached = start && walk(world, start, answer, trail);
  // A round trip is counted on the way there.
  trail.rttMs = rttMs;
  if (reached && isSame(origin, reached)) return true;
  if (reached) trail.because.push(`The answer comes out somewhere else than at ${packet.source}.`);
  return false;
}

function leaveClient(end: Place): Place | undefined {
  return end.at === "client" ? { at: "gateway", gateway: end.gateway, heading: "cloud" } : undefined;
}

function isSame(origin: Origin, reached: Place): boolean {
  if (reached.at === "instance") return reached.instance.id === origin.instance?.id;
  if (reached.at !== "client" || origin.start?.at !== "gateway") return false;
  return reached.gateway.id === origin.start.gateway.id;
}
