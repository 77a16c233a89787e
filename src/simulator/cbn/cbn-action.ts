import type { SimAction } from "../action.ts";

/** An action of Cbn: its RAM action has the prefix cen. */
export function cbnAction(action: Omit<SimAction, "product" | "permission">): SimAction {
  return { ...action, product: "Cbn", permission: `cen:${action.name}` };
}
