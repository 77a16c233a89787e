import type { End, Plan, PlanRow } from "../engine/events.ts";
import { createGraph, reverseGraph } from "../engine/graph.ts";
import { preview } from "../engine/preview.ts";
import type { Node } from "../engine/step.ts";
import { type ExitCode, exitCode } from "../exit-codes.ts";
import type { ItemKey } from "../keys.ts";
import { say } from "../text.ts";
import { confirmRun, expectConsents, foundIn, gatherConsents, gatherFound, wantedFor } from "./consents.ts";
import type { Context } from "./context.ts";
import { exitOf, exitOfGuards } from "./exit.ts";
import { runPlan } from "./run-plan.ts";
import { inSession, type Session } from "./session.ts";
import { summaryOf } from "./summary.ts";
import { targetsOf } from "./targets.ts";

/** Takes away what diary or marker proves to be sagctl's; says what stays, and what of it keeps billing. */
export function undo(context: Context): Promise<ExitCode> {
  const readOnly = context.flags.dryRun ?? false;
  return inSession(context, { doing: "undo", readOnly }, (session) => undoIn(context, session));
}

async function undoIn(context: Context, session: Session): Promise<ExitCode> {
  const { ui, flags } = context;
  const started = context.wallNow();
  const targets = targetsOf(session.nodes, undefined, flags.only);
  const nodes = targets ? withDependents(session.nodes, targets) : session.nodes;
  const plan = forTargets(await preview(session.nodes, session.world, "undo"), targets);
  ui.tell({ type: "planned", plan });
  ui.printUndoPlan(plan, { includeFound: flags.includeFound ?? false, isAll: flags.dryRun ?? false });
  const stopped = exitOfGuards(plan);
  if (stopped !== undefined) return stopped;
  if (flags.dryRun) return showCalls(context, plan);
  const approved = await allowed(context, plan);
  if (!approved) return exitCode.guard;
  if (context.canAsk) session.world.reads.forget();
  const result = await runPlan(context, session, { plan, nodes, approved, targets });
  const code = exitOf([...result.ends.values()].filter(isOfThisAccount), { alone: targets !== undefined });
  ui.printOutcome({ again: context.again, targets, way: "undo", isOver: code === exitCode.ok });
  ui.printSummary(await summaryOf(session, context.wallNow() - started, targets));
  return code;
}

/** What another account has to take away is said, and keeps nothing from its end here. */
function isOfThisAccount(end: End): boolean {
  return !(end.is === "blocked" && end.elsewhere);
}

/** What may be sent, or undefined when a person said no; nobody is asked when there is nothing to undo. */
async function allowed(context: Context, plan: Plan): Promise<ReadonlySet<string> | undefined> {
  const toAsk = foundIn(context, plan);
  if (toAsk.length > 0) expectConsents(context, [...toAsk, ...wantedFor(plan)]);
  const found = await gatherFound(context, plan);
  const ours = plan.rows.flatMap((row) => (row.verdict.is === "stays" ? [] : row.changes)).length;
  const count = ours + found.size;
  if (count === 0) return found;
  const message = count === 1 ? say`Undo this one thing?` : say`Undo these ${count} things?`;
  if (!(await confirmRun(context, message))) return undefined;
  return new Set([...found, ...(await gatherConsents(context, plan))]);
}

/** What needs the targets is looked at, so that nothing is pulled from under it. */
function withDependents(nodes: readonly Node[], targets: ReadonlySet<ItemKey>): readonly Node[] {
  const back = reverseGraph(createGraph(nodes));
  const dependents = new Set([...targets].flatMap((key) => [...back.ancestors(key)]));
  return nodes.filter((node) => targets.has(node.key) || dependents.has(node.key));
}

/** Other items are no part of this undo. */
function forTargets(plan: Plan, targets: ReturnType<typeof targetsOf>): Plan {
  if (!targets) return plan;
  return { ...plan, rows: plan.rows.filter((row) => targets.has(row.item)) };
}

function showCalls(context: Context, plan: Plan): ExitCode {
  const isAsked = (row: PlanRow) => row.verdict.is !== "stays" || context.flags.includeFound;
  context.ui.printCalls({ ...plan, rows: plan.rows.map((row) => (isAsked(row) ? row : { ...row, changes: [] })) });
  return exitCode.ok;
}
