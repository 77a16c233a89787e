import { Refusal } from "../action.ts";
import type { EventHandler } from "../world.ts";
import { cbnAction } from "./cbn-action.ts";
import { pairParameters, readPair } from "./table-pair.ts";
import type { RouterPropagation } from "./things.ts";
import { beginTransition, endTransition } from "./transition.ts";

/** Lets a table learn what an attachment brings; an attachment may teach several tables. */
export const enableTransitRouterRouteTablePropagation = cbnAction({
  name: "EnableTransitRouterRouteTablePropagation",
  kind: "write",
  parameters: pairParameters,
  evidence: "metadata; codes: API page; the code for one that stands already: assumption",
  handle(world, request) {
    const { attachment, table, locks } = readPair(world, request, "IncorrectStatus.AttachmentOrRouteTable");
    const id = `${attachment.id}/${table.id}`;
    if (world.find("tr-propagation", id)) {
      throw new Refusal(400, "OperationFailed.RouteTablePropagationExist", "The table learns from it already.");
    }
    const data = { propagationId: id };
    beginTransition(world, { kind: "propagate-route-table", locks, event: "router-propagation.enabled", data });
    const propagation: RouterPropagation = {
      id,
      uid: attachment.uid,
      attachmentId: attachment.id,
      routerId: table.routerId,
      tableId: table.id,
      status: "Enabling",
    };
    world.put("tr-propagation", propagation);
    return {};
  },
});

export const whenPropagationEnabled: EventHandler = (world, data) => {
  endTransition(world, data);
  const found = world.find<RouterPropagation>("tr-propagation", String(data.propagationId));
  if (found) world.put("tr-propagation", { ...found, status: "Active" } satisfies RouterPropagation);
};
