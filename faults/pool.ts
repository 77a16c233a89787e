import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Verdict } from "./carry-out.ts";
import { type Schedule, writeSchedule } from "./schedules/schedule.ts";
import { writeTrial } from "./trial.ts";
import type { Undisturbed } from "./undisturbed.ts";
import type { Order, Report } from "./worker.ts";

/** One schedule of one trial. */
export interface Job {
  readonly sound: Undisturbed;
  readonly schedule: Schedule;
}

export interface PoolOptions {
  readonly workers: number;
  /** Where the workers put their files. */
  readonly folder: string;
  /** Another copy of the project, for workers that run it instead of this one. */
  readonly root?: string;
  /** Hears of each job that is over; false: take no more. */
  done(job: Job, verdict: Verdict): boolean;
}

/** How long a worker may be silent over one schedule: three times what it allows a run itself. */
const SILENCE_MS = 400_000;

/** Carries out all jobs on as many processes as asked, each taking the next one when it has done one. */
export async function carryOutAll(jobs: Iterable<Job>, options: PoolOptions): Promise<void> {
  const queue = jobs[Symbol.iterator]();
  let isOver = false;
  const next = (): Job | undefined => {
    const one = isOver ? undefined : queue.next();
    return one?.done ? undefined : one?.value;
  };
  const tell: PoolOptions["done"] = (job, verdict) => {
    if (!options.done(job, verdict)) isOver = true;
    return !isOver;
  };
  await Promise.all(Array.from({ length: options.workers }, () => work(next, { ...options, done: tell })));
}

/** One worker after the other: a new one where the last was spent or died. */
async function work(next: () => Job | undefined, options: PoolOptions): Promise<void> {
  let worker: Worker | undefined;
  for (let job = next(); job; job = next()) {
    worker ??= startWorker(options);
    const { verdict, isSpent } = await worker.carryOut(job);
    if (isSpent) {
      worker.end();
      worker = undefined;
    }
    if (!options.done(job, verdict)) break;
  }
  worker?.end();
}

interface Worker {
  carryOut(job: Job): Promise<Omit<Report, "id">>;
  end(): void;
}

function startWorker({ folder, root }: PoolOptions): Worker {
  const script =
    root === undefined ? fileURLToPath(new URL("./worker.ts", import.meta.url)) : `${root}/faults/worker.ts`;
  const child = fork(script, {
    execArgv: ["--import", "tsx"],
    env: { ...process.env, TMPDIR: folder },
    ...(root === undefined ? {} : { cwd: root }),
  });
  const told = new Set<string>();
  let count = 0;
  const say = (order: Order) => void child.send(order);
  return {
    carryOut: ({ sound, schedule }) => {
      const trial = writeTrial(sound.trial);
      if (!told.has(trial)) say({ is: "sound", trial, sound });
      told.add(trial);
      count += 1;
      const report = heard(child, count);
      say({ is: "schedule", id: count, trial, schedule: writeSchedule(schedule) });
      return report;
    },
    end: () => void child.kill("SIGKILL"),
  };
}

/** The worker's report on a job; where none comes, that is I9 too. */
function heard(child: ChildProcess, id: number): Promise<Omit<Report, "id">> {
  return new Promise((resolve) => {
    const lost = (because: string) => {
      stop();
      resolve({ verdict: { violations: [{ of: "I9", because }], fired: [], inBalance: false }, isSpent: true });
    };
    const report = (message: Report) => {
      if (message.id !== id) return;
      stop();
      resolve(message);
    };
    const gone = (code: number | null, signal: string | null) => lost(`the process ended with ${code ?? signal}`);
    const timer = setTimeout(() => lost("the run does not end, and nothing else either"), SILENCE_MS);
    const stop = () => {
      clearTimeout(timer);
      child.off("message", report).off("exit", gone);
    };
    child.on("message", report).on("exit", gone);
  });
}
