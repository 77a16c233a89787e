import type { CallEntry } from "../src/simulator/world.ts";

export interface CallCounts {
  readonly writes: number;
  /** Reads besides polling. */
  readonly reads: number;
  readonly polls: number;
}

interface Counted {
  readonly call: CallEntry;
  readonly as: keyof CallCounts;
}

/** Polling is repeating a read whose last answer showed something in transition. */
export function classify(calls: readonly CallEntry[]): readonly Counted[] {
  const lastWasTransitional = new Map<string, boolean>();
  return calls.map((call) => {
    const name = JSON.stringify([call.product, call.action, call.params]);
    const isPoll = lastWasTransitional.get(name) ?? false;
    lastWasTransitional.set(name, call.transitional ?? false);
    return { call, as: call.kind === "write" ? "writes" : isPoll ? "polls" : "reads" };
  });
}

export function countCalls(calls: readonly CallEntry[]): CallCounts {
  const counts = { writes: 0, reads: 0, polls: 0 };
  for (const { as } of classify(calls)) counts[as] += 1;
  return counts;
}
