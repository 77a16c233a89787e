import { carryOut, type Verdict } from "./carry-out.ts";
import { Endless } from "./run-once.ts";
import { readSchedule } from "./schedules/schedule.ts";
import type { Undisturbed } from "./undisturbed.ts";

/** What the process that hands out work says. */
export type Order =
  | { readonly is: "sound"; readonly trial: string; readonly sound: Undisturbed }
  | { readonly is: "schedule"; readonly id: number; readonly trial: string; readonly schedule: string };

/** What a worker answers. */
export interface Report {
  readonly id: number;
  readonly verdict: Verdict;
  /** It cannot be trusted with more: something in it still runs. */
  readonly isSpent: boolean;
}

const sounds = new Map<string, Undisturbed>();

process.on("message", async (order: Order) => {
  if (order.is === "sound") return void sounds.set(order.trial, order.sound);
  process.send?.(await reportOn(order));
});

// Nobody is left to report to.
process.on("disconnect", () => process.exit());

async function reportOn(order: Order & { is: "schedule" }): Promise<Report> {
  const sound = sounds.get(order.trial);
  if (!sound) throw new Error(`nobody has said what ${order.trial} comes to`);
  try {
    return { id: order.id, verdict: await carryOut(readSchedule(order.schedule), sound), isSpent: false };
  } catch (error) {
    // A bug of ours ends a run as surely as one that hangs: with exit 70.
    const because = error instanceof Error ? (error.stack ?? error.message) : String(error);
    const verdict: Verdict = { violations: [{ of: "I9", because }], fired: [], inBalance: false };
    return { id: order.id, verdict, isSpent: error instanceof Endless };
  }
}
