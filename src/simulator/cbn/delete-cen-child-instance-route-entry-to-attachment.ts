import { deleteRouteEntry } from "../vpc/delete-route-entry.ts";
import { cbnAction } from "./cbn-action.ts";
import { asOwnerOfTable, routeParameters } from "./route-to-attachment.ts";

/** Takes such a route away again. */
export const deleteCenChildInstanceRouteEntryToAttachment = cbnAction({
  name: "DeleteCenChildInstanceRouteEntryToAttachment",
  kind: "write",
  parameters: routeParameters,
  evidence: "metadata; codes: those of Vpc's DeleteRouteEntry by assumption",
  handle(world, request) {
    deleteRouteEntry.handle(world, asOwnerOfTable(world, request));
    return {};
  },
});
