import { cbnAction } from "./cbn-action.ts";
import { pagedPairs, pairListParameters } from "./pair-list.ts";

/** From which attachments a table learns; here the table has to be named. */
export const listTransitRouterRouteTablePropagations = cbnAction({
  name: "ListTransitRouterRouteTablePropagations",
  kind: "read",
  parameters: { TransitRouterRouteTableId: { type: "string", required: true }, ...pairListParameters },
  evidence: "metadata; unknown ids give an empty list: API page of the associations",
  handle(world, request) {
    const { rows, echo } = pagedPairs(world, request, "tr-propagation");
    return { TransitRouterPropagations: rows, ...echo };
  },
});
