import { Refusal } from "../action.ts";
import type { RouteEntry, RouteTable, Vpc, VSwitch } from "../vpc/things.ts";
import type { World } from "../world.ts";

/** Refuses while the VPC, one of its vSwitches or one of its route tables is in transition. Source: the API page's codes. */
export function checkVpcIsStill(world: World, vpc: Vpc, code = "OperationFailed.InvalidVpcStatus"): void {
  if (vpc.status !== "Available") throw refusal(code, "The VPC is not available.");
  const vSwitches = world.all<VSwitch>("vswitch").filter((one) => one.vpcId === vpc.id);
  if (vSwitches.some((one) => one.status !== "Available")) {
    throw refusal("IncorrectStatus.VpcSwitch", "A vSwitch of the VPC is not available.");
  }
  const tables = world.all<RouteTable>("route-table").filter((one) => one.vpcId === vpc.id);
  const isOfVpc = (entry: RouteEntry) => tables.some((table) => table.id === entry.routeTableId);
  const entries = world.all<RouteEntry>("route-entry").filter(isOfVpc);
  if (tables.some((one) => one.status !== "Available") || entries.some((one) => one.status !== "Available")) {
    throw refusal("IncorrectStatus.VpcRouteTable", "A route table of the VPC is being changed.");
  }
}

function refusal(code: string, message: string): Refusal {
  return new Refusal(400, code, message);
}
