import type { ItemKey } from "../keys.ts";
import type { End, Plan } from "./events.ts";
import type { Node } from "./step.ts";
import { isComplete } from "./unseen.ts";
import type { Verdict } from "./verdict.ts";

/** Who waits for an item, and for what of it. */
export interface Waiter {
  readonly way: Plan["way"];
  /** It goes on without the item where no key here can look at it. */
  readonly passesUnseen: boolean;
  /** All that others need of the item is there. */
  readonly stands: boolean;
}

/** Whether an item that ended, or stands, so holds up nothing that waits for it. */
export function isPassed(ended: End | Verdict, { way, passesUnseen, stands }: Waiter): boolean {
  if (way === "do" && stands) return true;
  const end = ended.is === "looked-at" ? ended.verdict : ended;
  if (end.is === "blocked" && end.unseen) return passesUnseen;
  return end.is === "done" || end.is === "not-needed" || (way === "undo" && end.is === "stays");
}

/** What an item only comes after tells it nothing; on the way back nothing may be pulled from under what is unseen. */
export function passesUnseen(
  { needs, copesWithout }: Node,
  way: Plan["way"],
  factsOf: (key: ItemKey) => unknown,
): (key: ItemKey) => boolean {
  const all = Object.values(needs);
  const goesOn = (key: ItemKey) => !all.includes(key) || isComplete(factsOf(key));
  return (key) => copesWithout.includes(key) || (way === "do" && goesOn(key));
}
