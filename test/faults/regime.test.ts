import { beforeAll, describe, expect, it } from "vitest";
import { carryOut } from "../../faults/carry-out.ts";
import { judgeTokens } from "../../faults/judge/judge-writes.ts";
import { deaths, hardWorlds } from "../../faults/schedules/exhaustive.ts";
import { drawSchedule } from "../../faults/schedules/random.ts";
import { readSchedule, type Schedule, writeSchedule } from "../../faults/schedules/schedule.ts";
import { readTrial } from "../../faults/trial.ts";
import { runUndisturbed, type Undisturbed } from "../../faults/undisturbed.ts";

const SEEDS = 2_000;
const names = ["tutorial-a", "tutorial-a/undo", "tutorial-a-half-done", "tutorial-b", "tutorial-b/undo"];
let sounds: readonly Undisturbed[];
let sound: Undisturbed;

beforeAll(async () => {
  sounds = await Promise.all(names.map((name) => runUndisturbed(readTrial(name))));
  sound = sounds[0] as Undisturbed;
}, 60_000);

/** By what they are replayed with, so that a failure names its command's words. */
async function broken(schedules: readonly Schedule[], of = sound): Promise<readonly object[]> {
  const found: object[] = [];
  for (const schedule of schedules) {
    const { violations } = await carryOut(schedule, of);
    if (violations.length > 0) found.push({ schedule: writeSchedule(schedule), violations });
  }
  return found;
}

describe("tutorial-a, disturbed, then run again", () => {
  it("dies at boundaries of the diary, killed, by a power cut and while lists lag", async () => {
    const some = deaths(sound).filter((_, index) => index % 7 === 0);
    expect(some.length).toBeGreaterThan(30);
    expect(new Set(some.map(({ death, lagMinutes }) => `${death?.how} ${lagMinutes}`)).size).toBe(3);
    expect(await broken(some)).toEqual([]);
  }, 300_000);

  it("in hard worlds: lists lag or hide, a colleague has bought, a second sagctl comes along", async () => {
    expect(hardWorlds(sound)).toHaveLength(11);
    expect(await broken(hardWorlds(sound))).toEqual([]);
  }, 300_000);

  it(`${SEEDS} seeds, on each scenario in turn`, async () => {
    const found: object[] = [];
    for (let seed = 1; seed <= SEEDS; seed += 1) {
      const of = sounds[seed % sounds.length] as Undisturbed;
      found.push(...(await broken([drawSchedule(seed, of)], of)));
    }
    expect(found).toEqual([]);
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
