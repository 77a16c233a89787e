import type { CallEntry } from "../src/simulator/world.ts";

export interface CallCounts {
  readonly writes: number;
  /** Reads besides polling. */
  readonly reads: number;
  readonly polls: number;
  /** A ping on an instance, and what it takes to have it and its result. */
  readonly probes: number;
}

interface Counted {
  readonly call: CallEntry;
  readonly as: keyof CallCounts;
}

const ofProbes = new Set(["DescribeCloudAssistantStatus", "RunCommand", "DescribeInvocationResults"]);

/** Polling is repeating a read whose last answer showed something in transition. */
export function classify(calls: readonly CallEntry[]): readonly Counted[] {
  const lastWasTransitional = new Map<string, boolean>();
  return calls.map((call) => {
    const name = nameOf(call);
    const isPoll = lastWasTransitional.get(name) ?? false;
    lastWasTransitional.set(name, call.transitional ?? false);
    if (ofProbes.has(call.action)) return { call, as: "probes" };
    return { call, as: call.kind === "write" ? "writes" : isPoll ? "polls" : "reads" };
  });
}

/** Two calls of one name ask for the same with the same key. */
export function nameOf({ uid, product, action, params }: CallEntry): string {
  return JSON.stringify([uid, product, action, params]);
}

export function countCalls(calls: readonly CallEntry[]): CallCounts {
  const counts = { writes: 0, reads: 0, polls: 0, probes: 0 };
  for (const { as } of classify(calls)) counts[as] += 1;
  return counts;
}
