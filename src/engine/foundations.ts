import type { ItemKey } from "../keys.ts";
import { say } from "../text.ts";
import type { PlanRow } from "./events.ts";
import type { Graph } from "./graph.ts";
import { changesOf } from "./plan.ts";
import type { Verdict } from "./verdict.ts";

/** Undo: what stays keeps what it stands on; taking that away would be refused for ever, or cut others off. */
export function leaveFoundations(rows: readonly PlanRow[], graph: Graph): readonly PlanRow[] {
  const left: ItemKey[] = [];
  return rows.map((row) => {
    const on = left.find((key) => graph.node(key).standsOn.includes(row.item));
    const verdict = on === undefined ? row.verdict : staysUnder(row.verdict, on);
    if (verdict.is === "stays") left.push(row.item);
    return { ...row, verdict, changes: changesOf(verdict) };
  });
}

/** The verdict on something that another thing still stands on. */
export function staysUnder(verdict: Verdict, on: ItemKey): Verdict {
  if (verdict.is !== "changes") return verdict;
  const because = say`${on} stays, and stands on it`;
  const found = [...verdict.now, ...(verdict.then ?? [])] as const;
  return { is: "stays", because, found, ...(verdict.bills ? { bills: verdict.bills } : {}) };
}
