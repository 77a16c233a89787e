import { createRouteEntry } from "../vpc/create-route-entry.ts";
import { cbnAction } from "./cbn-action.ts";
import { asOwnerOfTable, routeParameters } from "./route-to-attachment.ts";

/** Writes a route to the attachment into a table of its VPC; it answers no id. */
export const createCenChildInstanceRouteEntryToAttachment = cbnAction({
  name: "CreateCenChildInstanceRouteEntryToAttachment",
  kind: "write",
  parameters: routeParameters,
  evidence: "metadata; states: API page; codes: those of Vpc's CreateRouteEntry by assumption",
  handle(world, request) {
    createRouteEntry.handle(world, asOwnerOfTable(world, request));
    return {};
  },
});
