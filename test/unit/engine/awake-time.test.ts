import { expect, test } from "vitest";
import { AwakeTime } from "../../../src/engine/awake-time.ts";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const { signal } = new AbortController();

/** A clock that is set by hand. */
function clockAt(start: number) {
  let now = start;
  const pass = (ms: number) => {
    now += ms;
  };
  const sleep = async (ms: number) => pass(ms);
  return { pass, clock: { now: () => now, sleep, during: <T>(io: Promise<T>) => io } };
}

test("work and calls count, an hour in which nothing was heard does not", () => {
  const { clock, pass } = clockAt(1_000);
  const awake = new AwakeTime(clock);
  pass(5 * MINUTE_MS);
  expect(awake.now()).toBe(1_000 + 5 * MINUTE_MS);
  pass(HOUR_MS);
  expect(awake.now()).toBe(1_000 + 5 * MINUTE_MS);
  pass(1);
  expect(awake.now()).toBe(1_001 + 5 * MINUTE_MS);
});

test("a pause that is meant counts, however long; what it took longer does not", async () => {
  const { clock, pass } = clockAt(0);
  const awake = new AwakeTime(clock);
  await awake.sleep(HOUR_MS, signal);
  expect(awake.now()).toBe(HOUR_MS);
  const pause = awake.sleep(MINUTE_MS, signal);
  pass(HOUR_MS);
  await pause;
  expect(awake.now()).toBe(HOUR_MS + MINUTE_MS);
});

test("a clock that is set back makes no deadline come sooner or later", async () => {
  const { clock, pass } = clockAt(HOUR_MS);
  const awake = new AwakeTime(clock);
  pass(-HOUR_MS);
  expect(awake.now()).toBe(HOUR_MS);
  pass(MINUTE_MS);
  expect(awake.now()).toBe(HOUR_MS + MINUTE_MS);
  await awake.sleep(30 * MINUTE_MS, signal);
  expect(awake.now()).toBe(HOUR_MS + 31 * MINUTE_MS);
});
