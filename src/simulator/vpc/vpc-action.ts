import type { SimAction } from "../action.ts";

/** An action of Vpc: its RAM action has the product's prefix. */
export function vpcAction(action: Omit<SimAction, "product" | "permission">): SimAction {
  return { ...action, product: "Vpc", permission: `vpc:${action.name}` };
}
