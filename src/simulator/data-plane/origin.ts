import { parseAddress, parsePrefix } from "../cidr.ts";
import type { Instance } from "../ecs/things.ts";
import type { Gateway } from "../smartag/things.ts";
import type { Vpc, VSwitch } from "../vpc/things.ts";
import type { World } from "../world.ts";
import { longestPrefix } from "./longest-prefix.ts";
import type { Place } from "./place.ts";

/** A client of a branch, by its address or as anyone in the branch's prefix, or an ECS instance. */
export type ProbeFrom = { readonly address: string } | { readonly cidr: string } | { readonly instanceId: string };

export interface Origin {
  readonly address: string;
  readonly instance?: Instance;
  /** Absent where nothing carries what the sender sends. */
  readonly start?: Place;
}

/** Where a probe begins. */
export function findOrigin(world: World, from: ProbeFrom): Origin {
  if ("instanceId" in from) {
    const instance = world.find<Instance>("instance", from.instanceId);
    return instance
      ? { address: instance.privateIp, instance, ...startAt(leaveInstance(world, instance)) }
      : { address: "" };
  }
  const address = "address" in from ? from.address : someAddress(from.cidr);
  return { address, ...startAt(leaveBranch(world, address)) };
}

/** An instance's packets enter its VPC by the table of its vSwitch. */
export function leaveInstance(world: World, instance: Instance): Place | undefined {
  const vpc = world.find<Vpc>("vpc", instance.vpcId);
  const routeTableId = world.find<VSwitch>("vswitch", instance.vSwitchId)?.routeTableId;
  return vpc && routeTableId !== undefined ? { at: "vpc", vpc, heading: "cloud", routeTableId } : undefined;
}

/** A branch's clients send everything to the gateway that has their prefix; one that is online goes first. */
function leaveBranch(world: World, address: string): Place | undefined {
  const gateways = world.all<Gateway>("gateway");
  const routes = gateways.flatMap((gateway) => gateway.cidrs.map((cidr) => ({ gateway, cidr })));
  const online = routes.filter(({ gateway }) => gateway.online);
  const found = longestPrefix(address, online, cidrOf) ?? longestPrefix(address, routes, cidrOf);
  return found && { at: "gateway", gateway: found.gateway, heading: "cloud" };
}

function cidrOf(route: { readonly cidr: string }): string {
  return route.cidr;
}

function startAt(start: Place | undefined): { start?: Place } {
  return start ? { start } : {};
}

/** The tenth address of a prefix, or its first where it has not so many. */
function someAddress(cidr: string): string {
  const prefix = parsePrefix(cidr);
  if (!prefix) return parseAddress(cidr) === undefined ? "" : cidr;
  const number = Math.min(prefix.first + 10, prefix.last);
  return [24, 16, 8, 0].map((shift) => Math.floor(number / 2 ** shift) % 256).join(".");
}
