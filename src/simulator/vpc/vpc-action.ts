import type { SimAction } from "../action.ts";
import { requireRegion } from "./known-region.ts";

/** An action of Vpc: its RAM action has the product's prefix, and the region that it names has to exist. */
export function vpcAction(action: Omit<SimAction, "product" | "permission">): SimAction {
  return {
    ...action,
    product: "Vpc",
    permission: `vpc:${action.name}`,
    handle(world, request) {
      if (request.params.RegionId !== undefined) requireRegion(request.params.RegionId);
      return action.handle(world, request);
    },
  };
}
