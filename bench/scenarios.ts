import { openRig, type Ran, type Rig } from "../test/support/rig.ts";
import { todaysTutorials, tutorials } from "../test/support/worlds.ts";
import { type CallCounts, countCalls } from "./call-counts.ts";
import { lowerBoundMs } from "./lower-bound.ts";
import { timelineOf } from "./timeline.ts";

export interface Makespan {
  /** Without the time in which only people and parcels were waited for. */
  readonly makespanMs: number;
  readonly boundMs: number;
  readonly ratio: number;
}

export interface Figures extends CallCounts, Makespan {
  readonly scenario: string;
  readonly readsAgain: number;
}

/** How long a run took, and how long no order of its writes could have been faster than. */
export function makespanOf(rig: Rig, ran: Ran): Makespan {
  const { items, totalMs, humanOnlyMs } = timelineOf(rig, ran);
  const makespanMs = totalMs - humanOnlyMs;
  const boundMs = lowerBoundMs(items) - humanOnlyMs;
  return { makespanMs, boundMs, ratio: makespanMs / boundMs };
}

export async function measureScenarios(seeds: readonly number[]): Promise<readonly Figures[]> {
  const all: Figures[] = [];
  for (const scenario of [...tutorials, ...todaysTutorials]) {
    for (const seed of seeds) all.push(await measure(scenario, seed));
  }
  return all;
}

async function measure(scenario: string, seed: number): Promise<Figures> {
  const rig = await openRig({ scenario, seed, wire: "none" });
  const ran = await rig.run();
  const again = await rig.run();
  await rig.close();
  const name = seed === 1 ? scenario : `${scenario}, seed ${seed}`;
  const { reads: readsAgain } = countCalls(again.calls);
  return { scenario: name, ...countCalls(ran.calls), readsAgain, ...makespanOf(rig, ran) };
}
