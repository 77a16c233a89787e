import { Refusal } from "../action.ts";
import { cbnAction } from "./cbn-action.ts";
import { text } from "./fields.ts";
import { ownRouter } from "./router-lookups.ts";
import type { RouterRouteTable } from "./things.ts";
import { cbnTime } from "./times.ts";
import { nextPage } from "./token-page.ts";
import { hasTags, isAmong, isWanted } from "./wanted.ts";
import { tagParameter, tokenPaging } from "./write-parameters.ts";

/** The tables of Enterprise routers, the System one first. */
export const listTransitRouterRouteTables = cbnAction({
  name: "ListTransitRouterRouteTables",
  kind: "read",
  parameters: {
    TransitRouterId: { type: "string" },
    TransitRouterRouteTableIds: { type: "list" },
    TransitRouterRouteTableNames: { type: "list" },
    TransitRouterRouteTableType: { type: "string", oneOf: ["System", "Custom"] },
    TransitRouterRouteTableStatus: { type: "string" },
    Tag: tagParameter,
    ...tokenPaging,
  },
  evidence:
    "metadata; InvalidTransitRouterId.NotFound when the router is gone: Terraform provider; a Basic router has none",
  handle(world, request) {
    if (text(request, "TransitRouterId")) ownRouter(world, request, "InvalidTransitRouterId.NotFound");
    requireFew(request.params.TransitRouterRouteTableIds);
    requireFew(request.params.TransitRouterRouteTableNames);
    const own = world.listed<RouterRouteTable>("tr-route-table").filter((one) => one.uid === request.uid);
    const fits = isWanted<RouterRouteTable>(request, {
      TransitRouterId: (one) => one.routerId,
      TransitRouterRouteTableType: (one) => one.type,
      TransitRouterRouteTableStatus: (one) => one.status,
    });
    const isNamed = (one: RouterRouteTable) =>
      isAmong(request, "TransitRouterRouteTableIds", one.id) &&
      isAmong(request, "TransitRouterRouteTableNames", one.name);
    const found = own.filter((one) => fits(one) && isNamed(one) && hasTags(request, one.tags));
    const { items, echo } = nextPage(found, request);
    world.call.transitional = items.some((one) => one.status !== "Active");
    return { TransitRouterRouteTables: items.map(shown), ...echo };
  },
});

/** At most 20. Source: SDK model. */
function requireFew(values: unknown): void {
  if (Array.isArray(values) && values.length > 20) throw new Refusal(400, "InvalidParameter", "At most 20 values.");
}

function shown(table: RouterRouteTable): Record<string, unknown> {
  return {
    TransitRouterRouteTableId: table.id,
    TransitRouterRouteTableName: table.name,
    TransitRouterRouteTableDescription: table.description,
    TransitRouterRouteTableType: table.type,
    TransitRouterRouteTableStatus: table.status,
    TransitRouterId: table.routerId,
    RegionId: table.regionId,
    RouteTableOptions: { MultiRegionECMP: "disable" },
    CreateTime: cbnTime(table.createdAt),
    Tags: table.tags,
  };
}
