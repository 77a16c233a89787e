import { join } from "node:path";
import type { Violation } from "./judge/violation.ts";
import { copyWithout } from "./mutants/copy-project.ts";
import { mutants } from "./mutants/index.ts";
import type { Mutant } from "./mutants/mutant.ts";
import { options } from "./options.ts";
import { carryOutAll, type Job } from "./pool.ts";
import { runNaive } from "./run-naive.ts";
import { sampleOf } from "./schedules/sample.ts";
import { writeSchedule } from "./schedules/schedule.ts";
import { readTrial, writeTrial } from "./trial.ts";
import { runUndisturbed, type Undisturbed } from "./undisturbed.ts";

const names = ["tutorial-a", "tutorial-a/crowded", "tutorial-a-empty", "tutorial-a/undo", "tutorial-a-half-done"];

interface Caught {
  readonly after: number;
  readonly job: Job;
  readonly violations: readonly Violation[];
}

/** Takes one safety out after the other; each has to be missed by the judge, and nothing where none is taken out. */
export async function runMutants(folder: string): Promise<boolean> {
  const sounds: Undisturbed[] = [];
  for (const name of names) sounds.push(await runUndisturbed(readTrial(name)));
  const jobs = sampleOf(sounds);
  const chosen = mutants.filter(({ name }) => name.includes(options.only ?? ""));
  console.log(`${chosen.length} mutants, the same ${jobs.length} schedules for each, up to the first that notices`);
  const untouched = options.only === undefined ? await firstToNotice(jobs, folder) : undefined;
  if (options.only === undefined) tell("nothing taken out", untouched, jobs.length);
  let caught = 0;
  for (const mutant of chosen) if (await isCaught(mutant, jobs, folder)) caught += 1;
  console.log(`${caught} of ${chosen.length} mutants caught by at most ${jobs.length} schedules`);
  const isTold = options.only !== undefined || (await runNaive(sounds[0] as Undisturbed, folder));
  return caught === chosen.length && untouched === undefined && isTold;
}

async function isCaught(mutant: Mutant, jobs: readonly Job[], folder: string): Promise<boolean> {
  const root = copyWithout(mutant, join(folder, mutant.name.replace(/\W+/g, "-")));
  const caught = await firstToNotice(jobs, folder, root);
  tell(mutant.name, caught, jobs.length);
  return caught !== undefined;
}

/** Carries out the jobs in a copy of the project, until one has a violation. */
async function firstToNotice(jobs: readonly Job[], folder: string, root?: string): Promise<Caught | undefined> {
  let after = 0;
  let caught: Caught | undefined;
  await carryOutAll(jobs, {
    workers: options.workers,
    folder,
    ...(root === undefined ? {} : { root }),
    done: (job, { violations }) => {
      after += 1;
      if (violations.length > 0) caught ??= { after, job, violations };
      return violations.length === 0;
    },
  });
  return caught;
}

function tell(name: string, caught: Caught | undefined, all: number): void {
  if (!caught) {
    console.log(`${name}: not noticed by ${all} schedules`);
    return;
  }
  const { after, job, violations } = caught;
  const broken = [...new Set(violations.map(({ of }) => of))].join(", ");
  const schedule = writeSchedule(job.schedule) || "nothing disturbed";
  console.log(`${name}: ${broken} after ${after} schedules (${writeTrial(job.sound.trial)}, ${schedule})`);
  console.log(`  ${violations[0]?.of}: ${violations[0]?.because.slice(0, 200)}`);
}
