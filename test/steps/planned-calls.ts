import type { ApiCall } from "../../src/api/call.ts";
import type { Plan } from "../../src/engine/events.ts";

/** What a plan foresaw and what was sent, as far as they are not the same. */
export interface Difference {
  readonly plannedOnly: readonly string[];
  readonly sentOnly: readonly string[];
}

/**
 * Pairs each call that was sent with one of the plan; `<…>` in a plan stands for anything.
 * A call that the cloud was too busy for and that was sent again is one call; what stays is not planned to go.
 */
export function compareWithPlan(plan: Plan, sent: readonly ApiCall[]): Difference {
  const rows = plan.rows.filter((row) => row.verdict.is !== "stays");
  const open = rows.flatMap((row) => row.changes.map((change) => change.write.call));
  const once = [...new Map(sent.map((call) => [inWords(call), call])).values()];
  const takenBy = new Map<ApiCall, ApiCall>();
  const sentOnly = once.filter((call) => !place(call, open, takenBy, new Set()));
  return { plannedOnly: open.filter((planned) => !takenBy.has(planned)).map(inWords), sentOnly: sentOnly.map(inWords) };
}

/** Finds a call its place in the plan; whoever has it already moves on if there is another one for it. */
function place(call: ApiCall, open: readonly ApiCall[], takenBy: Map<ApiCall, ApiCall>, tried: Set<ApiCall>): boolean {
  for (const planned of open) {
    if (tried.has(planned) || !isAsPlanned(planned, call)) continue;
    tried.add(planned);
    const other = takenBy.get(planned);
    if (other && !place(other, open, takenBy, tried)) continue;
    takenBy.set(planned, call);
    return true;
  }
  return false;
}

function isAsPlanned(planned: unknown, sent: unknown): boolean {
  if (typeof planned === "string" && /^<.+>$/.test(planned)) return sent !== undefined;
  if (typeof planned !== "object" || planned === null) return planned === sent;
  if (typeof sent !== "object" || sent === null) return false;
  const names = [...new Set([...Object.keys(planned), ...Object.keys(sent)])].filter((name) => name !== "signedAt");
  const at = (value: object, name: string) => (value as Record<string, unknown>)[name];
  return names.every((name) => isAsPlanned(at(planned, name), at(sent, name)));
}

function inWords({ action, params }: ApiCall): string {
  const { ClientToken: _, ...rest } = params;
  return `${action} ${JSON.stringify(rest)}`;
}
