import { SagctlError } from "../errors.ts";
import type { ItemKey } from "../keys.ts";
import { hashCall } from "./call-hash.ts";
import { conclude, mayHaveCome, mayStillComeMs } from "./conclude.ts";
import type { End } from "./events.ts";
import { staysUnder } from "./foundations.ts";
import { createLook, type NotBefore } from "./look.ts";
import { makeChange } from "./make-change.ts";
import { patiencePauseMs, settlingPauseMs } from "./pace.ts";
import { isPassed, passesUnseen } from "./passed.ts";
import { givenTo, verdictOf } from "./preview.ts";
import { confirm, rest } from "./rest.ts";
import { probeKey, runProbe } from "./run-probe.ts";
import { createItemState, type ItemState, type RunState } from "./run-state.ts";
import type { Change, Node, Verdict } from "./step.ts";
import { orTheirTurn } from "./their-turn.ts";
import { doubted, isComplete, isUnseen, unseen } from "./unseen.ts";
import { waitForStragglers } from "./wait-for-news.ts";

type Ends = readonly (readonly [ItemKey, Promise<End>])[];

/** How those end that an item waits for: always, or only when it is about to cost money. */
interface Waits {
  readonly before: Ends;
  readonly beforePaying: Ends;
}

/** One item's whole course: wait for those before it, then look and act until it is over. */
export async function runItem(run: RunState, node: Node, { before, beforePaying }: Waits): Promise<End> {
  // What cannot be looked at waits for nothing: the file may tell all that others need of it.
  const obstacle = isUnseen(node, run.world)
    ? undefined
    : await firstObstacle(
        run,
        before,
        passesUnseen(node, run.order.plan.way, (key) => factsFor(run, key)),
      );
  if (obstacle) return keepFacts(run, node, undefined, { is: "held-up", by: obstacle });
  const item = createItemState(node.key, node.title);
  const given = await givenTo(node, (key) => factsFor(run, key));
  const upheld = await whatStandsOn(run, node.key, before);
  try {
    for (;;) {
      if (run.order.stop.aborted) return keepFacts(run, node, undefined, interrupted(run, node.key));
      const { seen, verdict } = await lookAndJudge(run, node, item, given);
      if (verdict.is === "changes" && mustWaitToPay(run, item, verdict, beforePaying)) {
        const unpaid = await firstObstacle(run, beforePaying, (key) => isComplete(factsFor(run, key)));
        if (unpaid) return keepFacts(run, node, seen, { is: "held-up", by: unpaid });
        item.mayPay = true;
        item.newerThan = item.lookedAt;
        continue;
      }
      if (verdict.is === "changes" && verdict.behind && run.isTarget(node.key)) {
        const by = await stillBehind(run, item, verdict.behind);
        if (by) return keepFacts(run, node, seen, { is: "held-up", by });
        continue;
      }
      const end = await act(run, item, upheld === undefined ? verdict : leave(verdict, upheld));
      if (end) return keepFacts(run, node, seen, end);
    }
  } catch (error) {
    return keepFacts(run, node, undefined, unreachable(run, node.key, error));
  } finally {
    run.locks.release(item.held);
  }
}

/** Waits, once, for what others free in this run. An item that is not part of it frees nothing. */
async function stillBehind(run: RunState, item: ItemState, keys: readonly ItemKey[]): Promise<ItemKey | undefined> {
  letGo(run, item);
  const ends = keys.flatMap((key) => {
    const end = run.ends.get(key);
    return end ? [[key, end] as const] : [];
  });
  const isHopeless = item.wasBehind || ends.length < keys.length;
  item.wasBehind = true;
  item.newerThan = run.world.reads.mark();
  return isHopeless ? keys[0] : firstObstacle(run, ends, (key) => isComplete(factsFor(run, key)));
}

/** Days may pass until then: it is looked at again before anything is paid. */
function mustWaitToPay(run: RunState, item: ItemState, { now }: Verdict & { is: "changes" }, before: Ends): boolean {
  return before.length > 0 && !item.mayPay && run.isTarget(item.key) && now[0].risk === "costs-money";
}

/** Undo: what has been left in this run, and cannot be without this item. */
async function whatStandsOn(run: RunState, key: ItemKey, before: Ends): Promise<ItemKey | undefined> {
  if (run.order.plan.way === "do") return undefined;
  for (const [other, end] of before) {
    if (isLeft(await end) && run.graph.node(other).standsOn.includes(key)) return other;
  }
  return undefined;
}

