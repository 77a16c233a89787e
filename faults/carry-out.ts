import { SagctlError } from "../src/errors.ts";
import { ordersOf } from "../test/support/normalise.ts";
import { openRig, type Ran, type Rig, type RunOptions } from "../test/support/rig.ts";
import { judge } from "./judge.ts";
import { ordersFor, type Schedule } from "./schedule.ts";
import type { Undisturbed } from "./undisturbed.ts";
import type { Violation } from "./violation.ts";

/** What one schedule came to. */
export interface Verdict {
  readonly violations: readonly Violation[];
  /** How many calls were met by a fault. */
  readonly fired: number;
  /** A person's word was needed for an order of which nothing was to be seen. */
  readonly inBalance: boolean;
}

/** Of this machine: a run takes a second, a busy machine some. */
const PATIENCE_MS = 120_000;
/** Longer than a hanging task, D + E and a late commit: what was disturbed has come to its end. */
const HEALING_MS = 3 * 60 * 60_000;
/** Both purchases may be in the balance, one after the other. */
const MOST_WORDS = 3;

/** Runs a schedule on a world of its own, heals, runs again as a person would, and judges. */
export async function carryOut(schedule: Schedule, sound: Undisturbed): Promise<Verdict> {
  const rig = await openRig({ scenario: sound.scenario });
  const { faults } = rig.cloud;
  for (const order of schedule.faults.flatMap(ordersFor))
    faults.add({ ...order, id: `${order.what} ${faults.list().length}` });
  const runs: Ran[] = [];
  try {
    const disturbed = await ended(rig, schedule.dieAt === undefined ? {} : { dieAt: schedule.dieAt });
    if (disturbed) runs.push(disturbed);
    const fired = faults.list().reduce((sum, fault) => sum + fault.fired, 0);
    faults.clear();
    if (schedule.faults.some((fault) => fault.kind === "hang-task")) {
      await rig.cloud.advanceTo(rig.cloud.now() + HEALING_MS);
    }
    const resumed = await resume(rig);
    runs.push(...resumed.runs);
    const violations = [...resumed.violations, ...(await judge(rig, runs, sound))];
    return { violations, fired, inBalance: resumed.runs.length > 1 };
  } finally {
    await rig.close();
  }
}

/** The run, or nothing where it ended with a message that the cloud cannot be reached; I9 where it does not end. */
async function ended(rig: Rig, options: RunOptions): Promise<Ran | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("I9: the run does not end")), PATIENCE_MS);
  });
  try {
    return await Promise.race([rig.run(options), late]);
  } catch (error) {
    if (error instanceof SagctlError) return undefined;
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

/** `apply` without faults; by a person's word where an order is in the balance and the order centre shows none. */
async function resume(rig: Rig): Promise<{ readonly runs: readonly Ran[]; readonly violations: readonly Violation[] }> {
  const runs: Ran[] = [];
  const violations: Violation[] = [];
  let buyAgain = new Set<string>();
  for (let words = 0; words <= MOST_WORDS; words += 1) {
    const before = ordersOf(rig.cloud.world.state);
    const ran = await ended(rig, { buyAgain });
    if (!ran) return { runs, violations: [{ of: "I9", because: "the run without faults could not reach the cloud" }] };
    runs.push(ran);
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
  const left = [...ran.ends].filter(([, end]) => end.is !== "done" && end.is !== "not-needed");
  return left.map(([key, end]) => ({ of: "I9", because: `without faults, ${key} ends as ${JSON.stringify(end)}` }));
}
