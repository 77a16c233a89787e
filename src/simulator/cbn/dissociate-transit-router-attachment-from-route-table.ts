import { Refusal } from "../action.ts";
import type { EventHandler } from "../world.ts";
import { cbnAction } from "./cbn-action.ts";
import { standingAssociation } from "./standing-association.ts";
import { pairParameters, readPair } from "./table-pair.ts";
import type { RouterAssociation } from "./things.ts";
import { beginTransition, endTransition } from "./transition.ts";

/** Takes an association away: what comes over the attachment is dropped from then on. */
export const dissociateTransitRouterAttachmentFromRouteTable = cbnAction({
  name: "DissociateTransitRouterAttachmentFromRouteTable",
  kind: "write",
  dryRun: "answered",
  parameters: pairParameters,
  evidence: "metadata; states: API page; DryRun answered: SDK model; codes: assumptions",
  handle(world, request) {
    const pair = readPair(world, request);
    const association = standingAssociation(world, pair);
    if (association.tableId !== pair.table.id) {
      throw new Refusal(404, "InvalidAssociation.NotFound", "The attachment is associated with another table.");
    }
    const data = { associationId: association.id };
    const { locks } = pair;
    beginTransition(world, { kind: "associate-route-table", locks, event: "router-association.gone", data });
    world.put("tr-association", { ...association, status: "Dissociating" } satisfies RouterAssociation);
    return {};
  },
});

export const whenDissociated: EventHandler = (world, data) => {
  endTransition(world, data);
  world.remove("tr-association", String(data.associationId));
};
