import type { CallEntry } from "../../src/simulator/world.ts";
import type { Ran } from "../../test/support/rig.ts";
import type { Once } from "../run-once.ts";
import type { Attempt } from "../stage/witness.ts";
import type { Violation } from "./violation.ts";
import { isAnswered, isHanging } from "./what-became.ts";

/**
 * L: the cloud's "another operation is in progress" may come from others, from what is not known and from an item that has
 * been given up; never from one whose course goes on.
 */
export function judgeLocks({ ran, attempts }: Once, calls: readonly CallEntry[]): readonly Violation[] {
  return attempts.flatMap((attempt): readonly Violation[] => {
    const lock = lockOf(attempt);
    if (lock === undefined) return [];
    const holder = calls.findLast((call) => call.at <= attempt.at && call.committed && call.locks?.includes(lock));
    const ours = attempts.find(({ outcome }) => outcome?.is === "answered" && holderIs(holder, outcome.reply));
    if (!holder || !ours || !isAnswered(holder) || isHanging(holder) || isGivenUp(ran, ours, attempt.at)) return [];
    return [{ of: "L", because: `${attempt.call.action} met ${lock}, which ${holder.action} held` }];
  });
}

/** As the simulated cloud words it. */
function lockOf({ outcome }: Attempt): string | undefined {
  if (outcome?.is !== "busy") return undefined;
  return /Another operation is in progress on (.+)\.$/.exec(outcome.error.message)?.[1];
}

function holderIs(holder: CallEntry | undefined, reply: Readonly<Record<string, unknown>>): boolean {
  return holder !== undefined && holder.requestId === reply.RequestId;
}

/** Nobody looks any more at what it has begun, so nobody knows when that is over; told even by a run that died later. */
function isGivenUp(ran: Ran | undefined, { item }: Attempt, before: number): boolean {
  const ended = ran?.events.find((event) => event.type === "ended" && event.item === item && event.at <= before);
  return ended?.type === "ended" && (ended.end.is === "failed" || ended.end.is === "unsettled");
}
