import { beforeAll, describe, expect, it } from "vitest";
import { carryOut } from "../../faults/carry-out.ts";
import { coverAll, type Share, sharesOf } from "../../faults/coverage.ts";
import { type Schedule, writeSchedule } from "../../faults/schedule.ts";
import { trials, writeTrial } from "../../faults/trial.ts";
import { runUndisturbed, type Undisturbed } from "../../faults/undisturbed.ts";

let shares: readonly Share[];

beforeAll(async () => {
  const sounds: Undisturbed[] = [];
  for (const trial of trials) sounds.push(await runUndisturbed(trial));
  shares = sharesOf(sounds);
}, 120_000);

/** What was not met, and what went wrong by the words that replay it. */
async function cover({ sound, disturbances }: Share): Promise<readonly string[]> {
  const broken: string[] = [];
  const missed = await coverAll(disturbances, async (schedule: Schedule) => {
    const { violations, fired } = await carryOut(schedule, sound);
    const command = `--trial ${writeTrial(sound.trial)} --schedule '${writeSchedule(schedule)}'`;
    for (const { of, because } of violations.slice(0, 1)) broken.push(`${of}: ${because} (${command})`);
    return fired;
  });
  return [...broken, ...missed.map((one) => `not met: ${writeSchedule({ faults: [one] })}`)];
}

describe("every action of both tutorials, with every kind of fault that it can meet", () => {
  it.each(["do", "undo"] as const)(
    "%s: nothing twice, nothing lost, and the world of the undisturbed run",
    async (way) => {
      const some = shares.filter(({ sound }) => sound.trial.way === way);
      expect(some.flatMap(({ disturbances }) => disturbances).length).toBeGreaterThan(500);
      const found: string[] = [];
      for (const share of some) found.push(...(await cover(share)));
      expect(found).toEqual([]);
    },
    600_000,
  );
});
