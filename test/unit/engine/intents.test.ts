import { describe, expect, it } from "vitest";
import type { Repeat } from "../../../src/api/call.ts";
import { type Asked, type Move, nextMove } from "../../../src/engine/intents.ts";
import type { Intent } from "../../../src/state/store.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

interface Case {
  readonly state: Intent["state"] | "none";
  readonly repeat: Repeat;
  readonly money: boolean;
  readonly age: number;
  /** How long ago its token was sent for the first time; absent: it was sent once. */
  readonly firstAge?: number;
  readonly sameCall?: false;
  readonly buyAgain?: true;
  /** Charged by use, where there cannot be a second one. */
  readonly byUse?: true;
  /** Another order of the item. */
  readonly other?: Pick<Intent, "state" | "at">;
  readonly move: Move;
}

function move({ state, repeat, money, age, firstAge, sameCall, buyAgain, byUse, other }: Case): Move {
  const first = firstAge === undefined ? {} : { firstAt: age - firstAge };
  const intent: Intent = { key: "a/b#c", callHash: "h", token: "t", generation: 3, state: "sending", at: 0, ...first };
  const asked: Asked = {
    others: other ? [{ ...intent, key: "a/b#d", ...other }] : [],
    intent: state === "none" ? undefined : { ...intent, state },
    repeat,
    costsMoney: money,
    isOrder: money && !byUse,
    callHash: sameCall === false ? "other" : "h",
    now: age,
    buyAgain: buyAgain ?? false,
    commitBoundMs: 15 * MINUTE,
    readLagMs: 5 * MINUTE,
  };
  return nextMove(asked);
}

const first: Move = { is: "send", generation: 1 };
const next: Move = { is: "send", generation: 4 };
const same: Move = { is: "send", generation: 3, token: "t" };
const unknown: Move = { is: "unknown" };
const waitOutcome = (ms: number): Move => ({ is: "wait", ms, for: "outcome" });
const waitOther = (ms: number): Move => ({ is: "wait", ms, for: "another order" });
const another = (state: Intent["state"], at: number) =>
  ({ state: "none", repeat: "keyed", money: true, other: { state, at } }) as const;
const waitList = (ms: number): Move => ({ is: "wait", ms, for: "list" });

