import type { CallEntry } from "../src/simulator/world.ts";
import { type NormalWorld, ordersOf } from "../test/support/normalise.ts";
import { openRig } from "../test/support/rig.ts";

/** What a scenario comes to when nothing goes wrong: the measure of every disturbed run. */
export interface Undisturbed {
  readonly scenario: string;
  readonly calls: readonly CallEntry[];
  readonly boundaries: number;
  readonly world: NormalWorld;
  readonly orders: Readonly<Record<string, number>>;
}

export async function runUndisturbed(scenario: string): Promise<Undisturbed> {
  const rig = await openRig({ scenario });
  const { calls, boundaries } = await rig.run();
  const kept = structuredClone(calls);
  const orders = ordersOf(rig.cloud.world.state);
  const world = await rig.settled();
  await rig.close();
  return { scenario, calls: kept, boundaries: boundaries.length, world, orders };
}
