import type { Allow, Network } from "../../network/network.ts";
import type { Traffic } from "../../path/security-group.ts";

/** What must get in at a destination: what the file allows, the ping itself, and the TCP port that was asked for. */
export function trafficOf({ allow, goal }: Pick<Network, "allow" | "goal">): readonly Traffic[] {
  const pinged: readonly Traffic[] = allow.some((one) => one.protocol === "icmp") ? [] : [{ protocol: "icmp" }];
  return [...allow.map(one), ...pinged, ...asked(allow, goal.tcpPort)];
}

function asked(allow: readonly Allow[], port: number | undefined): readonly Traffic[] {
  if (port === undefined || allow.some((one) => one.protocol === "tcp" && holds(one.ports, port))) return [];
  return [{ protocol: "tcp", port, isUnlisted: true }];
}

function holds(ports: string, port: number): boolean {
  const [first = 0, last = first] = ports.split("/").map(Number);
  return first <= port && port <= last;
}

function one(allow: Allow): Traffic {
  if (allow.protocol === "icmp") return { protocol: "icmp" };
  const [first = 0, last = first] = allow.ports.split("/").map(Number);
  return { protocol: allow.protocol, port: { first, last } };
}
