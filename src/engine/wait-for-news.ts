import { plain, say, type Text } from "../text.ts";
import type { End } from "./events.ts";
import type { Move } from "./intents.ts";
import { settlingPauseMs } from "./pace.ts";
import { rest } from "./rest.ts";
import type { ItemState, RunState } from "./run-state.ts";
import type { Change } from "./verdict.ts";

/** The outcome is unknown, or the list is behind: keep looking until nothing can come any more. */
export function waitForNews(
  run: RunState,
  item: ItemState,
  change: Change,
  move: Move & { is: "wait" },
): Promise<End | undefined> {
  const { action } = change.write.call;
  const texts = {
    outcome: say`news of ${action}: it is not known whether it was carried out`,
    list: say`what ${action} made to show in the list`,
    "another order": say`what an earlier order comes to, before another one is placed`,
  };
  return lookLater(run, item, {
    for: texts[move.for],
    pauseMs: move.ms,
    // A list may lag for minutes, and usually does not: only a lost answer is worth a time.
    untilMs: move.for === "list" ? 0 : move.ms,
    mayHaveCommitted: true,
  });
}

/** Undo: nothing is to be seen of what an earlier run sent, and it may still come. */
export function waitForStragglers(run: RunState, item: ItemState, ms: number): Promise<End | undefined> {
  const what = say`what an earlier run has sent: it may still be carried out, and would stay`;
  return lookLater(run, item, { for: what, pauseMs: ms, untilMs: ms, mayHaveCommitted: true });
}

/** What the change needs stands, since it has been waited for; a list that is behind does not show it at the moment. */
export function waitForId(run: RunState, item: ItemState, change: Change): Promise<End | undefined> {
  return lookLater(run, item, {
    for: say`what this needs to show in the list again: ${plain(change.summary)}`,
    pauseMs: Number.POSITIVE_INFINITY,
    untilMs: 0,
    mayHaveCommitted: false,
  });
}

interface Wait {
  readonly for: Text;
  /** At the most. */
  readonly pauseMs: number;
  /** As told; 0: nobody knows. */
  readonly untilMs: number;
  readonly mayHaveCommitted: boolean;
}

/** Undefined: look again. */
async function lookLater(run: RunState, item: ItemState, wait: Wait): Promise<End | undefined> {
  item.workingSince ??= run.awake.now();
  const waited = run.awake.now() - item.workingSince;
  const { mayHaveCommitted, untilMs, pauseMs } = wait;
  if (waited >= run.order.deadlineMs) return { is: "unsettled", because: wait.for, mayHaveCommitted };
  const { key, title } = item;
  run.world.tell({ type: "waiting", item: key, title, for: wait.for, who: "cloud", untilMs, tryThis: [] });
  await rest(run, item, Math.min(pauseMs, settlingPauseMs(waited)));
  return undefined;
}
