import type { Plan } from "../engine/events.ts";
import { pruneTo } from "../engine/graph.ts";
import { preview } from "../engine/preview.ts";
import { type ExitCode, exitCode } from "../exit-codes.ts";
import { allowedBy, consentToCommands } from "./consents.ts";
import type { Context } from "./context.ts";
import { exitOf } from "./exit.ts";
import { pathPictures } from "./path-pictures.ts";
import { runPlan } from "./run-plan.ts";
import { inSession, type Session } from "./session.ts";
import { summaryOf } from "./summary.ts";
import { targetsOf } from "./targets.ts";

/** Proves every path from the configuration, then pings; changes nothing. */
export function verify(context: Context): Promise<ExitCode> {
  return inSession(context, { doing: "verify", readOnly: true }, (session) => verifyIn(context, session));
}

async function verifyIn(context: Context, session: Session): Promise<ExitCode> {
  const { ui, flags } = context;
  const started = context.wallNow();
  const targets = targetsOf(session.nodes, "ping", flags.only) ?? new Set();
  const nodes = pruneTo(session.nodes, targets);
  const plan = withoutChanges(await preview(nodes, session.world, "do"));
  ui.tell({ type: "planned", plan });
  if (flags.dryRun) {
    ui.printPlan(plan, { allowed: allowedBy(flags) });
    return exitCode.ok;
  }
  const approved = await consentToCommands(context, plan);
  const result = await runPlan(context, session, { plan, nodes, approved, targets });
  ui.printOutcome({ again: context.again, targets });
  ui.printPath(pathPictures(session.network, result));
  ui.printSummary(await summaryOf(session, context.wallNow() - started, targets));
  return exitOf(result.ends.values(), { alone: true });
}

/** The runner sends nothing that its plan does not hold: an empty one is the promise that nothing is written. */
function withoutChanges(plan: Plan): Plan {
  return { ...plan, rows: plan.rows.map((row) => ({ ...row, changes: [] })) };
}
