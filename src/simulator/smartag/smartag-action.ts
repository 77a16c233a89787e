import type { SimAction } from "../action.ts";

/**
 * An action of Smartag: its RAM action has the product's prefix, and an absent required parameter answers 403.
 * Source: error tables of the action pages.
 */
export function smartagAction(action: Omit<SimAction, "product" | "permission" | "missing">): SimAction {
  return {
    ...action,
    product: "Smartag",
    permission: `smartag:${action.name}`,
    missing: { status: 403, code: "MissingParameter" },
  };
}
