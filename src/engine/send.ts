import { randomUUID } from "node:crypto";
import type { Outcome, Reply } from "../api/call.ts";
import type { ItemKey } from "../keys.ts";
import type { Intent } from "../state/store.ts";
import { fillIn, hashCall } from "./call-hash.ts";
import { intentKey } from "./intents.ts";
import type { Change } from "./verdict.ts";
import type { EngineWorld } from "./world.ts";

interface Attempt {
  readonly item: ItemKey;
  readonly title: string;
  readonly change: Change;
  readonly generation: number;
  readonly isUndo: boolean;
  /** The token of an attempt whose outcome is not known; absent for a new one. */
  readonly token?: string;
}

/** Writes the intent down, sends the call once, and writes down what became of it. */
export async function send(world: EngineWorld, attempt: Attempt): Promise<Outcome> {
  const { item, title, change } = attempt;
  const intent = intentOf(world, attempt);
  await world.clock.during(world.journal.keep(intent));
  world.tell({ type: "sending", item, title, change });
  const marker = markerOf(world, attempt);
  const signedAt = change.write.repeat === "marker" ? intent.at : undefined;
  const outcome = await world.cloud.send(fillIn(change.write.call, { token: intent.token, marker }, signedAt));
  const after = concluded(intent, outcome, world.cloud.serverNow());
  if (after) await world.clock.during(world.journal.keep(after));
  world.tell({ type: "answered", item, change, outcome: outcome.is, ...requestIdOf(outcome) });
  return outcome;
}

/** The mark with its generation, as a purchase carries it. */
export function markerOf(world: Pick<EngineWorld, "marker">, attempt: Pick<Attempt, "item" | "generation">): string {
  return `${world.marker(attempt.item)}-g${attempt.generation}`;
}

function intentOf(world: EngineWorld, attempt: Attempt): Intent {
  const { item, change, generation, isUndo } = attempt;
  const { repeat, call } = change.write;
  const fresh = { token: randomUUID(), marker: markerOf(world, attempt), keyed: "" }[repeat];
  const token = attempt.token ?? fresh;
  const key = intentKey(item, change.slot);
  const before = attempt.token === undefined ? undefined : world.journal.find(key);
  const first = before ? { firstAt: before.firstAt ?? before.at } : {};
  const kind = {
    ...(isOrder(change) ? { isOrder: true as const } : {}),
    ...(isUndo ? { isUndo: true as const } : {}),
  };
  const at = world.cloud.serverNow();
  return { key, callHash: hashCall(call), token, generation, state: "sending", at, ...first, ...kind };
}

/** Whether there may be a second one of it, paid for too. */
export function isOrder({ risk, write }: Change): boolean {
  return risk === "costs-money" && write.bills === "order";
}

/**
 * Undefined: nothing is known, and the intent stays as it is. What is said to a repeat of a token settles nothing either,
 * unless it was taken: the one that was sent first may still be on its way.
 */
function concluded(intent: Intent, outcome: Outcome, answeredAt: number): Intent | undefined {
  switch (outcome.is) {
    // The list lags behind the answer, however long ago the same token left for the first time.
    case "answered":
      return { ...intent, state: "answered", at: answeredAt, reply: outcome.reply };
    case "unknown":
      return undefined;
    // "already" among them: what stands there is not proven to be ours.
    default:
      return intent.firstAt === undefined ? { ...intent, state: "refused" } : undefined;
  }
}

function requestIdOf(outcome: Outcome): { requestId?: string } {
  const id = outcome.is === "answered" ? (outcome.reply as Reply).RequestId : outcome.error.requestId;
  return typeof id === "string" ? { requestId: id } : {};
}
