import { openRig } from "../test/support/rig.ts";
import { type Tutorial, tutorials } from "../test/support/worlds.ts";
import { type CallCounts, countCalls } from "./call-counts.ts";
import { lowerBoundMs } from "./lower-bound.ts";
import { timelineOf } from "./timeline.ts";

export interface Figures extends CallCounts {
  readonly scenario: string;
  readonly readsAgain: number;
  /** Without the time in which only people and parcels were waited for. */
  readonly makespanMs: number;
  readonly boundMs: number;
  readonly ratio: number;
}

export async function measureScenarios(seeds: readonly number[]): Promise<readonly Figures[]> {
  const all: Figures[] = [];
  for (const scenario of tutorials) for (const seed of seeds) all.push(await measure(scenario, seed));
  return all;
}

async function measure(scenario: Tutorial, seed: number): Promise<Figures> {
  const rig = await openRig({ scenario, seed });
  const ran = await rig.run();
  const again = await rig.run();
  await rig.close();
  const { items, totalMs, humanOnlyMs } = timelineOf(rig, ran);
  const makespanMs = totalMs - humanOnlyMs;
  const boundMs = lowerBoundMs(items) - humanOnlyMs;
  const name = seed === 1 ? scenario : `${scenario}, seed ${seed}`;
  const { reads: readsAgain } = countCalls(again.calls);
  return { scenario: name, ...countCalls(ran.calls), readsAgain, makespanMs, boundMs, ratio: makespanMs / boundMs };
}
