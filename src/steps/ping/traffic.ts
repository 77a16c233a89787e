import type { Allow } from "../../network/network.ts";
import type { Traffic } from "../../path/security-group.ts";

/** What must get in at a destination: what the file allows, and the ping itself. */
export function trafficOf(allow: readonly Allow[]): readonly Traffic[] {
  const pinged: readonly Traffic[] = allow.some((one) => one.protocol === "icmp") ? [] : [{ protocol: "icmp" }];
  return [...allow.map(one), ...pinged];
}

function one(allow: Allow): Traffic {
  if (allow.protocol === "icmp") return { protocol: "icmp" };
  const [first = 0, last = first] = allow.ports.split("/").map(Number);
  return { protocol: allow.protocol, port: { first, last } };
}
