import { SagctlError } from "../src/errors.ts";
import { ordersOf } from "../test/support/normalise.ts";
import type { Ran, RunOptions } from "../test/support/rig.ts";
import { disturb } from "./disturb.ts";
import { judge } from "./judge/judge.ts";
import type { Violation } from "./judge/violation.ts";
import { type Once, runOnce } from "./run-once.ts";
import { roundsOf, type Schedule } from "./schedules/schedule.ts";
import { openStage, type Stage } from "./stage/stage.ts";
import type { Undisturbed } from "./undisturbed.ts";

/** What one schedule came to. */
export interface Verdict {
  readonly violations: readonly Violation[];
  /** How many calls each fault has met. */
  readonly fired: readonly number[];
  /** A person's word was needed for an order of which nothing was to be seen. */
  readonly inBalance: boolean;
}

/** Both purchases may be in the balance, one after the other. */
const MOST_WORDS = 3;

/** Runs a schedule on a world of its own, heals, runs again as a person would, and judges. */
export async function carryOut(schedule: Schedule, sound: Undisturbed): Promise<Verdict> {
  const isLocked = schedule.secondAt !== undefined || sound.trial.isPlain;
  const stage = await openStage({ ...sound, isLocked });
  try {
    const rival = rivalAt(stage, schedule.secondAt);
    const { way } = sound.trial;
    const disturbed: Once[] = [];
    const fired: number[] = [];
    for (const round of roundsOf(schedule)) {
      const heal = await disturb(stage.rig, round, sound);
      disturbed.push(await runOnce(stage, { way, reached: rival.reached }, round.death));
      fired.push(...(await heal()));
    }
    const resumed = await resume(stage, way);
    const runs = [...disturbed, ...resumed.runs];
    const found = [
      ...(await rival.violations()),
      ...resumed.violations,
      ...(await judge({ stage, schedule, runs, sound })),
    ];
    return { violations: found, fired, inBalance: resumed.runs.length > 1 };
  } finally {
    await stage.rig.close();
  }
}

interface Rival {
  readonly reached: NonNullable<RunOptions["reached"]>;
  violations(): Promise<readonly Violation[]>;
}

/** Another sagctl that starts on the same diary at a boundary of the first, which stands still meanwhile: it is shown the door. */
function rivalAt({ rig, second }: Stage, secondAt: number | undefined): Rival {
  let passed = 0;
  let run: Promise<Ran | SagctlError> | undefined;
  return {
    reached: async () => {
      passed += 1;
      if (passed !== secondAt || !second) return;
      run = rig.run({ store: second }).catch((error: unknown) => {
        if (error instanceof SagctlError) return error;
        throw error;
      });
      await run;
    },
    violations: async () => {
      const ran = await run;
      if (ran === undefined || (ran instanceof SagctlError && ran.code === "diary-locked")) return [];
      return [{ of: "T", because: `the second one ends with ${ran instanceof SagctlError ? ran.code : "a run"}` }];
    },
  };
}

interface Resumed {
  readonly runs: readonly Once[];
  readonly violations: readonly Violation[];
}

/** The same command without faults; by a person's word where an order is in the balance and the order centre shows none. */
async function resume(stage: Stage, way: "do" | "undo"): Promise<Resumed> {
  const runs: Once[] = [];
  const violations: Violation[] = [];
  let buyAgain = new Set<string>();
  for (let words = 0; words <= MOST_WORDS; words += 1) {
    const before = ordersOf(stage.rig.cloud.world.state);
    const once = await runOnce(stage, { way, buyAgain });
    runs.push(once);
    const { ran, error } = once;
    if (!ran) return { runs, violations: [...violations, { of: "I9", because: `without faults: ${error?.message}` }] };
    const unknown = [...ran.ends].flatMap(([key, end]) => (end.is === "unknown" ? [{ key, marker: end.marker }] : []));
    if (unknown.length === 0) return { runs, violations: [...violations, ...notWell(ran)] };
    for (const { key } of unknown) if (isOrdered(key, before)) violations.push(unseen(key));
    buyAgain = new Set([...buyAgain, ...unknown.map((one) => one.marker)]);
  }
  return { runs, violations: [...violations, { of: "I9", because: "a person's word is asked for again and again" }] };
}

const orderOf: Readonly<Record<string, string>> = {
  purchase: "CreateSmartAccessGateway",
  "bandwidth-package": "CreateCenBandwidthPackage",
};

function isOrdered(key: string, orders: Readonly<Record<string, number>>): boolean {
  return (orders[orderOf[key.split("/")[0] ?? ""] ?? ""] ?? 0) > 0;
}

function unseen(key: string): Violation {
  return { of: "I2", because: `${key} ends as unknown although its order is in the ledger` };
}

function notWell(ran: Ran): readonly Violation[] {
  const left = [...ran.ends].filter(([, end]) => !["done", "not-needed", "stays"].includes(end.is));
  return left.map(([key, end]) => ({ of: "I9", because: `without faults, ${key} ends as ${JSON.stringify(end)}` }));
}
