import { Refusal, type SimRequest } from "../action.ts";
import type { World } from "../world.ts";
import type { RouteTable, Vpc, VSwitch } from "./things.ts";

function isHere(thing: { uid: string; region: string }, request: SimRequest): boolean {
  return thing.uid === request.uid && thing.region === (request.params.RegionId ?? thing.region);
}

/** The things of a list that belong to the caller and to the region asked for. */
export function here<T extends { uid: string; region: string }>(things: readonly T[], request: SimRequest): T[] {
  return things.filter((thing) => isHere(thing, request));
}

function unknownVpc(): Refusal {
  return new Refusal(404, "InvalidVpcId.NotFound", "Specified VPC does not exist.");
}

export function findVpc(world: World, request: SimRequest, vpcId: unknown): Vpc {
  const vpc = world.find<Vpc>("vpc", String(vpcId));
  if (vpc === undefined || !isHere(vpc, request)) throw unknownVpc();
  return vpc;
}

/** Source: error tables: the list calls it InvalidRouteTable.NotFound, the writes InvalidRouteTableId.NotFound. */
export function findTable(world: World, request: SimRequest, code: string): RouteTable {
  const table = world.find<RouteTable>("route-table", String(request.params.RouteTableId));
  if (table === undefined || !isHere(table, request)) throw new Refusal(404, code, "The route table does not exist.");
  return table;
}

/** Source: Terraform provider, which knows this code in two spellings. */
export function findVSwitch(world: World, request: SimRequest): VSwitch {
  const vSwitch = world.find<VSwitch>("vswitch", String(request.params.VSwitchId));
  if (vSwitch !== undefined && isHere(vSwitch, request)) return vSwitch;
  throw new Refusal(404, "InvalidVSwitchId.NotFound", "The vSwitch does not exist.");
}

export function vSwitchesOf(world: World, vpcId: string): VSwitch[] {
  return world.all<VSwitch>("vswitch").filter((one) => one.vpcId === vpcId);
}

export function tablesOf(world: World, vpcId: string): RouteTable[] {
  return world.all<RouteTable>("route-table").filter((one) => one.vpcId === vpcId);
}
