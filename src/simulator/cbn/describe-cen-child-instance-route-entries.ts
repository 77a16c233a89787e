import { Refusal, type SimRequest } from "../action.ts";
import { pageOf } from "../paging.ts";
import { asLists } from "../read-lag.ts";
import { routesOfTable, type TableRoute } from "../vpc/table-routes.ts";
import type { RouteTable, Vpc } from "../vpc/things.ts";
import type { World } from "../world.ts";
import { cbnAction } from "./cbn-action.ts";
import { text } from "./fields.ts";
import { ownCen } from "./lookups.ts";
import { pagingParameters } from "./paging-parameters.ts";

/** What stands in a route table of an attached VPC, its System one unless another is named. */
export const describeCenChildInstanceRouteEntries = cbnAction({
  name: "DescribeCenChildInstanceRouteEntries",
  kind: "read",
  parameters: {
    CenId: { type: "string", required: true },
    ChildInstanceId: { type: "string", required: true },
    ChildInstanceType: { type: "string", required: true, oneOf: ["VPC"] },
    ChildInstanceRegionId: { type: "string" },
    ChildInstanceRouteTableId: { type: "string" },
    ...pagingParameters,
  },
  evidence:
    "metadata; the System table by default: API page. Assumptions: VPCs alone are modelled, another account's table by the same " +
    "switch as writes, the codes, what is published",
  handle(world, request) {
    const table = tableOf(world, request);
    const { items, echo } = pageOf(routesOfTable(asLists(world), table), request, 500);
    return { CenRouteEntries: { CenRouteEntry: items.map((one) => shown(one, table)) }, ...echo };
  },
});

function tableOf(world: World, request: SimRequest): RouteTable {
  const cen = ownCen(world, request.uid, text(request, "CenId"));
  const vpc = world.find<Vpc>("vpc", text(request, "ChildInstanceId"));
  const region = request.params.ChildInstanceRegionId ?? vpc?.region;
  if (!vpc?.cens.some((one) => one.cenId === cen.id) || vpc.region !== region) {
    throw new Refusal(404, "ParameterInstanceId", "The specified instance is not attached to the CEN.");
  }
  if (vpc.uid !== cen.uid && !world.state.switches.hubMayRouteInSpokes) {
    throw new Refusal(403, "Forbidden", "The route table belongs to another account.");
  }
  const tableId = text(request, "ChildInstanceRouteTableId");
  const tables = world.all<RouteTable>("route-table").filter((one) => one.vpcId === vpc.id);
  const found = tables.find((one) => (tableId ? one.id === tableId : one.type === "System"));
  if (found) return found;
  throw new Refusal(404, "InvalidRouteTableId.NotFound", "The route table does not exist.");
}

function shown(route: TableRoute, table: RouteTable): Record<string, unknown> {
  const isOwn = route.type === "System" && route.nextHopType === "local";
  return {
    RouteTableId: table.id,
    DestinationCidrBlock: route.destination,
    NextHopType: route.nextHopType,
    NextHopInstanceId: isOwn ? table.vpcId : route.nextHopId,
    NextHopRegionId: route.nextHopRegion || table.region,
    Type: route.type,
    Status: "Active",
    PublishStatus: isOwn ? "Published" : "NonPublished",
    OperationalMode: route.type === "Custom",
    AsPaths: { AsPath: [] },
    Communities: { Community: [] },
    CenRouteMapRecords: { CenRouteMapRecord: [] },
    Conflicts: { Conflict: [] },
  };
}
