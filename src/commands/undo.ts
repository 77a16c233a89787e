import type { Plan } from "../engine/events.ts";
import { guardsOf } from "../engine/plan.ts";
import { preview } from "../engine/preview.ts";
import { type ExitCode, exitCode } from "../exit-codes.ts";
import { say } from "../text.ts";
import { confirmRun, gatherConsents, gatherFound } from "./consents.ts";
import type { Context } from "./context.ts";
import { exitOf } from "./exit.ts";
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
  const plan = forTargets(await preview(session.nodes, session.world, "undo"), targets);
  ui.tell({ type: "planned", plan });
  ui.printUndoPlan(plan);
  if (guardsOf(plan).length > 0) return exitCode.guard;
  if (flags.dryRun) return showCalls(context, plan);
  const approved = await allowed(context, plan);
  if (!approved) return exitCode.guard;
  if (context.canAsk) session.world.reads.forget();
  const result = await runPlan(context, session, { plan, nodes: session.nodes, approved, targets });
  ui.printOutcome({ again: context.again });
  ui.printSummary(await summaryOf(session, context.wallNow() - started));
  return exitOf(result.ends.values(), targets !== undefined);
}

/** What may be sent, or undefined when a person said no; nobody is asked when there is nothing to undo. */
async function allowed(context: Context, plan: Plan): Promise<ReadonlySet<string> | undefined> {
  const found = await gatherFound(context, plan);
  const ours = plan.rows.flatMap((row) => (row.verdict.is === "stays" ? [] : row.changes)).length;
  const count = ours + found.size;
  if (count === 0) return found;
  const message = count === 1 ? say`Undo this one thing?` : say`Undo these ${count} things?`;
  if (!(await confirmRun(context, message))) return undefined;
  return new Set([...found, ...(await gatherConsents(context, plan))]);
}

/** What needs the targets is looked at, so that nothing is pulled from under it; it is not taken away. */
function forTargets(plan: Plan, targets: ReturnType<typeof targetsOf>): Plan {
  if (!targets) return plan;
  return { ...plan, rows: plan.rows.map((row) => (targets.has(row.item) ? row : { ...row, changes: [] })) };
}

function showCalls(context: Context, plan: Plan): ExitCode {
  context.ui.printCalls(plan);
  return exitCode.ok;
}
