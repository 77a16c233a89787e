import { beforeAll, describe, expect, it } from "vitest";
import { carryOut } from "../../faults/carry-out.ts";
import { exhaustive } from "../../faults/exhaustive.ts";
import { judgeTokens } from "../../faults/judge-writes.ts";
import { drawSchedule } from "../../faults/random.ts";
import { readSchedule, type Schedule, writeSchedule } from "../../faults/schedule.ts";
import { readTrial } from "../../faults/trial.ts";
import { runUndisturbed, type Undisturbed } from "../../faults/undisturbed.ts";
import type { CallEntry } from "../../src/simulator/world.ts";

let sound: Undisturbed;

beforeAll(async () => {
  sound = await runUndisturbed(readTrial("tutorial-a"));
});

/** By what they are replayed with, so that a failure names its command's words. */
async function broken(schedules: readonly Schedule[]): Promise<readonly object[]> {
  const found: object[] = [];
  for (const schedule of schedules) {
    const { violations } = await carryOut(schedule, sound);
    if (violations.length > 0) found.push({ schedule: writeSchedule(schedule), violations });
  }
  return found;
}

function each(only: readonly string[], kind: CallEntry["kind"]): readonly Schedule[] {
  const some = exhaustive({ ...sound, boundaries: 0 }, { fewPolls: true, onceOnly: true, only });
  const isOf = new Set(sound.calls.filter((call) => call.kind === kind).map((call) => call.action));
  return some.filter(({ faults: [fault] }) => fault && isOf.has(fault.action));
}

describe("tutorial-a, disturbed once, then run again", () => {
  it.each(["refuse", "throttle-7s", "reset-after-commit", "html-body", "late-commit-14min"])(
    "every write meets %s: one order each, and the world of the undisturbed run",
    async (kind) => {
      const schedules = each([kind], "write");
      expect(schedules).toHaveLength(11);
      expect(await broken(schedules)).toEqual([]);
    },
    600_000,
  );

  it("every read (of those that poll three) meets one kind, the classes in turn", async () => {
    const classes = ["refuse", "throttle", "reset-before-commit", "truncated-body", "late-answer", "stale-read"];
    const all = each(classes, "read");
    const { length } = classes;
    const inTurn = all.filter((_, index) => index % length === Math.floor(index / length) % length);
    expect(new Set(inTurn.map(({ faults: [fault] }) => fault?.kind)).size).toBe(classes.length);
    expect(await broken(inTurn)).toEqual([]);
  }, 600_000);

  it("twenty schedules drawn from seeds", async () => {
    const drawn = Array.from({ length: 20 }, (_, index) => drawSchedule(index + 1, sound));
    expect(await broken(drawn)).toEqual([]);
  }, 600_000);
});

describe("the regime", () => {
  it("draws the same schedule from the same seed, and reads what it wrote", () => {
    const schedule = drawSchedule(7, sound);
    expect(drawSchedule(7, sound)).toEqual(schedule);
    expect(drawSchedule(8, sound)).not.toEqual(schedule);
    expect(readSchedule(writeSchedule(schedule))).toEqual(schedule);
  });

  it("sees a world that differs, an order too many and a write that is repeated under another token", async () => {
    const other = { ...sound, orders: {}, world: { ...sound.world, locks: ["a lock"] } };
    const { violations } = await carryOut({ faults: [] }, other);
    expect(violations.map(({ of }) => of)).toEqual(["I1", "I1", "I2"]);
    const call = { index: 1, at: 0, product: "Cbn", action: "CreateCen", uid: "", kind: "write" } as const;
    const sent = { ...call, committed: true, code: "NoAnswer", requestId: "" };
    const calls = ["a", "b"].map((ClientToken) => ({ ...sent, params: { ClientToken } }));
    expect(judgeTokens(calls).map(({ of }) => of)).toEqual(["I5"]);
    expect(judgeTokens(calls.slice(1))).toEqual([]);
  }, 60_000);
});
