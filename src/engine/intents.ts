import type { Repeat } from "../api/call.ts";
import type { ItemKey } from "../keys.ts";
import type { Intent, IntentKey } from "../state/store.ts";

/** How long a ClientToken is believed to be remembered by the service; no document says, so a day at most. */
const TOKEN_LIFE_MS = 24 * 60 * 60 * 1000;

/** The two times on which all waiting for lost answers rests; docs/reliability.md says what they assume. */
export interface Bounds {
  /** D: after this a request that was sent can no longer commit. 15 min: the documented validity of a signed request. */
  readonly commitBoundMs: number;
  /** E: how far lists may lag behind. */
  readonly readLagMs: number;
}

/** All that the decision about a change depends on. */
export interface Asked extends Bounds {
  readonly intent: Intent | undefined;
  /** Other orders of the item. */
  readonly others: readonly Intent[];
  readonly repeat: Repeat;
  readonly costsMoney: boolean;
  /** There may be a second one of it. */
  readonly isOrder: boolean;
  readonly callHash: string;
  /** Server time, milliseconds since 1970. */
  readonly now: number;
  /** A person's word that this marker may buy once more. */
  readonly buyAgain: boolean;
}

/** What may be done about it; unknown: nothing before a person's word (exit 10). */
export type Move =
  | { readonly is: "send"; readonly generation: number; readonly token?: string }
  /** Look again, at the latest in so many milliseconds. */
  | { readonly is: "wait"; readonly ms: number; readonly for: "outcome" | "list" | "another order" }
  | { readonly is: "unknown" };

export function intentKey(item: ItemKey, slot: string): IntentKey {
  return `${item}#${slot}`;
}

/** The slot of the change that it was the intent of. */
export function slotOf({ key }: Intent): string {
  return key.slice(key.indexOf("#") + 1);
}

export function itemOfIntent({ key }: Intent): ItemKey {
  return key.slice(0, key.indexOf("#")) as ItemKey;
}

/** What may be done about a change that is still wanted after a look, given what the diary says of it. Pure. */
export function nextMove(asked: Asked): Move {
  const { intent, isOrder, others, now } = asked;
  const othersMs = isOrder ? stillToComeMs(others, now, asked) : 0;
  if (othersMs > 0) return waitFor(othersMs, "another order");
  if (!intent) return { is: "send", generation: 1 };
  const again: Move = { is: "send", generation: intent.generation + 1 };
  switch (intent.state) {
    case "sending":
      return afterSilence(asked, intent, again);
    case "answered":
      return afterAnswer(asked, intent, again);
    case "settled":
      return afterSight(asked, intent, again);
    default:
      return again;
  }
}

/** For how long what these have made may still come about, or into sight; 0: all of it would be there. */
export function stillToComeMs(intents: readonly Intent[], now: number, bounds: Bounds): number {
  const untils = intents.map(({ state, at }) => {
    if (state === "sending") return at + bounds.commitBoundMs + bounds.readLagMs;
    return state === "answered" || state === "settled" ? at + bounds.readLagMs : 0;
  });
  return Math.max(0, ...untils.map((until) => until - now));
}

/** It was answered, and yet a look does not show it: the list is behind, or it is gone. */
function afterAnswer(asked: Asked, intent: Intent, again: Move): Move {
  const age = asked.now - intent.at;
  if (!asked.costsMoney) return age < asked.readLagMs ? waitFor(asked.readLagMs - age, "list") : again;
  return untilBound(asked, age, "list", again);
}

/** It was seen, and now is not: it is gone, or the list is behind. An order that nobody sees may be hidden from this key. */
function afterSight(asked: Asked, intent: Intent, again: Move): Move {
  const isKeyed = asked.repeat === "keyed";
  // Another value for the same thing: whatever the list shows, this is what is wanted now.
  if (isKeyed && !asked.isOrder && intent.callHash !== asked.callHash) return again;
  const age = asked.now - intent.at;
  if (age < asked.readLagMs) return waitFor(asked.readLagMs - age, "list");
  // One that says how much there is to be, like a change of bandwidth, cannot be there a second time.
  return asked.isOrder && !isKeyed && !asked.buyAgain ? { is: "unknown" } : again;
}

/** No answer is known: lost on the way, or the process died. */
function afterSilence(asked: Asked, intent: Intent, again: Move): Move {
  const age = asked.now - intent.at;
  const same = intent.callHash === asked.callHash;
  const isRemembered = asked.now - (intent.firstAt ?? intent.at) < TOKEN_LIFE_MS;
  if (asked.repeat === "token" && same && isRemembered) {
    return { is: "send", generation: intent.generation, token: intent.token };
  }
  if (asked.repeat === "keyed" && !asked.costsMoney && same) return again;
  return untilBound(asked, age, "outcome", again);
}

/** Only time tells: after D + E nothing can come any more, and for money a person must still say so. */
function untilBound(asked: Asked, age: number, what: "outcome" | "list", again: Move): Move {
  const bound = asked.commitBoundMs + asked.readLagMs;
  if (age < bound) return waitFor(bound - age, what);
  if (asked.costsMoney && !asked.buyAgain) return { is: "unknown" };
  return again;
}

function waitFor(ms: number, what: (Move & { is: "wait" })["for"]): Move {
  return { is: "wait", ms, for: what };
}
