import type { CallEntry } from "../src/simulator/world.ts";
import { kindsFor } from "./exhaustive.ts";
import { type Disturbance, nthOf, type Schedule } from "./schedule.ts";
import type { Undisturbed } from "./undisturbed.ts";

/** Faults that end no item's course: many of them fit into one run. */
const MOST_A_RUN = 12;

/** What a trial is to be disturbed by. */
export interface Share {
  readonly sound: Undisturbed;
  readonly disturbances: readonly Disturbance[];
}

/** Every action, done and taken back, with every kind that it can meet: each action in the trial with the fewest calls. */
export function sharesOf(sounds: readonly Undisturbed[]): readonly Share[] {
  const known = new Set<string>();
  return [...sounds]
    .sort((a, b) => a.calls.length - b.calls.length)
    .map((sound) => {
      const isNew = (action: string) => !known.has(`${sound.trial.way} ${action}`);
      const actions = [...new Set(sound.calls.map((call) => call.action))].filter(isNew);
      for (const action of actions) known.add(`${sound.trial.way} ${action}`);
      return { sound, disturbances: actions.flatMap((action) => disturbancesOf(action, sound)) };
    });
}

/** The kinds take the calls of an action in turn. */
function disturbancesOf(action: string, { calls }: Undisturbed): readonly Disturbance[] {
  const all = calls.filter((call) => call.action === action);
  const [first] = all;
  if (!first) return [];
  return kindsFor(first).map((kind, index) => {
    const call = all[index % all.length] as CallEntry;
    return { kind, product: call.product, action, nth: nthOf(call, calls), untilHealed: false };
  });
}

/** Carries out one schedule, and tells how often each of its faults was met. */
export type CarryOut = (schedule: Schedule) => Promise<readonly number[]>;

/**
 * Puts faults of one kind together in a run, each on another action. One that ends an item's course keeps others from being
 * met: those are tried again, with fewer beside them. Returns what was not met even alone.
 */
export async function coverAll(
  disturbances: readonly Disturbance[],
  carryOut: CarryOut,
): Promise<readonly Disturbance[]> {
  const missed: Disturbance[] = [];
  const kinds = [...new Set(disturbances.map(({ kind }) => kind))];
  for (const kind of kinds) {
    let left = disturbances.filter((one) => one.kind === kind);
    for (let size = MOST_A_RUN; left.length > 0; ) {
      const faults = left.slice(0, size);
      const met = await carryOut({ faults });
      const unmet = faults.filter((_, index) => met[index] === 0);
      left = [...left.slice(size), ...unmet];
      if (unmet.length < faults.length) continue;
      // None of them: the call does not come any more, or one fault beside it is enough to hide it.
      if (faults.length === 1) missed.push(...left.splice(left.length - 1, 1));
      size = Math.max(1, Math.floor(faults.length / 2));
    }
  }
  return missed;
}
