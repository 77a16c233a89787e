import type { Repeat } from "../api/call.ts";
import type { ItemKey } from "../keys.ts";
import type { Intent, IntentKey } from "../state/store.ts";

/** How long a ClientToken is believed to be remembered by the service; no document says, so a day at most. */
const TOKEN_LIFE_MS = 24 * 60 * 60 * 1000;

export interface Bounds {
  /** D: after this a request that was sent can no longer commit. 15 min: the documented validity of a signed request. */
  readonly commitBoundMs: number;
  /** E: how far lists may lag behind. */
  readonly readLagMs: number;
}

export interface Asked extends Bounds {
  readonly intent: Intent | undefined;
  readonly repeat: Repeat;
  readonly costsMoney: boolean;
  readonly callHash: string;
  /** Server time, milliseconds since 1970. */
  readonly now: number;
  /** A person's word that this marker may buy once more. */
  readonly buyAgain: boolean;
}

export type Move =
  | { readonly is: "send"; readonly generation: number; readonly token?: string }
  /** Look again, at the latest in so many milliseconds. */
  | { readonly is: "wait"; readonly ms: number; readonly for: "outcome" | "list" }
  | { readonly is: "unknown" };

export function intentKey(item: ItemKey, slot: string): IntentKey {
  return `${item}#${slot}`;
}

/** What may be done about a change that is still wanted after a look, given what the diary says of it. Pure. */
export function nextMove(asked: Asked): Move {
  const { intent } = asked;
  if (!intent) return { is: "send", generation: 1 };
  const again: Move = { is: "send", generation: intent.generation + 1 };
  if (intent.state === "refused" || intent.state === "settled" || intent.state === "undone") return again;
  return intent.state === "answered" ? afterAnswer(asked, intent, again) : afterSilence(asked, intent, again);
}

/** It was answered, and yet a look does not show it: the list is behind, or it is gone. */
function afterAnswer(asked: Asked, intent: Intent, again: Move): Move {
  const age = asked.now - intent.at;
  if (!asked.costsMoney) return age < asked.readLagMs ? waitFor(asked.readLagMs - age, "list") : again;
  return untilBound(asked, age, "list", again);
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

function waitFor(ms: number, what: "outcome" | "list"): Move {
  return { is: "wait", ms, for: what };
}
