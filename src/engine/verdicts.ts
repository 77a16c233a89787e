import type { ItemKey, LockKey } from "../keys.ts";
import type { Text } from "../text.ts";
import type { Change, Verdict } from "./verdict.ts";

/** The short forms in which steps judge. */
export const done = (as: Text, ...notes: Text[]): Verdict =>
  notes.length === 0 ? { is: "done", as } : { is: "done", as, notes };

export const notNeeded = (because: Text): Verdict => ({ is: "not-needed", because });

/** A guard after a look at the cloud: nothing of the whole plan is sent. */
export const guard = (because: Text, ...tryThis: Text[]): Verdict => ({
  is: "failed",
  kind: "guard",
  because,
  tryThis,
});

export const checkFailed = (because: Text, ...tryThis: Text[]): Verdict => ({
  is: "failed",
  kind: "check",
  because,
  tryThis,
});

/** `expectMs`: how long it usually takes; `then`: what is still to come, so that a plan made meanwhile holds it. */
export function settling(
  until: Text,
  expectMs: number,
  locks: readonly LockKey[] = [],
  then: readonly Change[] = [],
): Verdict {
  return { is: "settling", until, expectMs, locks, ...(then.length === 0 ? {} : { then }) };
}

/** The changes of a verdict in order: only the first is sent before the next look. */
export const change = (first: Change, ...then: Change[]): Verdict & { is: "changes" } => ({
  is: "changes",
  now: [first],
  then,
});

/** The same, once these items of the run have freed what it needs. */
export function behind(items: readonly ItemKey[], verdict: Verdict): Verdict {
  return verdict.is === "changes" && items.length > 0 ? { ...verdict, behind: items } : verdict;
}

type Removal = Extract<Verdict, { is: "changes" | "stays" }>;

/** Undo: taken away if the diary or a marker proves that sagctl made it; else it stays, and says so. */
export function takeAway(isOurs: boolean, was: Text, first: Change, ...then: Change[]): Removal {
  if (isOurs) return { is: "changes", now: [first], then };
  return { is: "stays", because: was, found: [first, ...then] };
}
