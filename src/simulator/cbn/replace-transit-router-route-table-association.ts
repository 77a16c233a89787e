import { Refusal } from "../action.ts";
import { cbnAction } from "./cbn-action.ts";
import { standingAssociation } from "./standing-association.ts";
import { pairParameters, readPair } from "./table-pair.ts";
import type { RouterAssociation } from "./things.ts";
import { beginTransition } from "./transition.ts";

/** Moves an association to another table; the former one holds until that is through (assumption). */
export const replaceTransitRouterRouteTableAssociation = cbnAction({
  name: "ReplaceTransitRouterRouteTableAssociation",
  kind: "write",
  parameters: pairParameters,
  evidence: "metadata; Replacing, then Active: API page; codes: assumptions",
  handle(world, request) {
    const pair = readPair(world, request);
    const association = standingAssociation(world, pair);
    if (association.tableId === pair.table.id) {
      throw new Refusal(400, "OperationFailed.RouteTableAssociationExist", "It is associated with that table already.");
    }
    const data = { associationId: association.id };
    const { locks } = pair;
    beginTransition(world, { kind: "associate-route-table", locks, event: "router-association.settled", data });
    const formerTableId = association.tableId;
    const changed: RouterAssociation = { ...association, tableId: pair.table.id, formerTableId, status: "Replacing" };
    world.put("tr-association", changed);
    return {};
  },
});
