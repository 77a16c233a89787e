import type { Plan } from "../engine/events.ts";
import { pruneTo } from "../engine/graph.ts";
import { lookedAt } from "../engine/looked-at.ts";
import { preview } from "../engine/preview.ts";
import { type ExitCode, exitCode } from "../exit-codes.ts";
import type { Context } from "./context.ts";
import { exitOfGuards } from "./exit.ts";
import { inSession, type Session } from "./session.ts";
import { portTables } from "./status/port-tables.ts";
import { reachTable } from "./status/reach-table.ts";
import { regionRouteTables, staticRouteTables } from "./status/route-tables.ts";
import { enterpriseTables } from "./status/router-tables.ts";
import { statusRows } from "./status/status-rows.ts";
import { targetsOf } from "./targets.ts";

/** What is true now: ids, expiry dates, ports of the devices, who reaches whom, routes on request. Only reads, and no lock. */
export function status(context: Context): Promise<ExitCode> {
  return inSession(context, { doing: "status", readOnly: true }, async (session) => {
    const targets = targetsOf(session.nodes, undefined, context.flags.only);
    const nodes = targets ? pruneTo(session.nodes, targets) : session.nodes;
    const plan = await preview(nodes.map(lookedAt), session.world, "do");
    const tables = [
      ...(await portTables(session, plan)),
      ...reachTable(session.network, plan),
      ...(context.flags.routes ? await routeTables(session, plan, context.flags.all ?? false) : []),
    ];
    context.ui.printStatus({ rows: await statusRows(session, plan), tables });
    return exitOf(plan, context);
  });
}

async function routeTables(session: Session, plan: Plan, all: boolean) {
  return [
    ...(await enterpriseTables(session, plan, all)),
    ...(await regionRouteTables(session, plan)),
    ...(await staticRouteTables(session, plan)),
  ];
}

function exitOf(plan: Plan, context: Context): ExitCode {
  const stopped = exitOfGuards(plan);
  if (stopped !== undefined) return stopped;
  const pending = plan.rows.some((row) => row.changes.length > 0);
  return context.flags.exitCode && pending ? exitCode.pending : exitCode.ok;
}
