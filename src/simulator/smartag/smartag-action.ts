import type { SimAction } from "../action.ts";
import { requireListed } from "./areas.ts";

/**
 * An action of Smartag: its RAM action has the product's prefix, and an absent required parameter answers 403.
 * Source: error tables of the action pages. Its region is one that DescribeRegions lists; the code for another is that of
 * DescribeBindableSmartAccessGateways, for the other actions by assumption.
 */
export function smartagAction(action: Omit<SimAction, "product" | "permission" | "missing">): SimAction {
  return {
    ...action,
    product: "Smartag",
    permission: `smartag:${action.name}`,
    missing: { status: 403, code: "MissingParameter" },
    handle(world, request) {
      if (request.params.RegionId !== undefined) requireListed(String(request.params.RegionId));
      return action.handle(world, request);
    },
  };
}
