import type { EventHandler } from "../world.ts";
import { cbnAction } from "./cbn-action.ts";
import { readTags } from "./names.ts";
import { newRouteTable } from "./new-transit-router.ts";
import { ownRouter } from "./router-lookups.ts";
import { readNames } from "./router-names.ts";
import { requireEnterprise, requireRouterActive } from "./router-status.ts";
import type { RouterRouteTable } from "./things.ts";
import { beginTransition, endTransition } from "./transition.ts";
import { tagParameter, writeParameters } from "./write-parameters.ts";

/** Makes a Custom route table on an Enterprise router: empty, and nothing is looked up in it yet. */
export const createTransitRouterRouteTable = cbnAction({
  name: "CreateTransitRouterRouteTable",
  kind: "write",
  parameters: {
    TransitRouterId: { type: "string", required: true },
    TransitRouterRouteTableName: { type: "string" },
    TransitRouterRouteTableDescription: { type: "string" },
    Tag: tagParameter,
    ...writeParameters,
  },
  evidence: "metadata; states: API page; codes: Terraform provider and those of the router's other actions",
  handle(world, request) {
    const router = ownRouter(world, request, "InvalidTransitRouterId.NotFound");
    requireEnterprise(router);
    requireRouterActive(router, "IncorrectStatus.Status");
    const named = { ...readNames(request, "TransitRouterRouteTable"), tags: readTags(request) };
    const table = newRouteTable(world, router, "Custom", named);
    const data = { tableId: table.id };
    const locks = [`tr:${router.id}`];
    beginTransition(world, { kind: "router-route-table", locks, event: "router-table.settled", data });
    return { TransitRouterRouteTableId: table.id };
  },
});

/** Ends the making and the changing of a table. */
export const whenRouterTableSettled: EventHandler = (world, data) => {
  endTransition(world, data);
  const table = world.find<RouterRouteTable>("tr-route-table", String(data.tableId));
  if (table) world.put("tr-route-table", { ...table, status: "Active" } satisfies RouterRouteTable);
};
