import type { CallEntry } from "../src/simulator/world.ts";
import { type Kind, kinds } from "./kinds.ts";
import { type Disturbance, nthOf, type Schedule } from "./schedule.ts";
import type { Undisturbed } from "./undisturbed.ts";

export interface Choice {
  /** Of reads that poll between two writes only the first, the second and the last. */
  readonly fewPolls: boolean;
  /** Absent: every kind. */
  readonly only?: readonly string[];
  readonly onceOnly?: boolean;
}

/** One fault each: every call with every kind that it can meet, once and until healed; and a death at every boundary. */
export function exhaustive(sound: Undisturbed, choice: Choice): readonly Schedule[] {
  const met = positions(sound.calls, choice.fewPolls).flatMap((call) => {
    const nth = nthOf(call, sound.calls);
    const { product, action } = call;
    return kindsFor(call, choice.only).flatMap((kind): readonly Disturbance[] => {
      const once = { kind, product, action, nth, untilHealed: false };
      return choice.onceOnly ? [once] : [once, { ...once, untilHealed: true }];
    });
  });
  const deaths = Array.from({ length: sound.boundaries }, (_, index) => ({ faults: [], dieAt: index + 1 }));
  return [...met.map((fault) => ({ faults: [fault] })), ...deaths];
}

/** The names of the kinds that a call can meet. */
export function kindsFor(call: CallEntry, only?: readonly string[]): readonly string[] {
  const all: readonly (readonly [string, Kind])[] = Object.entries(kinds);
  return all.filter(([name, kind]) => kind.meets(call) && (only?.includes(name) ?? true)).map(([name]) => name);
}

function positions(calls: readonly CallEntry[], fewPolls: boolean): readonly CallEntry[] {
  if (!fewPolls) return calls;
  let writes = 0;
  const stretches = new Map<string, CallEntry[]>();
  for (const call of calls) {
    if (call.kind === "write") writes += 1;
    const name = `${writes} ${call.kind} ${call.action}`;
    stretches.set(name, [...(stretches.get(name) ?? []), call]);
  }
  const few = [...stretches.values()].flatMap((all) => [...all.slice(0, 2), ...all.slice(2).slice(-1)]);
  return few.sort((a, b) => a.index - b.index);
}
