import type { CallEntry } from "../src/simulator/world.ts";
import { type NormalWorld, ordersOf } from "../test/support/normalise.ts";
import type { Moment } from "../test/support/rig.ts";
import { openStage } from "./stage/stage.ts";
import type { Trial } from "./trial.ts";

/** What a trial comes to when nothing goes wrong: the measure of every disturbed run. Plain data, for other processes. */
export interface Undisturbed {
  readonly trial: Trial;
  /** Where it starts; absent: at the scenario's beginning. */
  readonly from?: Moment;
  readonly calls: readonly CallEntry[];
  readonly boundaries: number;
  readonly world: NormalWorld;
  readonly orders: Readonly<Record<string, number>>;
}

export async function runUndisturbed(trial: Trial): Promise<Undisturbed> {
  const from = trial.way === "undo" ? await afterDoing(trial) : undefined;
  const { rig } = await openStage({ trial, ...(from ? { from } : {}) });
  const { calls, boundaries } = await rig.run({ way: trial.way });
  const kept = structuredClone(calls);
  const orders = ordersOf(rig.cloud.world.state);
  const world = await rig.settled();
  await rig.close();
  return { trial, ...(from ? { from } : {}), calls: kept, boundaries: boundaries.length, world, orders };
}

/** Undo starts where doing has come to. */
async function afterDoing(trial: Trial): Promise<Moment> {
  const { rig } = await openStage({ trial: { ...trial, way: "do" } });
  await rig.run();
  const moment = await rig.moment();
  await rig.close();
  return moment;
}
