import type { RouteTable, Vpc, VSwitch } from "../vpc/things.ts";
import type { World } from "../world.ts";
import { HUB } from "./accounts.ts";
import { monthsAgo } from "./months-ago.ts";

export interface VpcPlan {
  /** What follows `vpc-`; its vSwitch, router and system route table are called alike. */
  readonly tail: string;
  readonly name: string;
  readonly region: string;
  readonly zoneId: string;
  readonly cidrBlock: string;
  readonly vSwitchCidrBlock: string;
  /** What the first vSwitch is called; as the VPC when absent. */
  readonly vSwitchName?: string;
  /** The hub's when absent. */
  readonly uid?: string;
}

export interface VSwitchPlan {
  /** What follows `vsw-`. */
  readonly tail: string;
  /** What follows `vpc-`. */
  readonly vpcTail: string;
  readonly name: string;
  readonly zoneId: string;
  readonly cidrBlock: string;
}

/** A VPC with its system route table and one vSwitch, as somebody made it half a year ago. */
export function putVpc(world: World, plan: VpcPlan): void {
  const owned = { uid: plan.uid ?? HUB, region: plan.region, createdAt: monthsAgo(world, 6) };
  const vpcId = `vpc-${plan.tail}`;
  const routeTableId = `vtb-${plan.tail}`;
  const vpc: Vpc = {
    ...owned,
    id: vpcId,
    name: plan.name,
    cidrBlock: plan.cidrBlock,
    secondaryCidrBlocks: [],
    status: "Available",
    isDefault: false,
    vRouterId: `vrt-${plan.tail}`,
    cens: [],
  };
  world.put("vpc", vpc);
  const table: RouteTable = { ...owned, id: routeTableId, vpcId, name: "", type: "System", status: "Available" };
  world.put("route-table", table);
  const { tail, zoneId, vSwitchCidrBlock: cidrBlock } = plan;
  putVSwitch(world, { tail, vpcTail: tail, name: plan.vSwitchName ?? plan.name, zoneId, cidrBlock });
}

/** One more vSwitch of a VPC, on its system route table. */
export function putVSwitch(world: World, { tail, vpcTail, ...plan }: VSwitchPlan): void {
  const vpc = world.find<Vpc>("vpc", `vpc-${vpcTail}`);
  if (!vpc) throw new Error(`The scenario has no vpc-${vpcTail}.`);
  const vSwitch: VSwitch = {
    ...plan,
    id: `vsw-${tail}`,
    uid: vpc.uid,
    region: vpc.region,
    vpcId: vpc.id,
    status: "Available",
    routeTableId: `vtb-${vpcTail}`,
    createdAt: vpc.createdAt,
  };
  world.put("vswitch", vSwitch);
}
