import type { SimRequest } from "../action.ts";
import { pageOf } from "../paging.ts";
import type { World } from "../world.ts";
import { here, vSwitchesOf } from "./requests.ts";
import type { RouteTable, Vpc } from "./things.ts";
import { vpcTime } from "./times.ts";
import { vpcAction } from "./vpc-action.ts";

function routerOf(world: World, table: RouteTable): string {
  return world.find<Vpc>("vpc", table.vpcId)?.vRouterId ?? "";
}

function isWanted(world: World, { params }: SimRequest): (table: RouteTable) => boolean {
  return (table) =>
    table.vpcId === (params.VpcId ?? table.vpcId) &&
    table.id === (params.RouteTableId ?? table.id) &&
    table.name === (params.RouteTableName ?? table.name) &&
    table.type === (params.RouteTableType ?? table.type) &&
    (params.RouterId === undefined || routerOf(world, table) === params.RouterId);
}

function shown(world: World, table: RouteTable): Record<string, unknown> {
  const ids = vSwitchesOf(world, table.vpcId).filter((one) => one.routeTableId === table.id);
  return {
    RouteTableId: table.id,
    RouteTableName: table.name,
    RouteTableType: table.type,
    Description: "",
    RouterId: routerOf(world, table),
    RouterType: "VRouter",
    VpcId: table.vpcId,
    VSwitchIds: { VSwitchId: ids.map((one) => one.id) },
    GatewayIds: { GatewayIds: [] },
    AssociateType: "VSwitch",
    RoutePropagationEnable: true,
    Status: table.status,
    OwnerId: Number(table.uid),
    CreationTime: vpcTime(table.createdAt),
    Tags: { Tag: [] },
  };
}

export const describeRouteTableList = vpcAction({
  name: "DescribeRouteTableList",
  kind: "read",
  parameters: {
    RegionId: { type: "string", required: true },
    VpcId: { type: "string" },
    RouteTableId: { type: "string" },
    RouteTableName: { type: "string" },
    RouteTableType: { type: "string", oneOf: ["System", "Custom"] },
    RouterId: { type: "string" },
    RouterType: { type: "string", oneOf: ["VRouter"] },
    PageNumber: { type: "integer" },
    PageSize: { type: "integer" },
  },
  evidence: "SDK model: parameters, fields. Page sample: Code 200, Message successful, Success true beside the list.",
  handle(world, request) {
    const page = pageOf(
      here(world.listed<RouteTable>("route-table"), request).filter(isWanted(world, request)),
      request,
    );
    const list = page.items.map((table) => shown(world, table));
    const success = { Code: "200", Message: "successful", Success: true };
    return { ...page.echo, ...success, RouterTableList: { RouterTableListType: list } };
  },
});
