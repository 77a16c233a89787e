import { isLater } from "../api/call.ts";
import { say } from "../text.ts";
import type { Plan, PlanRow } from "./events.ts";
import type { Graph } from "./graph.ts";
import type { Node } from "./step.ts";
import type { Blocked, Verdict } from "./verdict.ts";
import type { EngineWorld } from "./world.ts";

/** Whether it lies in an account whose key is not here, so that nobody can look at it. */
export function isUnseen({ accounts }: Pick<Node, "accounts">, world: Pick<EngineWorld, "holds">): boolean {
  return !accounts.some((account) => world.holds(account));
}

/** The verdict on it. On the way back nothing of this run hangs on it, and what else lies there is not for here to undo. */
export function unseen({ accounts }: Pick<Node, "accounts">, way: Plan["way"]): Blocked {
  const who = [...new Set(accounts)].join(" or ");
  const on = say`not readable from here: it lies in account ${who}, whose key is not here`;
  const verdict = { is: "blocked", who: "account", on, unseen: true } as const;
  if (way === "undo") return { ...verdict, tryThis: [], elsewhere: true };
  return { ...verdict, tryThis: [say`Whoever has the key of ${who} runs sagctl there, with the same network file`] };
}

/**
 * Undo: what a look that lacked an id calls gone may be there after all, where the diary says that we made it; then the
 * failed look that the id was to come from is the verdict.
 */
export function doubted(verdict: Verdict, node: Node, parts: Doubt): Verdict {
  const wasMade = parts.journal.of(node.key).some(({ state }) => state !== "refused" && state !== "undone");
  return verdict.is === "not-needed" && wasMade ? (failedNeed(node, parts) ?? verdict) : verdict;
}

interface Doubt {
  readonly graph: Pick<Graph, "node">;
  readonly rows: readonly PlanRow[];
  readonly journal: EngineWorld["journal"];
}

function failedNeed(node: Node, parts: Doubt): Verdict | undefined {
  for (const need of Object.values(node.needs)) {
    const row = parts.rows.find((one) => one.item === need);
    if (row?.verdict.is === "failed") return row.verdict;
    const further = row && failedNeed(parts.graph.node(need), parts);
    if (further) return further;
  }
  return undefined;
}

/** Whether facts hold nothing that is still to come. */
export function isComplete(facts: unknown): boolean {
  if (isLater(facts)) return false;
  if (typeof facts !== "object" || facts === null) return true;
  return Object.values(facts).every(isComplete);
}
