import { conclude, mayHaveCome, mayStillComeMs } from "./conclude.ts";
import type { End } from "./events.ts";
import { makeChange } from "./make-change.ts";
import { patiencePauseMs, settlingPauseMs } from "./pace.ts";
import { confirm, rest } from "./rest.ts";
import { runProbe } from "./run-probe.ts";
import type { ItemState, RunState } from "./run-state.ts";
import { orTheirTurn } from "./their-turn.ts";
import type { Change, Verdict } from "./verdict.ts";
import { waitForStragglers } from "./wait-for-news.ts";

/** Does what a verdict calls for. Undefined: look again. */
export async function act(run: RunState, item: ItemState, verdict: Verdict): Promise<End | undefined> {
  if (verdict.is !== "settling" && verdict.is !== "changes") letGo(run, item);
  if (!run.isTarget(item.key) && verdict.is !== "settling") return { is: "looked-at", verdict };
  switch (verdict.is) {
    case "settling":
      return isFree(run, item, verdict) ? makeChange(run, item, verdict.meanwhile) : settle(run, item, verdict);
    case "changes":
      return orTheirTurn(verdict.now[0], await makeChange(run, item, verdict.now[0]));
    case "stays":
      return verdict.found && run.order.approved.has(`${item.key}#${verdict.found[0].slot}`)
        ? orTheirTurn(verdict.found[0], await makeChange(run, item, verdict.found[0]))
        : verdict;
    case "blocked":
      return waitForPeople(run, item, verdict);
    case "probe":
      return runProbe(run, item, verdict.path);
    case "failed":
      return verdict;
    default:
      return finish(run, item, verdict);
  }
}

async function finish(
  run: RunState,
  item: ItemState,
  verdict: Verdict & { is: "done" | "not-needed" },
): Promise<End | undefined> {
  const ms = mayStillComeMs(run, item.key);
  if (ms > 0) return waitForStragglers(run, item, ms);
  if (mayHaveCome(run, item.key) && confirm(run, item)) return undefined;
  await conclude(run, item.key, verdict);
  return verdict;
}

/** Whoever waits for its locks may have them. */
export function letGo(run: RunState, item: ItemState): void {
  run.locks.release(item.held);
  item.held = [];
  item.reread = false;
}

type Meanwhile = Verdict & { is: "settling"; meanwhile: Change };

/** Takes the locks of what can be sent while the cloud works. Nobody queues for them: two who keep others would wait for each other. */
function isFree(run: RunState, item: ItemState, verdict: Verdict & { is: "settling" }): verdict is Meanwhile {
  const { meanwhile, locks: kept = [] } = verdict;
  if (!meanwhile || !run.isTarget(item.key)) return false;
  const lacking = [...new Set([...kept, ...meanwhile.write.locks])].filter((lock) => !item.held.includes(lock));
  if (!run.locks.tryTake(lacking)) return false;
  item.held = [...item.held, ...lacking];
  return true;
}

async function settle(run: RunState, item: ItemState, verdict: Verdict & { is: "settling" }): Promise<End | undefined> {
  const { world, order } = run;
  if (item.held.length === 0 && verdict.locks && run.locks.tryTake(verdict.locks)) item.held = verdict.locks;
  const now = run.awake.now();
  item.workingSince ??= now;
  const worked = now - item.workingSince;
  if (worked >= order.deadlineMs) return { is: "unsettled", because: verdict.until, mayHaveCommitted: true };
  // What was sent last has only just begun, however long what came before it took.
  const waited = now - Math.max(item.workingSince, item.sentAt);
  const untilMs = Math.max(0, verdict.expectMs - waited);
  world.tell({
    type: "waiting",
    item: item.key,
    title: item.title,
    for: verdict.until,
    who: "cloud",
    untilMs,
    tryThis: [],
  });
  await rest(run, item, settlingPauseMs(waited));
  item.isPolling = true;
  return undefined;
}

async function waitForPeople(
  run: RunState,
  item: ItemState,
  verdict: Verdict & { is: "blocked" },
): Promise<End | undefined> {
  const { world, order } = run;
  const { expectMs, stands: _, ...end } = verdict;
  item.workingSince = undefined;
  item.blockedSince ??= world.clock.now();
  const waited = world.clock.now() - item.blockedSince;
  if (expectMs === undefined || waited >= order.patienceMs) return end;
  const { on, who, tryThis } = end;
  const untilMs = Math.max(0, expectMs - waited);
  world.tell({ type: "waiting", item: item.key, title: item.title, for: on, who, untilMs, tryThis });
  await rest(run, item, patiencePauseMs(waited));
  return undefined;
}
