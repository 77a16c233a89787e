import type { CallEntry } from "../src/simulator/world.ts";

export interface CallCounts {
  readonly writes: number;
  /** Reads besides polling. */
  readonly reads: number;
  readonly polls: number;
}

/** Polling is repeating a read whose last answer showed something in transition. */
export function countCalls(calls: readonly CallEntry[]): CallCounts {
  const lastWasTransitional = new Map<string, boolean>();
  const counts = { writes: 0, reads: 0, polls: 0 };
  for (const call of calls) {
    const name = JSON.stringify([call.product, call.action, call.params]);
    if (call.kind === "write") counts.writes += 1;
    else if (lastWasTransitional.get(name)) counts.polls += 1;
    else counts.reads += 1;
    lastWasTransitional.set(name, call.transitional ?? false);
  }
  return counts;
}
