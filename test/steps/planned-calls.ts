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
  // To the word first: what is planned for a thing yet to come would also take what is planned for one that is there.
  const notToTheWord = once.filter((call) => !takeOut(open, (planned) => inWords(planned) === inWords(call)));
  const sentOnly = notToTheWord.filter((call) => !takeOut(open, (planned) => isAsPlanned(planned, call)));
  return { plannedOnly: open.map(inWords), sentOnly: sentOnly.map(inWords) };
}

function takeOut(open: ApiCall[], isIt: (planned: ApiCall) => boolean): boolean {
  const at = open.findIndex(isIt);
  if (at >= 0) open.splice(at, 1);
  return at >= 0;
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
