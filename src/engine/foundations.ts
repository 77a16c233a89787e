import type { ItemKey } from "../keys.ts";
import { say } from "../text.ts";
import type { PlanRow } from "./events.ts";
import type { Graph } from "./graph.ts";
import { changesOf } from "./plan.ts";
import type { Verdict } from "./verdict.ts";

/** Undo: what stays keeps what it stands on; taking that away would be refused for ever, or cut others off. */
export function leaveFoundations(rows: readonly PlanRow[], graph: Graph): readonly PlanRow[] {
  const left: (readonly [ItemKey, Stays])[] = [];
  return rows.map((row) => {
    const on = left.find(([key, stays]) => isKept(row.item, graph, key, stays))?.[0];
    const verdict = on === undefined ? row.verdict : staysUnder(row.verdict, on);
    if (verdict.is === "stays") left.push([row.item, verdict]);
    return { ...row, verdict, changes: changesOf(verdict) };
  });
}

export type Stays = Pick<Extract<Verdict, { is: "stays" }>, "keeps">;

/** Whether what is left as `stays` says stands on this item. */
export function isKept(item: ItemKey, graph: Graph, left: ItemKey, { keeps = [] }: Stays): boolean {
  return graph.node(left).standsOn.includes(item) || keeps.includes(item);
}

/** The verdict on something that another thing still stands on. */
export function staysUnder(verdict: Verdict, on: ItemKey): Verdict {
  if (verdict.is !== "changes") return verdict;
  const because = say`${on} stays, and stands on it`;
  const found = [...verdict.now, ...(verdict.then ?? [])] as const;
  return { is: "stays", because, found, ...(verdict.bills ? { bills: verdict.bills } : {}) };
}
