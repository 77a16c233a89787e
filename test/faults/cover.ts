import { expect, it } from "vitest";
import { carryOut } from "../../faults/carry-out.ts";
import { coverAll, type Share, sharesOf } from "../../faults/schedules/coverage.ts";
import { type Schedule, writeSchedule } from "../../faults/schedules/schedule.ts";
import { trials, writeTrial } from "../../faults/trial.ts";
import { runUndisturbed, type Undisturbed } from "../../faults/undisturbed.ts";

/** Tests of one way through both tutorials: every call is met by every kind of fault that it can meet. */
export function coverCalls(way: "do" | "undo", least: number): void {
  let known: Promise<readonly Share[]> | undefined;
  const shares = () => {
    known ??= sharesFor(way);
    return known;
  };

  it(`${least} pairs of call and kind at least`, async () => {
    expect((await shares()).flatMap(({ disturbances }) => disturbances).length).toBeGreaterThanOrEqual(least);
  }, 120_000);

  it.each(trials.filter((one) => one.way === way).map(writeTrial))(
    "%s: nothing twice, nothing lost, and the world of the undisturbed run",
    async (name) => {
      const share = (await shares()).find(({ sound }) => writeTrial(sound.trial) === name);
      expect(share && (await troubleOf(share))).toEqual([]);
    },
    900_000,
  );
}

async function sharesFor(way: "do" | "undo"): Promise<readonly Share[]> {
  const sounds: Undisturbed[] = [];
  for (const trial of trials.filter((one) => one.way === way)) sounds.push(await runUndisturbed(trial));
  return sharesOf(sounds);
}

/** What was not met, and what went wrong by the words that replay it. */
async function troubleOf({ sound, disturbances }: Share): Promise<readonly string[]> {
  const broken: string[] = [];
  const missed = await coverAll(disturbances, async (schedule: Schedule) => {
    const { violations, fired } = await carryOut(schedule, sound);
    const command = `--trial ${writeTrial(sound.trial)} --schedule '${writeSchedule(schedule)}'`;
    for (const { of, because } of violations.slice(0, 1)) broken.push(`${of}: ${because} (${command})`);
    return fired;
  });
  return [...broken, ...missed.map((one) => `not met: ${writeSchedule({ faults: [one] })}`)];
}
