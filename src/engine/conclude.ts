import type { ItemKey } from "../keys.ts";
import type { Intent } from "../state/store.ts";
import type { RunState } from "./run-state.ts";

/** What an item's writes made has been seen (or has been taken away): the diary stops wondering about them. */
export async function conclude(run: RunState, item: ItemKey): Promise<void> {
  const { journal, clock } = run.world;
  const state = run.order.plan.way === "do" ? "settled" : "undone";
  for (const intent of journal.of(item).filter((one) => isOpen(one, state))) {
    await clock.during(journal.keep({ ...intent, state }));
  }
}

function isOpen(intent: Intent, next: "settled" | "undone"): boolean {
  if (intent.state === "answered" || intent.state === "sending") return true;
  return next === "undone" && intent.state === "settled";
}
