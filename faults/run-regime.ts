import type { Verdict } from "./carry-out.ts";
import { options } from "./options.ts";
import { carryOutAll, type Job } from "./pool.ts";
import { exhaustive } from "./schedules/exhaustive.ts";
import { drawSchedule } from "./schedules/random.ts";
import { readSchedule } from "./schedules/schedule.ts";
import { Tally } from "./tally.ts";
import { readTrial } from "./trial.ts";
import { runUndisturbed, type Undisturbed } from "./undisturbed.ts";

const PROGRESS_MS = 30_000;
const MINUTE_MS = 60_000;
/** A prime that divides no number of schedules that we have. */
const STRIDE = 100_003;

/** Carries out what was asked for, with a line of progress now and then and one of figures at the end. */
export async function runRegime(folder: string): Promise<boolean> {
  const sounds: Undisturbed[] = [];
  for (const name of options.trial) sounds.push(await runUndisturbed(readTrial(name)));
  const jobs = options.minutes > 0 ? spread(jobsFor(sounds)) : jobsFor(sounds);
  const workers = Math.min(options.workers, jobs.length);
  console.log(
    `${jobs.length} schedules of ${options.trial.join(", ")}; seeds from ${options.seed}; ${workers} workers`,
  );
  const tally = new Tally();
  const until = options.minutes > 0 ? Date.now() + options.minutes * MINUTE_MS : Number.POSITIVE_INFINITY;
  const timer = setInterval(() => console.error(tally.progress(jobs.length)), PROGRESS_MS);
  const done = (job: Job, verdict: Verdict) => {
    tally.add(job, verdict);
    return Date.now() < until;
  };
  await carryOutAll(jobs, { workers, folder, done });
  clearInterval(timer);
  for (const line of [...tally.trials(), tally.line()]) console.log(line);
  return tally.failed === 0;
}

/** In an order in which any beginning is a fair sample of the whole. */
function spread(jobs: readonly Job[]): readonly Job[] {
  return jobs.map((_, index) => jobs[(index * STRIDE) % jobs.length] as Job);
}

function jobsFor(sounds: readonly Undisturbed[]): readonly Job[] {
  const { schedule, part } = options;
  if (schedule !== undefined) return sounds.map((sound) => ({ sound, schedule: readSchedule(schedule) }));
  return [...(part === "random" ? [] : exhaustiveJobs(sounds)), ...(part === "exhaustive" ? [] : randomJobs(sounds))];
}

function exhaustiveJobs(sounds: readonly Undisturbed[]): readonly Job[] {
  const choice = { fewPolls: options.polls === "few", onceOnly: options.part === "ci" };
  const all = sounds.flatMap((sound) => exhaustive(sound, choice).map((schedule) => ({ sound, schedule })));
  return all.filter((_, index) => index % options.every === 0);
}

/** The seeds in turn on each of the trials. */
function randomJobs(sounds: readonly Undisturbed[]): readonly Job[] {
  return Array.from({ length: options.runs }, (_, more) => {
    const sound = sounds[more % sounds.length] as Undisturbed;
    return { sound, schedule: drawSchedule(options.seed + more, sound) };
  });
}
