import type { CallError, Outcome } from "../api/call.ts";
import { isDenied, isTimeOff } from "../api/codes.ts";
import { readDenial } from "../api/denial.ts";
import { readingOf } from "../api/readings.ts";
import type { ItemKey } from "../keys.ts";
import type { Intent } from "../state/store.ts";
import { plain, say } from "../text.ts";
import { hashCall, holdsLater } from "./call-hash.ts";
import type { End } from "./events.ts";
import { intentKey, type Move, nextMove } from "./intents.ts";
import { busyPauseMs } from "./pace.ts";
import { planHolds } from "./plan.ts";
import { purchaseUnknown } from "./purchase-unknown.ts";
import { confirm } from "./rest.ts";
import type { ItemState, RunState } from "./run-state.ts";
import { isOrder, markerOf, send } from "./send.ts";
import type { Change } from "./verdict.ts";
import { waitForId, waitForNews } from "./wait-for-news.ts";
import type { EngineWorld } from "./world.ts";

/** Sends one change, if plan, consent, locks and diary allow it. Undefined: look again. */
export async function makeChange(run: RunState, item: ItemState, change: Change): Promise<End | undefined> {
  if (!planHolds(run.order.plan, item.key, change)) return notPlanned(change);
  if (change.risk !== "none" && !run.order.approved.has(`${item.key}#${change.slot}`)) {
    return { is: "declined", change: change.summary };
  }
  if (holdsLater(change.write.call.params)) return waitForId(run, item, change);
  if (await mustLookFirst(run, item, change)) return undefined;
  const move = moveFor(run, item, change);
  if (move.is === "wait") return waitForNews(run, item, change, move);
  const intent = run.world.journal.find(intentKey(item.key, change.slot));
  if (mustConfirm(run, item, move, intent)) return undefined;
  if (move.is === "send") return sendNow(run, item, change, move);
  return purchaseUnknown(change, intent, markOf(run.world, item.key, change, intent));
}

function notPlanned(change: Change): End {
  return {
    is: "failed",
    kind: "guard",
    because: say`The cloud has changed since the plan was made: ${plain(change.summary)} was not in it`,
    tryThis: [say`Run the same command again: it makes a new plan`],
  };
}

/** Takes the locks; true if what was seen is older than what others wrote under them, or a list must be read once more. */
async function mustLookFirst(run: RunState, item: ItemState, change: Change): Promise<boolean> {
  const { locks } = change.write;
  if (!locks.every((lock) => item.held.includes(lock))) {
    run.locks.release(item.held);
    item.held = [];
    await run.locks.take(locks, run.order.stop);
    if (run.order.stop.aborted) return true;
    item.held = locks;
  }
  if (run.notBefore(item.key, locks) > item.sawWrite) return true;
  if (!change.rereads || item.reread) return false;
  item.reread = true;
  item.newerThan = run.world.reads.mark();
  return true;
}

/** The same token may be sent again at any time; all else is decided by how long ago the last one was sent. */
function mustConfirm(run: RunState, item: ItemState, move: Move, intent: Intent | undefined): boolean {
  const isOpen = intent !== undefined && intent.state !== "refused" && intent.state !== "undone";
  const isSameToken = move.is === "send" && move.token !== undefined;
  return isOpen && !isSameToken && confirm(run, item);
}

function moveFor(run: RunState, item: ItemState, change: Change): Move {
  const { world, order } = run;
  const intent = world.journal.find(intentKey(item.key, change.slot));
  const { repeat, call, bills } = change.write;
  const isOther = (one: Intent) => one.isOrder === true && one.key !== intentKey(item.key, change.slot);
  return nextMove({
    intent,
    others: world.journal.of(item.key).filter(isOther),
    repeat,
    // A grant may be a matter of money, and is charged to nobody.
    costsMoney: change.risk === "costs-money" && bills !== "nothing",
    isOrder: isOrder(change),
    callHash: hashCall(call),
    now: world.cloud.serverNow(),
    buyAgain: order.buyAgain.has(markOf(world, item.key, change, intent)),
    commitBoundMs: order.commitBoundMs,
    readLagMs: order.readLagMs,
  });
}

async function sendNow(
  run: RunState,
  item: ItemState,
  change: Change,
  move: Move & { is: "send" },
): Promise<End | undefined> {
  const { generation, token } = move;
  const isUndo = run.order.plan.way === "undo";
  const attempt = { item: item.key, title: item.title, change, generation, isUndo, ...(token ? { token } : {}) };
  const outcome = await send(run.world, attempt);
  run.wrote(item.key, change.write);
  item.reread = false;
  item.confirmed = false;
  item.sentAt = run.awake.now();
  return afterSending(run, item, change, outcome);
}

async function afterSending(
  run: RunState,
  item: ItemState,
  change: Change,
  outcome: Outcome,
): Promise<End | undefined> {
  if (outcome.is === "answered") {
    item.busyTimes = 0;
    return undefined;
  }
  if (outcome.is === "refused")
    return saysTimeIsOff(run, item, outcome.error) ? undefined : refused(change, outcome.error);
  item.workingSince ??= run.awake.now();
  if (run.awake.now() - item.workingSince >= run.order.deadlineMs) {
    const { action, code, requestId } = outcome.error;
    const request = requestId === undefined ? "" : ` (request ${requestId})`;
    const because = say`${action} was answered with ${code} to the last${request}`;
    return { is: "unsettled", because, mayHaveCommitted: outcome.is === "unknown" };
  }
  if (outcome.is === "busy" || outcome.is === "unsent") {
    // What the cloud works on meanwhile stays held.
    run.locks.release(change.write.locks);
    item.held = item.held.filter((lock) => !change.write.locks.includes(lock));
  }
  item.busyTimes += 1;
  const pauseMs = busyPauseMs(item.busyTimes, outcome.is === "busy" ? outcome.afterMs : undefined);
  await run.awake.sleep(pauseMs, run.order.stop);
  item.newerThan = run.world.reads.mark();
  return undefined;
}

/** The machine slept between look and call, or its clock was set: with the service's time, which every answer tells, once more. */
function saysTimeIsOff(run: RunState, item: ItemState, { code }: CallError): boolean {
  if (item.knowsTime || !isTimeOff(code)) return false;
  item.knowsTime = true;
  item.newerThan = run.world.reads.mark();
  return true;
}

function refused(change: Change, error: CallError): End {
  const because = say`${error.product} refused ${error.action}: ${error.code}: ${error.message}`;
  if (!isDenied(error.code)) return { is: "failed", kind: "refused", because, tryThis: readingOf(error.code), error };
  const { tryThis } = readDenial(change.write.call, error);
  return { is: "failed", kind: "denied", because, tryThis, error };
}

/** What stands in the order's remark or description, where the call takes one: a ClientToken shows nowhere. */
function markOf(world: EngineWorld, item: ItemKey, { write }: Change, intent: Intent | undefined): string {
  if (intent && write.repeat === "marker") return intent.token;
  return markerOf(world, { item, generation: intent?.generation ?? 1 });
}
