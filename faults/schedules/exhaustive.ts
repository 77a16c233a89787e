import type { CallEntry } from "../../src/simulator/world.ts";
import type { Undisturbed } from "../undisturbed.ts";
import { type Kind, kinds } from "./kinds.ts";
import { repeats } from "./repeats.ts";
import { type Disturbance, nthOf, type Schedule } from "./schedule.ts";

/** One minute less than E. */
const LAG_MINUTES = 4;

export interface Choice {
  /** Of reads that poll between two writes only the first, the second and the last. */
  readonly fewPolls: boolean;
  /** Absent: every kind. */
  readonly only?: readonly string[];
  readonly onceOnly?: boolean;
}

/**
 * Every call with every kind of fault that it can meet, once and until healed; every write whose outcome is open with every
 * kind that its repeat can meet; every death; every hard world.
 */
export function exhaustive(sound: Undisturbed, choice: Choice): readonly Schedule[] {
  return [...met(sound, choice), ...repeats(sound), ...deaths(sound), ...hardWorlds(sound)];
}

/** Every call with every kind that it can meet. */
export function met(sound: Undisturbed, choice: Choice): readonly Schedule[] {
  const disturbances = positions(sound.calls, choice.fewPolls).flatMap((call) => {
    const nth = nthOf(call, sound.calls);
    const { product, action } = call;
    return kindsFor(call, choice.only).flatMap((kind): readonly Disturbance[] => {
      const once = { kind, product, action, nth, untilHealed: false };
      return choice.onceOnly ? [once] : [once, { ...once, untilHealed: true }];
    });
  });
  return disturbances.map((fault) => ({ faults: [fault] }));
}

/** The process ends at each boundary: killed, by a power cut, and killed while lists lag behind. */
export function deaths({ boundaries }: Undisturbed): readonly Schedule[] {
  const each = Array.from({ length: boundaries }, (_, index) => index + 1);
  return each.flatMap((at): readonly Schedule[] => [
    { faults: [], death: { how: "killed", at } },
    { faults: [], death: { how: "powercut", at } },
    { faults: [], death: { how: "killed", at }, lagMinutes: LAG_MINUTES },
  ]);
}

/** Lists that lag or hide, an order that a colleague has placed, and another sagctl that comes along. */
export function hardWorlds({ calls, boundaries, trial }: Undisturbed): readonly Schedule[] {
  const isBought = calls.some((call) => call.action === "CreateSmartAccessGateway");
  const second = [0, 0.25, 0.5, 0.75].map((share) => Math.max(1, Math.floor(share * boundaries)));
  const hidden = "smartag:DescribeSmartAccessGateways";
  return [
    { faults: [], lagMinutes: LAG_MINUTES },
    ...(trial.way === "do" ? unseen(hidden) : []),
    ...(isBought
      ? [
          { faults: [], hasColleague: true },
          { faults: [], hasColleague: true, hidden },
        ]
      : []),
    ...[...new Set(boundaries === 0 ? [] : second)].map((secondAt) => ({ faults: [], secondAt })),
  ];
}

/** What is there, or will be, and no list shows: from the beginning, and once all is done. */
function unseen(gateways: string): readonly Schedule[] {
  const each = [gateways, "cen:DescribeCenBandwidthPackages"].map((hidden) => ({ faults: [], hidden }));
  return [...each, ...each.map((next) => ({ faults: [], next }))];
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
