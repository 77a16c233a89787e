import { Refusal } from "../action.ts";
import type { EventHandler } from "../world.ts";
import { cbnAction } from "./cbn-action.ts";
import { pairParameters, readPair } from "./table-pair.ts";
import type { RouterAssociation } from "./things.ts";
import { beginTransition, endTransition } from "./transition.ts";

/** Says in which table a router looks up what comes over an attachment: one table for each attachment and router. */
export const associateTransitRouterAttachmentWithRouteTable = cbnAction({
  name: "AssociateTransitRouterAttachmentWithRouteTable",
  kind: "write",
  parameters: pairParameters,
  evidence:
    "metadata; one table an attachment: API page. Assumptions: an inter-region connection has one at each Enterprise end; " +
    "the code for a second one",
  handle(world, request) {
    const { attachment, table, locks } = readPair(world, request);
    const id = `${attachment.id}/${table.routerId}`;
    if (world.find("tr-association", id)) {
      throw new Refusal(
        400,
        "OperationFailed.RouteTableAssociationExist",
        "The attachment has an association already.",
      );
    }
    const data = { associationId: id };
    beginTransition(world, { kind: "associate-route-table", locks, event: "router-association.settled", data });
    const association: RouterAssociation = {
      id,
      uid: attachment.uid,
      attachmentId: attachment.id,
      routerId: table.routerId,
      tableId: table.id,
      status: "Associating",
    };
    world.put("tr-association", association);
    return {};
  },
});

/** Ends both the making and the replacing of an association. */
export const whenAssociationSettled: EventHandler = (world, data) => {
  endTransition(world, data);
  const found = world.find<RouterAssociation>("tr-association", String(data.associationId));
  if (!found) return;
  const { formerTableId: _, ...rest } = found;
  world.put("tr-association", { ...(rest as RouterAssociation), status: "Active" });
};
