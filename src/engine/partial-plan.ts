import type { ItemKey } from "../keys.ts";
import type { Plan, PlanRow } from "./events.ts";
import type { Graph } from "./graph.ts";
import { isPassed, passesUnseen } from "./passed.ts";

/**
 * A plan of which only the targets are carried out. What they need or come after is looked at, never changed; where that
 * is not there yet, nothing of a target is sent, nor asked about.
 */
export function partialPlan(plan: Plan, graph: Graph, targets: ReadonlySet<ItemKey>): Plan {
  const rows = new Map(plan.rows.map((row) => [row.item, row]));
  const before = new Set([...targets].flatMap((key) => [...graph.ancestors(key)]));
  const found = new Map<ItemKey, ItemKey | undefined>();
  const firstFor = (key: ItemKey): ItemKey | undefined => {
    const row = rows.get(key);
    if (!found.has(key) && row) found.set(key, find(row));
    return found.get(key);
  };
  const find = (row: PlanRow) => {
    const goesOn = passesUnseen(graph.node(row.item), plan.way, (key) => plan.facts.get(key));
    for (const key of waitsFor(row, graph)) {
      const first = targets.has(key) ? firstFor(key) : standsInTheWay(rows.get(key), plan.way, goesOn(key));
      if (first) return first;
    }
    return undefined;
  };
  const partly = (row: PlanRow): PlanRow => {
    if (!targets.has(row.item)) return before.has(row.item) ? lookedAt(row) : { ...lookedAt(row), isAside: true };
    const first = firstFor(row.item);
    return first === undefined ? row : { ...lookedAt(row), first };
  };
  return { ...plan, rows: plan.rows.map(partly) };
}

function waitsFor({ item, changes: [next] }: PlanRow, graph: Graph): readonly ItemKey[] {
  return next?.risk === "costs-money" ? [...graph.before(item), ...graph.beforePaying(item)] : graph.before(item);
}

/** What the cloud is at work on is waited for. */
function standsInTheWay(row: PlanRow | undefined, way: Plan["way"], goesOn: boolean): ItemKey | undefined {
  if (!row || row.verdict.is === "settling") return undefined;
  const { stands = false } = row.verdict;
  return isPassed(row.verdict, { way, passesUnseen: goesOn, stands }) ? undefined : row.item;
}

function lookedAt(row: PlanRow): PlanRow {
  return { ...row, changes: [] };
}
