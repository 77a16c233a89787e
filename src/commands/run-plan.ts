import { converge, type RunResult } from "../engine/converge.ts";
import type { Plan } from "../engine/events.ts";
import type { Order } from "../engine/run-state.ts";
import type { Node } from "../engine/step.ts";
import type { ItemKey } from "../keys.ts";
import { say } from "../text.ts";
import type { Context } from "./context.ts";
import { durationOf } from "./flags.ts";
import type { Session } from "./session.ts";

const MINUTE_MS = 60_000;

export interface Run {
  readonly plan: Plan;
  readonly nodes: readonly Node[];
  readonly approved: ReadonlySet<string>;
  readonly targets?: ReadonlySet<ItemKey> | undefined;
}

/** Carries out a plan with the patience that the flags ask for; says so when a person stops it. */
export async function runPlan(context: Context, session: Session, run: Run): Promise<RunResult> {
  const { stop } = context;
  const text = say`Stopping as soon as what is under way has been answered; Ctrl-C again stops at once`;
  const tellStop = () => session.world.tell({ type: "note", text });
  stop.addEventListener("abort", tellStop, { once: true });
  try {
    return await converge(run.nodes, session.world, orderOf(context, session, run));
  } finally {
    stop.removeEventListener("abort", tellStop);
  }
}

function orderOf({ flags, stop }: Context, session: Session, run: Run): Order {
  const { plan, approved, targets } = run;
  return {
    plan,
    approved,
    ...(targets ? { targets } : {}),
    buyAgain: new Set(session.network.goal.buyAgain),
    stop,
    patienceMs: flags.wait === undefined ? session.cloud.patienceMs : durationOf(flags.wait, "--wait"),
    deadlineMs: flags.timeout === undefined ? 60 * MINUTE_MS : durationOf(flags.timeout, "--timeout"),
    // The documented validity of a signed request; and an assumption, since no document says how far lists lag.
    commitBoundMs: flags.commitBound === undefined ? 15 * MINUTE_MS : durationOf(flags.commitBound, "--commit-bound"),
    readLagMs: flags.readLag === undefined ? 5 * MINUTE_MS : durationOf(flags.readLag, "--read-lag"),
  };
}
