import type { SimRequest } from "../action.ts";
import type { LivingWorld } from "../living-world.ts";
import type { ProductName } from "../product-name.ts";
import { findAction } from "../registry.ts";
import { commit } from "./commit.ts";
import { asRefusal } from "./process.ts";

/** A request whose sender got no answer takes effect after all. */
export function commitLate(world: LivingWorld, data: Record<string, unknown>): void {
  const { product, request, index } = data as { product: ProductName; request: SimRequest; index: number };
  const action = findAction(product, request.action);
  const call = world.state.calls.find((entry) => entry.index === index);
  if (action === undefined || call === undefined) return;
  world.call = call;
  try {
    commit(world, action, request);
    call.code = "CommittedLate";
  } catch (error) {
    call.code = asRefusal(error).code;
  }
}