function isLeft(end: End): boolean {
  return end.is === "stays" || (end.is === "looked-at" && end.verdict.is === "stays");
}

/** It stays, whatever has been allowed: the cloud would refuse to take it away. */
function leave(verdict: Verdict, upheld: ItemKey): Verdict {
  const left = staysUnder(verdict, upheld);
  if (left.is !== "stays") return left;
  const { found: _, ...stays } = left;
  return stays;
}

/** How an item ends when the cloud cannot be reached; any other error stops the run. */
function unreachable(run: RunState, key: ItemKey, error: unknown): End {
  if (!(error instanceof SagctlError) || error.kind !== "unreachable") throw error;
  // A stopped run tries no read again, so that one lost answer is no news of the cloud.
  if (run.order.stop.aborted) return interrupted(run, key);
  return { is: "unsettled", because: error.text, mayHaveCommitted: mayHaveCommitted(run, key) };
}

function interrupted(run: RunState, key: ItemKey): End {
  return { is: "interrupted", mayHaveCommitted: mayHaveCommitted(run, key) };
}

function mayHaveCommitted({ world }: RunState, key: ItemKey): boolean {
  return world.journal.of(key).some((intent) => intent.state === "sending");
}

function factsFor(run: RunState, key: ItemKey): unknown {
  return run.order.plan.way === "undo" ? run.order.plan.facts.get(key) : run.facts.get(key);
}

function keepFacts(run: RunState, node: Node, seen: unknown, end: End): End {
  run.facts.set(node.key, seen === undefined ? run.order.plan.facts.get(node.key) : node.facts(seen));
  return end;
}

/** `goesOn`: whether it may be gone on without what no key here can look at. */
async function firstObstacle(
  run: RunState,
  before: Ends,
  goesOn: (key: ItemKey) => boolean,
): Promise<ItemKey | undefined> {
  const { way } = run.order.plan;
  for (const [key, end] of before) {
    const ended = await end;
    const stands = run.standing.has(key);
    if (!isPassed(ended, { way, passesUnseen: goesOn(key), stands })) return key;
  }
  return undefined;
}

async function lookAndJudge(
  run: RunState,
  node: Node,
  item: ItemState,
  given: Readonly<Record<string, unknown>>,
): Promise<{ seen: unknown; verdict: Verdict }> {
  if (isUnseen(node, run.world)) return { seen: undefined, verdict: unseen(node, run.order.plan.way) };
  const look = createLook(run.world, node.key, freshness(run, item), (path) => item.probes.get(probeKey(path)));
  item.sawWrite = run.notBefore(item.key, item.held);
  try {
    const seen = await node.observe(look, given);
    item.lookedAt = run.world.reads.mark();
    if (run.order.plan.way === "undo") return { seen, verdict: undoing(run, node, seen, given) };
    const verdict = node.judge(seen, given);
    if (verdict.stands) run.standing.add(node.key);
    return { seen, verdict };
  } catch (error) {
    return { seen: undefined, verdict: verdictOf(error) };
  }
}

function undoing(run: RunState, node: Node, seen: unknown, given: Readonly<Record<string, unknown>>): Verdict {
  const { graph, order, world } = run;
  const { rows } = order.plan;
  const verdict = node.undo(seen, given);
  const wasBlind = rows.some((row) => row.item === node.key && row.verdict.is === "failed");
  return wasBlind ? doubted(verdict, node, { graph, rows, journal: world.journal }) : verdict;
}

/** What an item asks again must be newer than its last look; all else, newer than the writes that it may show. */
function freshness(run: RunState, item: ItemState): NotBefore {
  const { asked: before, newerThan, isPolling } = item;
  const asked = new Set<string>();
  item.asked = asked;
  item.newerThan = 0;
  item.isPolling = false;
  return (call, isAtRest) => {
    const hash = hashCall(call);
    asked.add(hash);
    const written = run.notBefore(item.key, item.held, call.product);
    return Math.max(written, before.has(hash) && !(isAtRest && isPolling) ? newerThan : 0);
  };
}

/** Undefined: look again. */
async function act(run: RunState, item: ItemState, verdict: Verdict): Promise<End | undefined> {
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

function letGo(run: RunState, item: ItemState): void {
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
