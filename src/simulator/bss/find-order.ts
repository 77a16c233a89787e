import { Refusal, type SimRequest } from "../action.ts";
import type { LedgerEntry, World } from "../world.ts";

/** An order of the caller's own account; another's does not exist for it. */
export function findOrder(world: World, { uid, params }: SimRequest): LedgerEntry {
  const order = world.state.ledger.find((entry) => entry.orderId === params.OrderId && entry.uid === uid);
  if (order !== undefined) return order;
  throw new Refusal(200, "InvalidOrderId", "The specified order does not exist.");
}