describe("what may be done about a change that is still wanted", () => {
  const repeats: readonly Repeat[] = ["token", "keyed", "marker"];

  it.each(repeats)("%s: sends the first time, and again after a definite end, money or not", (repeat) => {
    for (const money of [false, true]) {
      expect(move({ state: "none", repeat, money, age: 0, move: first })).toEqual(first);
      for (const state of ["refused", "undone"] as const) {
        expect(move({ state, repeat, money, age: 0, move: next })).toEqual(next);
      }
    }
  });

  it.each<Case>([
    // The outcome is unknown.
    { state: "sending", repeat: "token", money: false, age: 0, move: same },
    { state: "sending", repeat: "token", money: true, age: 23 * HOUR, move: same },
    { state: "sending", repeat: "token", money: false, age: DAY, move: next },
    { state: "sending", repeat: "token", money: true, age: DAY, move: unknown },
    { state: "sending", repeat: "token", money: true, age: DAY, buyAgain: true, move: next },
    // The token counts from when it was first sent, what may still come from when it was last.
    { state: "sending", repeat: "token", money: true, age: HOUR, firstAge: 23 * HOUR, move: same },
    { state: "sending", repeat: "token", money: true, age: MINUTE, firstAge: DAY, move: waitOutcome(19 * MINUTE) },
    { state: "sending", repeat: "token", money: true, age: HOUR, firstAge: DAY, move: unknown },
    { state: "sending", repeat: "token", money: false, age: 0, sameCall: false, move: waitOutcome(20 * MINUTE) },
    { state: "sending", repeat: "token", money: false, age: 20 * MINUTE, sameCall: false, move: next },
    { state: "sending", repeat: "token", money: true, age: HOUR, sameCall: false, move: unknown },
    { state: "sending", repeat: "keyed", money: false, age: 0, move: next },
    { state: "sending", repeat: "keyed", money: false, age: 0, sameCall: false, move: waitOutcome(20 * MINUTE) },
    { state: "sending", repeat: "keyed", money: true, age: 0, move: waitOutcome(20 * MINUTE) },
    { state: "sending", repeat: "keyed", money: true, age: 20 * MINUTE, move: unknown },
    { state: "sending", repeat: "marker", money: false, age: 5 * MINUTE, move: waitOutcome(15 * MINUTE) },
    { state: "sending", repeat: "marker", money: false, age: 20 * MINUTE, move: next },
    { state: "sending", repeat: "marker", money: true, age: 20 * MINUTE - 1, move: waitOutcome(1) },
    { state: "sending", repeat: "marker", money: true, age: 20 * MINUTE, move: unknown },
    { state: "sending", repeat: "marker", money: true, age: 20 * MINUTE - 1, buyAgain: true, move: waitOutcome(1) },
    { state: "sending", repeat: "marker", money: true, age: 20 * MINUTE, buyAgain: true, move: next },
    // It was answered, and yet it does not show.
    { state: "answered", repeat: "keyed", money: false, age: 0, move: waitList(5 * MINUTE) },
    { state: "answered", repeat: "keyed", money: false, age: 5 * MINUTE, move: next },
    { state: "answered", repeat: "token", money: false, age: 4 * MINUTE, move: waitList(MINUTE) },
    { state: "answered", repeat: "token", money: false, age: 5 * MINUTE, move: next },
    { state: "answered", repeat: "marker", money: false, age: 5 * MINUTE, move: next },
    { state: "answered", repeat: "token", money: true, age: 5 * MINUTE, move: waitList(15 * MINUTE) },
    { state: "answered", repeat: "token", money: true, age: DAY, move: unknown },
    { state: "answered", repeat: "keyed", money: true, age: DAY, move: unknown },
    { state: "answered", repeat: "marker", money: true, age: DAY, move: unknown },
    { state: "answered", repeat: "marker", money: true, age: DAY, buyAgain: true, move: next },
    // It was seen, and now is not.
    { state: "settled", repeat: "keyed", money: false, age: 0, move: waitList(5 * MINUTE) },
    { state: "settled", repeat: "keyed", money: false, age: 0, sameCall: false, move: next },
    { state: "settled", repeat: "keyed", money: false, age: 5 * MINUTE, move: next },
    { state: "settled", repeat: "token", money: false, age: 4 * MINUTE, move: waitList(MINUTE) },
    { state: "settled", repeat: "marker", money: false, age: 5 * MINUTE, move: next },
    { state: "settled", repeat: "marker", money: true, age: MINUTE, move: waitList(4 * MINUTE) },
    { state: "settled", repeat: "marker", money: true, age: MINUTE, buyAgain: true, move: waitList(4 * MINUTE) },
    { state: "settled", repeat: "marker", money: true, age: 7 * DAY, move: unknown },
    { state: "settled", repeat: "token", money: true, age: 7 * DAY, move: unknown },
    { state: "settled", repeat: "token", money: true, age: 7 * DAY, buyAgain: true, move: next },
    { state: "settled", repeat: "token", money: true, byUse: true, age: 5 * MINUTE, move: next },
    { state: "settled", repeat: "keyed", money: true, age: 4 * MINUTE, move: waitList(MINUTE) },
    { state: "settled", repeat: "keyed", money: true, age: 5 * MINUTE, move: next },
    // Another order of the item may still come.
    { ...another("sending", 0), age: MINUTE, move: waitOther(19 * MINUTE) },
    { ...another("sending", 0), age: 20 * MINUTE, move: first },
    { ...another("answered", 0), age: MINUTE, move: waitOther(4 * MINUTE) },
    { ...another("refused", 0), age: MINUTE, move: first },
    { ...another("sending", 0), money: false, age: MINUTE, move: first },
  ])("$state $repeat, money $money, $age ms old, same call $sameCall, by a person's word $buyAgain", (one) => {
    expect(move(one)).toEqual(one.move);
  });
});
