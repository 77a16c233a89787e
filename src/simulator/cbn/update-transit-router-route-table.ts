import { cbnAction } from "./cbn-action.ts";
import { ownRouterTable } from "./router-lookups.ts";
import { changedNames } from "./router-names.ts";
import { requireTableActive } from "./router-status.ts";
import type { RouterRouteTable } from "./things.ts";
import { beginTransition } from "./transition.ts";
import { writeParameters } from "./write-parameters.ts";

/** Changes a table's name and description; it stays Active meanwhile, for it has no state of being changed. */
export const updateTransitRouterRouteTable = cbnAction({
  name: "UpdateTransitRouterRouteTable",
  kind: "write",
  parameters: {
    TransitRouterRouteTableId: { type: "string", required: true },
    TransitRouterRouteTableName: { type: "string" },
    TransitRouterRouteTableDescription: { type: "string" },
    ...writeParameters,
  },
  evidence: "metadata; codes: Terraform provider",
  handle(world, request) {
    const table = ownRouterTable(world, request, "InvalidTransitRouterRouteTableId.NotFound");
    requireTableActive(table);
    const data = { tableId: table.id };
    const locks = [`tr:${table.routerId}`];
    beginTransition(world, { kind: "router-route-table", locks, event: "router-table.settled", data });
    const changed: RouterRouteTable = { ...table, ...changedNames(request, "TransitRouterRouteTable") };
    world.put("tr-route-table", changed);
    return {};
  },
});
