import { Refusal, type SimAction, type SimRequest } from "../action.ts";
import { pageOf } from "../paging.ts";
import { asLists } from "../read-lag.ts";
import type { RouteEntry, RouteTable, VSwitch } from "../vpc/things.ts";
import type { World } from "../world.ts";
import { readChildName } from "./child.ts";
import { conflictsWith, shownConflict } from "./child-conflicts.ts";
import { text } from "./fields.ts";
import { pagingParameters } from "./paging-parameters.ts";
import type { ChildAttachment } from "./things.ts";

/** Which routes of a VPC the CEN knows: those of its vSwitches, and no custom one unless it was published. */
export const describePublishedRouteEntries: SimAction = {
  product: "Cbn",
  name: "DescribePublishedRouteEntries",
  kind: "read",
  permission: "cen:DescribePublishedRouteEntries",
  parameters: {
    CenId: { type: "string", required: true },
    ChildInstanceId: { type: "string", required: true },
    ChildInstanceType: { type: "string", required: true },
    ChildInstanceRegionId: { type: "string", required: true },
    ChildInstanceRouteTableId: { type: "string" },
    DestinationCidrBlock: { type: "string" },
    ...pagingParameters,
  },
  evidence:
    "metadata; what is published by default: API page; codes: Terraform provider; without a table the system one: assumption",
  handle(world, request) {
    const attachment = findAttachment(world, request);
    const table = findTable(world, attachment, text(request, "ChildInstanceRouteTableId"));
    const listed = asLists(world);
    const entries = [...systemEntries(listed, attachment, table), ...customEntries(listed, table)];
    const wanted = request.params.DestinationCidrBlock;
    const found = entries.filter((one) => wanted === undefined || one.DestinationCidrBlock === wanted);
    const { items: page, echo } = pageOf(found, request, 500);
    return { PublishedRouteEntries: { PublishedRouteEntry: page }, ...echo };
  },
};

function findAttachment(world: World, request: SimRequest): ChildAttachment {
  const name = readChildName(request);
  if (name.type !== "VPC") {
    throw new Refusal(400, "ParameterIllegal.ChildInstanceType", "The parameter of child instance type is illegal.");
  }
  const attachment = world.find<ChildAttachment>("cen-attachment", `${text(request, "CenId")}/${name.id}`);
  if (attachment?.uid === request.uid && attachment.childRegionId === name.regionId) return attachment;
  throw new Refusal(400, "ParameterIllegal.CenInstanceId", "The parameter of CEN instance id is illegal.");
}

function findTable(world: World, attachment: ChildAttachment, tableId: string): RouteTable | undefined {
  const tables = world.all<RouteTable>("route-table").filter((one) => one.vpcId === attachment.childId);
  return tables.find((one) => (tableId === "" ? one.type === "System" : one.id === tableId));
}

function systemEntries(world: World, attachment: ChildAttachment, table?: RouteTable): Record<string, unknown>[] {
  if (table?.type !== "System") return [];
  const its = world.all<VSwitch>("vswitch").filter((one) => one.vpcId === attachment.childId);
  return its.map(({ cidrBlock }) => ({
    ...entry(table, cidrBlock, "local", "local"),
    RouteType: "System",
    PublishStatus: "Published",
    OperationalMode: false,
    Conflicts: { Conflict: conflictsWith(world, attachment, cidrBlock).map(shownConflict) },
  }));
}

function customEntries(world: World, table?: RouteTable): Record<string, unknown>[] {
  if (!table) return [];
  const its = world.all<RouteEntry>("route-entry").filter((one) => one.routeTableId === table.id);
  return its.map((one) => ({
    ...entry(table, one.destinationCidrBlock, one.nextHopId, one.nextHopType),
    RouteType: one.type,
    PublishStatus: "NonPublished",
    OperationalMode: true,
    Conflicts: { Conflict: [] },
  }));
}

function entry(
  table: RouteTable,
  destination: string,
  NextHopId: string,
  NextHopType: string,
): Record<string, unknown> {
  return { ChildInstanceRouteTableId: table.id, DestinationCidrBlock: destination, NextHopId, NextHopType };
}
