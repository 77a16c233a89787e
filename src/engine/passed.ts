import type { End, Plan } from "./events.ts";
import type { Verdict } from "./step.ts";
import { isComplete } from "./unseen.ts";

/** Who waits for an item, and for what of it. */
export interface Waiter {
  readonly way: Plan["way"];
  /** It uses what the item tells; otherwise only the order counts. */
  readonly isNeeded: boolean;
  /** What the item tells. */
  readonly facts: unknown;
  /** All that others need of the item is there. */
  readonly stands: boolean;
}

/** Whether an item that ended, or stands, so holds up nothing that waits for it. */
export function isPassed(ended: End | Verdict, { way, isNeeded, facts, stands }: Waiter): boolean {
  if (way === "do" && stands) return true;
  const end = ended.is === "looked-at" ? ended.verdict : ended;
  if (end.is === "blocked" && end.unseen) return !isNeeded || isComplete(facts);
  return end.is === "done" || end.is === "not-needed" || (way === "undo" && end.is === "stays");
}
