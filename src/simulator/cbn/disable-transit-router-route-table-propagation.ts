import { Refusal } from "../action.ts";
import type { EventHandler } from "../world.ts";
import { cbnAction } from "./cbn-action.ts";
import { pairParameters, readPair } from "./table-pair.ts";
import type { RouterPropagation } from "./things.ts";
import { beginTransition, endTransition } from "./transition.ts";

/** Lets a table forget what an attachment brings: its routes are gone from the start (assumption). */
export const disableTransitRouterRouteTablePropagation = cbnAction({
  name: "DisableTransitRouterRouteTablePropagation",
  kind: "write",
  parameters: pairParameters,
  evidence:
    "metadata; states: API page; codes: those of EnableTransitRouterRouteTablePropagation, for none: assumption",
  handle(world, request) {
    const { attachment, table, locks } = readPair(world, request, "IncorrectStatus.AttachmentOrRouteTable");
    const found = world.find<RouterPropagation>("tr-propagation", `${attachment.id}/${table.id}`);
    if (!found) throw new Refusal(404, "InvalidPropagation.NotFound", "The table does not learn from it.");
    if (found.status !== "Active") {
      throw new Refusal(400, "IncorrectStatus.AttachmentOrRouteTable", "The propagation is being changed.");
    }
    const data = { propagationId: found.id };
    beginTransition(world, { kind: "propagate-route-table", locks, event: "router-propagation.gone", data });
    world.put("tr-propagation", { ...found, status: "Disabling" } satisfies RouterPropagation);
    return {};
  },
});

export const whenPropagationDisabled: EventHandler = (world, data) => {
  endTransition(world, data);
  world.remove("tr-propagation", String(data.propagationId));
};
