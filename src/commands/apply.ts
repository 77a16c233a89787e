import type { End, Plan } from "../engine/events.ts";
import { createGraph, pruneForRun } from "../engine/graph.ts";
import { partialPlan } from "../engine/partial-plan.ts";
import { guardsOf } from "../engine/plan.ts";
import { preview } from "../engine/preview.ts";
import { type ExitCode, exitCode } from "../exit-codes.ts";
import type { ItemKey } from "../keys.ts";
import { say } from "../text.ts";
import type { Prices } from "../ui/price.ts";
import { allowedBy, confirmRun, gatherConsents } from "./consents.ts";
import type { Context } from "./context.ts";
import { exitOf, exitOfGuards } from "./exit.ts";
import { pathPictures } from "./path-pictures.ts";
import { pricesOf } from "./prices.ts";
import { provenByPings } from "./proven.ts";
import { type Run, runPlan } from "./run-plan.ts";
import { inSession, type Session } from "./session.ts";
import { summaryOf } from "./summary.ts";
import { targetsOf } from "./targets.ts";

/** Makes the network file true: shows the plan, asks, converges. */
export function apply(context: Context): Promise<ExitCode> {
  return inSession(context, { doing: "apply", readOnly: context.flags.dryRun ?? false }, (session) =>
    applyIn(context, session, undefined),
  );
}

/** One step alone: its items are changed, what they need is only looked at. */
export function applyStep(context: Context, step: string): Promise<ExitCode> {
  return inSession(context, { doing: step, readOnly: context.flags.dryRun ?? false }, (session) =>
    applyIn(context, session, step),
  );
}

/** A plan of all steps or of one, consents, and the run. */
export async function applyIn(context: Context, session: Session, step: string | undefined): Promise<ExitCode> {
  const { ui, flags } = context;
  const started = context.wallNow();
  const targets = targetsOf(session.nodes, step, flags.only);
  const nodes = targets ? pruneForRun(session.nodes, targets) : session.nodes;
  const whole = await preview(nodes, session.world, "do");
  const plan = targets ? partialPlan(whole, createGraph(nodes), targets) : whole;
  ui.tell({ type: "planned", plan });
  const prices = await pricesOf(session.cloud, plan);
  if (flags.dryRun) return dryRun(context, plan, prices);
  const writes = plan.rows.some((row) => row.changes.length > 0);
  if (writes && guardsOf(plan).length === 0) {
    // Nobody reads it: --yes has answered the question, and --quiet wants to know how it ends.
    if (!(flags.quiet && flags.yes)) ui.printPlan(plan, { prices, allowed: allowedBy(flags) });
    const message = say`Apply this to ${session.cloud.name === "real" ? "Alibaba Cloud" : "the simulated cloud"}?`;
    if (!(await confirmRun(context, message))) return exitCode.guard;
  }
  const approved = await consentsFor(context, plan, prices);
  if (context.canAsk && writes) session.world.reads.forget();
  const run = { plan, nodes, approved, targets };
  return carryOut(context, session, { ...run, started, again: context.again, alone: step !== undefined });
}

interface Carried extends Run {
  /** Milliseconds on this machine's clock. */
  readonly started: number;
  /** The command that goes on from here. */
  readonly again: string;
  readonly alone: boolean;
}

/** Runs a plan that has been agreed to, and shows how it ended. */
export async function carryOut(context: Context, session: Session, run: Carried): Promise<ExitCode> {
  const { ui } = context;
  const result = await runPlan(context, session, run);
  const proven = run.alone ? new Set<ItemKey>() : provenByPings(run.nodes, result.ends);
  const isPart = run.targets !== undefined;
  const code = exitOf(endsThatCount(result.ends, run.targets, proven), { alone: run.alone, isPart });
  const { again, alone, targets } = run;
  ui.printOutcome({ again, proven, isOver: code === exitCode.ok, alone, targets });
  ui.printPath(pathPictures(session.network, result));
  ui.printSummary(await summaryOf(session, context.wallNow() - run.started, targets));
  return code;
}

/** What is only looked at may wait for what is never done in this run: its needs may lie in another account. */
function endsThatCount(
  ends: ReadonlyMap<ItemKey, End>,
  targets: ReadonlySet<ItemKey> | undefined,
  proven: ReadonlySet<ItemKey>,
): readonly End[] {
  const isPart = (key: ItemKey) => targets?.has(key) ?? true;
  const counts = ([key, end]: readonly [ItemKey, End]) => !proven.has(key) && (end.is !== "held-up" || isPart(key));
  return [...ends].filter(counts).map(([, end]) => end);
}

/** A plan that is stopped asks for nothing. */
async function consentsFor(context: Context, plan: Plan, prices: Prices): Promise<ReadonlySet<string>> {
  return guardsOf(plan).length > 0 ? new Set() : gatherConsents(context, plan, prices);
}

function dryRun(context: Context, plan: Plan, prices: Prices): ExitCode {
  context.ui.printPlan(plan, { prices, allowed: allowedBy(context.flags) });
  context.ui.printCalls(plan);
  return exitOfGuards(plan) ?? exitCode.ok;
}
