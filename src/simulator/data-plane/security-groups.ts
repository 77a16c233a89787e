import type { Instance, SecurityGroup, SecurityGroupRule } from "../ecs/things.ts";
import type { World } from "../world.ts";
import { isWithin } from "./longest-prefix.ts";
import type { Packet } from "./place.ts";

export interface Ruling {
  readonly passes: boolean;
  readonly because: string;
}

/**
 * What an instance's groups say of a packet: their rules together, lowest priority number first and Drop before Accept on a tie.
 * Without a rule that fits, groups let out (basic ones; advanced ones don't) and let nothing in. Source: ECS user guide.
 */
export function ruleOn(world: World, instance: Instance, direction: "ingress" | "egress", packet: Packet): Ruling {
  const groups = world.all<SecurityGroup>("security-group").filter((one) => instance.securityGroupIds.includes(one.id));
  const peer = direction === "ingress" ? packet.source : packet.destination;
  const fitting = groups.flatMap((group) => group.rules).filter((rule) => fits(world, rule, direction, peer, packet));
  const [first] = fitting.sort((a, b) => a.priority - b.priority || dropFirst(a) - dropFirst(b));
  const names = groups.map((group) => group.id).join(", ");
  const what = `${direction} ${packet.protocol} ${direction === "ingress" ? "from" : "to"} ${peer}`;
  if (first) {
    return {
      passes: first.policy === "Accept",
      because: `Security group ${names}: a rule of priority ${first.priority} says ${first.policy} for ${what}.`,
    };
  }
  const passes = isLetByDefault(world, groups, direction, peer);
  return { passes, because: `Security group ${names}: no rule for ${what}, so ${passes ? "Accept" : "Drop"}.` };
}

function dropFirst(rule: SecurityGroupRule): number {
  return rule.policy === "Drop" ? 0 : 1;
}

function fits(world: World, rule: SecurityGroupRule, direction: string, peer: string, packet: Packet): boolean {
  if (rule.direction !== direction) return false;
  if (rule.ipProtocol !== "ALL" && rule.ipProtocol.toLowerCase() !== packet.protocol) return false;
  if (!isPortIn(rule.portRange, packet.port)) return false;
  if (rule.cidr !== undefined) return isWithin(peer, rule.cidr);
  return rule.groupId !== undefined && isMember(world, rule.groupId, peer);
}

function isPortIn(range: string, port: number | undefined): boolean {
  const [from = -1, to = -1] = range.split("/").map(Number);
  if (from === -1) return true;
  return port !== undefined && port >= from && port <= to;
}

function isMember(world: World, groupId: string, address: string): boolean {
  const members = world.all<Instance>("instance").filter((one) => one.securityGroupIds.includes(groupId));
  return members.some((one) => one.privateIp === address);
}

/** Instances of one basic group reach each other unless the group says otherwise. */
function isLetByDefault(world: World, groups: readonly SecurityGroup[], direction: string, peer: string): boolean {
  if (direction === "egress") return groups.some((group) => group.type === "normal");
  return groups.some(
    (group) => group.type === "normal" && group.innerAccessPolicy === "Accept" && isMember(world, group.id, peer),
  );
}
