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
}

/** A VPC with its system route table and one vSwitch, as somebody made it half a year ago. */
export function putVpc(world: World, plan: VpcPlan): void {
  const owned = { uid: HUB, region: plan.region, createdAt: monthsAgo(world, 6) };
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
  const vSwitch: VSwitch = {
    ...owned,
    id: `vsw-${plan.tail}`,
    vpcId,
    zoneId: plan.zoneId,
    name: plan.name,
    cidrBlock: plan.vSwitchCidrBlock,
    status: "Available",
    routeTableId,
  };
  world.put("vswitch", vSwitch);
}
