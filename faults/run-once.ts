import { SagctlError } from "../src/errors.ts";
import type { Ran, RunOptions } from "../test/support/rig.ts";
import type { Death } from "./schedules/schedule.ts";
import type { Stage } from "./stage/stage.ts";
import { type Attempt, withWitness } from "./stage/witness.ts";

/** One run of sagctl as the judge needs it: what it did, or the error with which it gave up. */
export interface Once {
  readonly ran?: Ran;
  readonly error?: SagctlError;
  readonly attempts: readonly Attempt[];
  /** Marks that a person allowed to be bought once more. */
  readonly buyAgain: ReadonlySet<string>;
}

/** Of this machine: a run takes a tenth of a second, on a busy machine some seconds. */
const PATIENCE_MS = 120_000;

/** Thrown where a run does not end: I9, and the process that carried it out cannot be trusted any more. */
export class Endless extends Error {}

/** Runs sagctl once, to its end, its error or its death. */
export async function runOnce(stage: Stage, options: RunOptions, death?: Death): Promise<Once> {
  const attempts: Attempt[] = [];
  const { buyAgain = new Set() } = options;
  let passed = 0;
  const reached: RunOptions["reached"] = async (boundary) => {
    passed += 1;
    if (passed === death?.at) stage.watch?.dies(death.how);
    await options.reached?.(boundary);
  };
  const around: RunOptions["around"] = (world) => withWitness(world, attempts, stage.watch);
  try {
    const dieAt = death === undefined ? {} : { dieAt: death.at };
    return { ran: await inTime(stage.rig.run({ ...options, ...dieAt, reached, around })), attempts, buyAgain };
  } catch (error) {
    if (error instanceof SagctlError) return { error, attempts, buyAgain };
    throw error;
  } finally {
    stage.watch?.disk.on();
  }
}

async function inTime<T>(run: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Endless("the run does not end")), PATIENCE_MS);
  });
  try {
    return await Promise.race([run, late]);
  } finally {
    clearTimeout(timer);
  }
}
