import { type ItemKey, type StepName, stepOf } from "../../src/keys.ts";
import { stepList } from "../../src/steps/index.ts";
import { type Moment, openRig } from "../support/rig.ts";
import type { TodaysTutorial, Tutorial } from "../support/worlds.ts";

/** Where the tutorial stands before and after a step, each step done by itself and in order. */
export interface StepMoments {
  readonly before: Moment;
  readonly after: Moment;
}

/** Goes through the tutorial a step at a time; `last` ends it early. */
export async function stepMoments(
  scenario: Tutorial | TodaysTutorial,
  last?: StepName,
): Promise<ReadonlyMap<StepName, StepMoments>> {
  const rig = await openRig({ scenario, wire: "none" });
  const moments = new Map<StepName, StepMoments>();
  let before = await rig.moment();
  for (const { name } of stepList) {
    await rig.run({ only: ofStep(name) });
    const after = await rig.moment();
    moments.set(name, { before, after });
    before = after;
    if (name === last) break;
  }
  await rig.close();
  return moments;
}

/** The items of one step. */
export function ofStep(name: StepName): (key: ItemKey) => boolean {
  return (key) => stepOf(key) === name;
}
