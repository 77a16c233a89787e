import { Refusal } from "../action.ts";
import type { EventHandler, World } from "../world.ts";
import { cbnAction } from "./cbn-action.ts";
import { removeTable } from "./new-transit-router.ts";
import { ownRouterTable } from "./router-lookups.ts";
import { requireTableActive } from "./router-status.ts";
import type { RouterAssociation, RouterPropagation, RouterRouteTable } from "./things.ts";
import { beginTransition, endTransition } from "./transition.ts";
import { writeParameters } from "./write-parameters.ts";

/** Deletes a Custom table that no attachment uses. */
export const deleteTransitRouterRouteTable = cbnAction({
  name: "DeleteTransitRouterRouteTable",
  kind: "write",
  parameters: { TransitRouterRouteTableId: { type: "string", required: true }, ...writeParameters },
  evidence:
    "metadata; not the System one: API page, its code: assumption; IncorrectStatus.TransitRouterRouteTable while it is in " +
    "use: Terraform provider repeats it; static routes go with the table: assumption",
  handle(world, request) {
    const table = ownRouterTable(world, request, "InvalidTransitRouterRouteTableId.NotFound");
    if (table.type === "System") {
      throw new Refusal(400, "OperationUnsupported.TransitRouterRouteTable", "The System table cannot be deleted.");
    }
    requireTableActive(table);
    requireUnused(world, table);
    const data = { tableId: table.id };
    const locks = [`tr:${table.routerId}`];
    beginTransition(world, { kind: "router-route-table", locks, event: "router-table.deleted", data });
    world.put("tr-route-table", { ...table, status: "Deleting" } satisfies RouterRouteTable);
    return {};
  },
});

function requireUnused(world: World, { id }: RouterRouteTable): void {
  const isUsing = (one: RouterAssociation | RouterPropagation) => one.tableId === id || one.formerTableId === id;
  const associations = world.all<RouterAssociation>("tr-association");
  const propagations = world.all<RouterPropagation>("tr-propagation");
  if (![...associations, ...propagations].some(isUsing)) return;
  throw new Refusal(400, "IncorrectStatus.TransitRouterRouteTable", "The route table is still in use.");
}

export const whenRouterTableDeleted: EventHandler = (world, data) => {
  endTransition(world, data);
  removeTable(world, String(data.tableId));
};
