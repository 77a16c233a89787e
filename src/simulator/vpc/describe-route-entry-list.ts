import type { SimRequest } from "../action.ts";
import { tokenPageOf } from "../paging.ts";
import { asLists } from "../read-lag.ts";
import { findTable } from "./requests.ts";
import { routesOfTable, type TableRoute } from "./table-routes.ts";
import { vpcTime } from "./times.ts";
import { vpcAction } from "./vpc-action.ts";

function isWanted({ params }: SimRequest): (route: TableRoute) => boolean {
  const destinations = params.DestCidrBlockList as string[] | undefined;
  return (route) =>
    route.destination === (params.DestinationCidrBlock ?? route.destination) &&
    (destinations === undefined || destinations.includes(route.destination)) &&
    route.nextHopType === (params.NextHopType ?? route.nextHopType) &&
    route.nextHopId === (params.NextHopId ?? route.nextHopId) &&
    route.id === (params.RouteEntryId ?? route.id) &&
    route.name === (params.RouteEntryName ?? route.name) &&
    route.type === (params.RouteEntryType ?? route.type) &&
    route.serviceType === (params.ServiceType ?? route.serviceType);
}

function shown(route: TableRoute, routeTableId: unknown): Record<string, unknown> {
  const hop = { NextHopType: route.nextHopType, NextHopId: route.nextHopId, NextHopRegionId: route.nextHopRegion };
  return {
    RouteEntryId: route.id,
    RouteEntryName: route.name,
    Description: route.description,
    RouteTableId: routeTableId,
    DestinationCidrBlock: route.destination,
    Type: route.type,
    Status: route.status,
    IpVersion: "IPv4",
    ServiceType: route.serviceType,
    GmtModified: vpcTime(route.modifiedAt),
    NextHops: { NextHop: [{ ...hop, Enabled: 1, Weight: 0 }] },
  };
}

/** Pages by MaxResult, in the singular, and tells no total. */
export const describeRouteEntryList = vpcAction({
  name: "DescribeRouteEntryList",
  kind: "read",
  parameters: {
    RegionId: { type: "string", required: true },
    RouteTableId: { type: "string", required: true },
    DestinationCidrBlock: { type: "string" },
    DestCidrBlockList: { type: "list" },
    NextHopType: { type: "string" },
    NextHopId: { type: "string" },
    RouteEntryId: { type: "string" },
    RouteEntryName: { type: "string" },
    RouteEntryType: { type: "string", oneOf: ["Custom", "System", "BGP", "CEN", "ECR"] },
    IpVersion: { type: "string", oneOf: ["ipv4"] },
    ServiceType: { type: "string", oneOf: ["TR"] },
    MaxResult: { type: "integer" },
    NextToken: { type: "string" },
  },
  evidence: "SDK model: parameters, fields, MaxResult 1 to 100. Terraform provider: InvalidRouteTable.NotFound.",
  handle(world, request) {
    const table = findTable(world, request, "InvalidRouteTable.NotFound");
    const wanted = routesOfTable(asLists(world), table).filter(isWanted(request));
    const page = tokenPageOf(wanted, request, { size: "MaxResult", usual: 10, most: 100 });
    world.call.transitional = page.items.some((route) => route.status !== "Available");
    return { NextToken: page.next, RouteEntrys: { RouteEntry: page.items.map((one) => shown(one, table.id)) } };
  },
});
