import type { SimAction } from "../action.ts";

/** An action of Ecs: its RAM action has the product's prefix. */
export function ecsAction(action: Omit<SimAction, "product" | "permission">): SimAction {
  return { ...action, product: "Ecs", permission: `ecs:${action.name}` };
}
