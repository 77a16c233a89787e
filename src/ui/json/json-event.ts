import type { ApiCall, SentCall } from "../../api/call.ts";
import type { Event, Plan } from "../../engine/events.ts";
import type { Change } from "../../engine/verdict.ts";
import type { Prices } from "../price.ts";
import { jsonValue } from "./json-value.ts";

/** An event as a line of stderr. A plan is counted only: the result holds it whole. */
export function jsonEvent(event: Event): unknown {
  const { type, ...rest } = event;
  if (event.type === "planned") {
    const changes = event.plan.rows.reduce((sum, row) => sum + row.changes.length, 0);
    return { event: type, items: event.plan.rows.length, changes };
  }
  if (event.type === "sending" || event.type === "answered") {
    return jsonValue({ event: type, ...rest, change: jsonChange(event.change) });
  }
  return jsonValue({ event: type, ...rest });
}

/** A request that was sent, as a line of stderr. */
export function jsonSent({ call, ...became }: SentCall): unknown {
  return jsonValue({ event: "called", ...became, call: jsonCall(call) });
}

/** A plan without what its items know of each other. */
export function jsonPlan(plan: Plan, prices: Prices): unknown {
  const rows = plan.rows.map((row) => ({
    ...row,
    changes: row.changes.map((change) => ({ ...jsonChange(change), price: prices.get(change) })),
    verdict: jsonVerdict(row.verdict),
    command: row.command && { on: row.command.on, line: row.command.line },
  }));
  return jsonValue({ way: plan.way, rows });
}

/** The changes of a verdict stand in the row already. */
function jsonVerdict(verdict: Plan["rows"][number]["verdict"]): unknown {
  const { now, then, found, locks, ...rest } = verdict as unknown as Record<string, unknown>;
  return found === undefined ? rest : { ...rest, found: (found as readonly Change[]).map(jsonChange) };
}

function jsonChange({ slot, summary, risk, write }: Change) {
  return { slot, summary, risk, permission: write.permission, call: jsonCall(write.call) };
}

/** When it was signed is nobody's concern. */
function jsonCall({ product, action, account, region, params }: ApiCall) {
  return { product, action, account, region, params };
}
