import type { ItemKey } from "../keys.ts";
import type { Intent } from "../state/store.ts";
import { slotOf, stillToComeMs } from "./intents.ts";
import type { RunState } from "./run-state.ts";
import type { Verdict } from "./verdict.ts";

type Final = Verdict & { is: "done" | "not-needed" };

/** What an item's writes made has been seen (or has been taken away): the diary stops wondering about them. */
export async function conclude(run: RunState, item: ItemKey, verdict: Final): Promise<void> {
  const { journal, clock } = run.world;
  const all = journal.of(item);
  const isUndo = run.order.plan.way === "undo";
  const over = all.filter((one) => (isUndo ? isGone(one, all) : isSeen(one, verdict)));
  for (const intent of over) await clock.during(journal.keep({ ...intent, state: isUndo ? "undone" : "settled" }));
}

/** Of an order only what shows it does. */
function isSeen(intent: Intent, verdict: Final): boolean {
  if (intent.state !== "answered" && intent.state !== "sending") return false;
  if (intent.state === "answered" || !intent.isOrder) return true;
  return verdict.is === "done" && !verdict.leaves?.includes(slotOf(intent));
}

/** An order that nobody took away is not gone because no list shows it. */
function isGone(intent: Intent, all: readonly Intent[]): boolean {
  if (intent.state === "refused" || intent.state === "undone") return false;
  return !intent.isOrder || isTakenAway(intent, all);
}

function isTakenAway(intent: Intent, all: readonly Intent[]): boolean {
  return all.some((one) => one.isUndo && one.state !== "refused" && one.at >= intent.at);
}

/**
 * Undo: what an earlier run has sent and nobody saw, or saw and took away since. What was taken away does not come again; of
 * what was sent and never heard of, nobody knows which of several things was taken away.
 */
function stragglers(run: RunState, item: ItemKey): readonly Intent[] {
  if (run.order.plan.way === "do") return [];
  const all = run.world.journal.of(item);
  return all.filter((one) => !one.isUndo && (one.state === "sending" || !isTakenAway(one, all)));
}

/** Undo: for how long something of the item may still come, although nothing of it is to be seen. */
export function mayStillComeMs(run: RunState, item: ItemKey): number {
  return stillToComeMs(stragglers(run, item), run.world.cloud.serverNow(), run.order);
}

/** Undo: whether something of the item may have come since the last look began. */
export function mayHaveCome(run: RunState, item: ItemKey): boolean {
  return stragglers(run, item).some(({ state }) => state === "sending" || state === "answered");
}
