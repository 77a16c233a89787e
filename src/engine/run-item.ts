import { SagctlError } from "../errors.ts";
import type { ItemKey } from "../keys.ts";
import { act, letGo } from "./act.ts";
import type { End } from "./events.ts";
import { isKept, type Stays, staysUnder } from "./foundations.ts";
import { lookAndJudge } from "./look-and-judge.ts";
import { isPassed, passesUnseen } from "./passed.ts";
import { givenTo } from "./preview.ts";
import { createItemState, type ItemState, type RunState } from "./run-state.ts";
import type { Node } from "./step.ts";
import { isComplete, isUnseen } from "./unseen.ts";
import type { Verdict } from "./verdict.ts";

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
      const waiting = verdict.is === "changes" ? waitToSend(run, item, verdict, beforePaying) : undefined;
      if (waiting) {
        const by = await waiting;
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

/**
 * Waits for what must be over before a change is sent: what comes before it costs money, then what frees what it needs.
 * Undefined: nothing has to be waited for. It resolves with what holds the item up for good, if anything does.
 */
function waitToSend(
  run: RunState,
  item: ItemState,
  verdict: Verdict & { is: "changes" },
  beforePaying: Ends,
): Promise<ItemKey | undefined> | undefined {
  if (mustWaitToPay(run, item, verdict, beforePaying)) return waitToPay(run, item, beforePaying);
  return verdict.behind && run.isTarget(item.key) ? stillBehind(run, item, verdict.behind) : undefined;
}

/** Days may pass until then: it is looked at again before anything is paid. */
function mustWaitToPay(run: RunState, item: ItemState, { now }: Verdict & { is: "changes" }, before: Ends): boolean {
  return before.length > 0 && !item.mayPay && run.isTarget(item.key) && now[0].risk === "costs-money";
}

async function waitToPay(run: RunState, item: ItemState, before: Ends): Promise<ItemKey | undefined> {
  const unpaid = await firstObstacle(run, before, (key) => isComplete(factsFor(run, key)));
  if (unpaid) return unpaid;
  item.mayPay = true;
  item.newerThan = item.lookedAt;
  return undefined;
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

/** Undo: what has been left in this run, and cannot be without this item. */
async function whatStandsOn(run: RunState, key: ItemKey, before: Ends): Promise<ItemKey | undefined> {
  if (run.order.plan.way === "do") return undefined;
  for (const [other, end] of before) {
    const left = whatIsLeft(await end);
    if (left && isKept(key, run.graph, other, left)) return other;
  }
  return undefined;
}

function whatIsLeft(end: End): Stays | undefined {
  const said = end.is === "looked-at" ? end.verdict : end;
  return said.is === "stays" ? said : undefined;
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
