import { expect } from "vitest";
import { ordersOf } from "./normalise.ts";
import type { Ran, Rig, RunOptions } from "./rig.ts";

export interface Resumed {
  readonly ran: Ran;
  /** Marks of purchases of which nothing was heard, and which a person then allowed to send once more. */
  readonly inBalance: readonly string[];
}

/** Runs again as a person would: once more, and by their word if a purchase is in the balance and no order is there. */
export async function resume(rig: Rig, options: RunOptions = {}): Promise<Resumed> {
  const before = ordersOf(rig.cloud.world.state);
  const ran = await rig.run(options);
  const inBalance = [...ran.ends.values()].flatMap((end) => (end.is === "unknown" ? [end.marker] : []));
  if (inBalance.length === 0) return { ran, inBalance };
  expect(ordersOf(rig.cloud.world.state)).toEqual(before);
  return { ran: await rig.run({ ...options, buyAgain: new Set(inBalance) }), inBalance };
}
