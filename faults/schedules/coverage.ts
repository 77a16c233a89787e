import type { CallEntry } from "../../src/simulator/world.ts";
import type { Undisturbed } from "../undisturbed.ts";
import { kindsFor } from "./exhaustive.ts";
import { type Disturbance, nthOf, type Schedule } from "./schedule.ts";

/** So many faults fit into one run, as long as none of them ends an item's course. */
const MOST_A_RUN = 12;

/** Of these every call is met; of the others, those of actions that these do not have. */
const whole: readonly string[] = ["tutorial-a", "tutorial-a-today", "tutorial-b", "tutorial-b-cross-region"];

/** What a trial is to be disturbed by. */
export interface Share {
  readonly sound: Undisturbed;
  readonly disturbances: readonly Disturbance[];
}

/** Every call with every kind of fault that it can meet, once. A read that is sent again is the same call. */
export function sharesOf(sounds: readonly Undisturbed[]): readonly Share[] {
  const isWhole = ({ trial }: Undisturbed) => whole.includes(trial.scenario);
  const known = new Set<string>();
  return [...sounds.filter(isWhole), ...sounds.filter((sound) => !isWhole(sound))].map((sound) => {
    const { way } = sound.trial;
    const all = disturbancesOf(sound);
    const disturbances = isWhole(sound) ? all : all.filter(({ action }) => !known.has(`${way} ${action}`));
    for (const { action } of all) known.add(`${way} ${action}`);
    return { sound, disturbances };
  });
}

/** Where a call is sent several times, the kinds take its times in turn. */
function disturbancesOf({ calls }: Undisturbed): readonly Disturbance[] {
  const same = new Map<string, CallEntry[]>();
  for (const call of calls) {
    const { ClientToken: _, ...params } = call.params;
    const name = `${call.action} ${JSON.stringify(params)}`;
    same.set(name, [...(same.get(name) ?? []), call]);
  }
  return [...same.values()].flatMap((times) => {
    const [first] = times;
    const kinds = first ? kindsFor(first) : [];
    return kinds.map((kind, index): Disturbance => {
      const call = times[index % times.length] as CallEntry;
      return { kind, product: call.product, action: call.action, nth: nthOf(call, calls), untilHealed: false };
    });
  });
}

/** Carries out one schedule, and tells how often each of its faults was met. */
export type CarryOut = (schedule: Schedule) => Promise<readonly number[]>;

/** Meets all of them, many in one run; returns what was not met even alone. */
export async function coverAll(
  disturbances: readonly Disturbance[],
  carryOut: CarryOut,
): Promise<readonly Disturbance[]> {
  const missed: Disturbance[] = [];
  for (const kind of new Set(disturbances.map((one) => one.kind))) {
    const ofKind = disturbances.filter((one) => one.kind === kind);
    missed.push(...(await coverKind(ofKind, carryOut)));
  }
  return missed;
}

/** One that ends an item's course keeps others from being met: those are tried again, with fewer beside them. */
async function coverKind(all: readonly Disturbance[], carryOut: CarryOut): Promise<readonly Disturbance[]> {
  const missed = new Set<Disturbance>();
  const met = new Set<Disturbance>();
  for (let size = MOST_A_RUN; met.size + missed.size < all.length; ) {
    const faults = farApart(
      all.filter((one) => !met.has(one) && !missed.has(one)),
      size,
    );
    const fired = await carryOut({ faults });
    const hit = faults.filter((_, index) => fired[index] !== 0);
    for (const one of hit) met.add(one);
    if (hit.length > 0) continue;
    // None of them: the call does not come any more, or one fault beside it is enough to hide it.
    if (faults.length === 1) for (const one of faults) missed.add(one);
    size = Math.max(1, Math.floor(faults.length / 2));
  }
  return [...missed];
}

/** So many of them, as far from each other as they can be: neighbours are often the same read, tried again. */
function farApart<T>(all: readonly T[], count: number): readonly T[] {
  const step = Math.max(1, Math.ceil(all.length / count));
  return all.filter((_, index) => index % step === 0);
}
