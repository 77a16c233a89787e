import { permissionOf } from "../api/actions.ts";
import type { ApiCall } from "../api/call.ts";
import type { Plan } from "../engine/events.ts";
import { createGraph, pruneForRun } from "../engine/graph.ts";
import { partialPlan } from "../engine/partial-plan.ts";
import { preview } from "../engine/preview.ts";
import { type ExitCode, exitCode } from "../exit-codes.ts";
import type { Permissions } from "../ui/screens/permissions-screen.ts";
import { allowedBy } from "./consents.ts";
import type { Context } from "./context.ts";
import { exitOfGuards } from "./exit.ts";
import { pricesOf } from "./prices.ts";
import { inSession, type Session } from "./session.ts";
import { targetsOf } from "./targets.ts";

/** What is true, what would change, in which order, and what it needs; sends no write. */
export function plan(context: Context): Promise<ExitCode> {
  return inSession(context, { doing: "plan", readOnly: true }, async (session) => {
    const targets = targetsOf(session.nodes, undefined, context.flags.only);
    const nodes = targets ? pruneForRun(session.nodes, targets) : session.nodes;
    const whole = await preview(nodes, session.world, "do");
    const made = targets ? partialPlan(whole, createGraph(nodes), targets) : whole;
    const prices = await pricesOf(session.cloud, made);
    context.ui.printPlan(made, { next: nextOf(context), prices, allowed: allowedBy(context.flags) });
    if (context.flags.calls) context.ui.printCalls(made);
    if (context.flags.permissions) context.ui.printPermissions(permissionsOf(made, session));
    return exitOf(made, context);
  });
}

function nextOf(context: Context) {
  return [
    { command: `${context.alike("plan")} --calls`, what: "the calls, word for word" },
    { command: `${context.alike("plan")} --permissions`, what: "the rights it needs" },
    { command: context.alike("apply"), what: "carry it out" },
  ];
}

function exitOf(made: Plan, context: Context): ExitCode {
  const stopped = exitOfGuards(made);
  if (stopped !== undefined) return stopped;
  const pending = made.rows.some((row) => row.changes.length > 0 || row.first !== undefined);
  return context.flags.exitCode && pending ? exitCode.pending : exitCode.ok;
}

/** Per account: what this look needed, and what the writes of the plan need. */
function permissionsOf(made: Plan, session: Session): readonly Permissions[] {
  const calls = [
    ...session.cloud.calls.map((one) => one.call),
    ...session.world.reads.unsent,
    ...session.nodes.flatMap((node) => node.toCome),
    ...made.rows.flatMap((row) => row.changes.map((change) => change.write.call)),
  ];
  return [...new Set(calls.map((call) => call.account))].map((account) => {
    const own = calls.filter((call) => call.account === account);
    const actions = [...new Set(own.map(permissionOf))].filter((action) => action !== "sts:GetCallerIdentity");
    return { account, actions, serviceLinkedRoles: rolesOf(own) };
  });
}

/** Source: permission NoPermission.AliyunServiceRoleForCEN of the attach pages: asked for when an account attaches its first VPC. */
function rolesOf(calls: readonly ApiCall[]): readonly string[] {
  const attaches = calls.some(
    ({ action, params }) =>
      action === "CreateTransitRouterVpcAttachment" ||
      (action === "AttachCenChildInstance" && params.ChildInstanceType === "VPC"),
  );
  return attaches ? ["AliyunServiceRoleForCEN (ram:CreateServiceLinkedRole for cen.aliyuncs.com)"] : [];
}
