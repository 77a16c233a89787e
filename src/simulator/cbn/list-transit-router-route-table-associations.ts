import { Refusal } from "../action.ts";
import { cbnAction } from "./cbn-action.ts";
import { text } from "./fields.ts";
import { pagedPairs, pairListParameters } from "./pair-list.ts";

/** Which attachments are looked up in which table; a table or an attachment has to be named. */
export const listTransitRouterRouteTableAssociations = cbnAction({
  name: "ListTransitRouterRouteTableAssociations",
  kind: "read",
  parameters: { TransitRouterRouteTableId: { type: "string" }, ...pairListParameters },
  evidence: "metadata; one of the two ids is needed, unknown ids give an empty list: API page; the code: assumption",
  handle(world, request) {
    if (!text(request, "TransitRouterRouteTableId") && !text(request, "TransitRouterAttachmentId")) {
      throw new Refusal(400, "InvalidParameter", "A route table or an attachment is needed.");
    }
    const { rows, echo } = pagedPairs(world, request, "tr-association");
    return { TransitRouterAssociations: rows, ...echo };
  },
});
