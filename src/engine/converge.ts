import type { ItemKey } from "../keys.ts";
import type { End } from "./events.ts";
import { createGraph, reverseGraph } from "./graph.ts";
import { guardsOf } from "./plan.ts";
import { runItem } from "./run-item.ts";
import { type Order, RunState } from "./run-state.ts";
import type { Node } from "./step.ts";
import type { EngineWorld } from "./world.ts";

/** How every item ended, and what it tells of the cloud as it is now. */
export interface RunResult {
  readonly ends: ReadonlyMap<ItemKey, End>;
  readonly facts: ReadonlyMap<ItemKey, unknown>;
}

/** Makes the plan true: every item looks, judges, sends and looks again, side by side as far as the cloud's locks allow. */
export async function converge(nodes: readonly Node[], world: EngineWorld, order: Order): Promise<RunResult> {
  const there = createGraph(nodes);
  const graph = order.plan.way === "do" ? there : reverseGraph(there);
  const guard = guardsOf(order.plan)[0];
  if (guard) return { ends: stoppedBy(guard.item, order, graph.nodes, world), facts: order.plan.facts };
  const run = new RunState(world, order, graph);
  for (const node of graph.nodes) start(run, node.key);
  const settled = await Promise.allSettled(graph.nodes.map((node) => run.ends.get(node.key)));
  const bug = settled.find((one) => one.status === "rejected");
  if (bug) throw bug.reason;
  const ends = new Map<ItemKey, End>();
  for (const [key, end] of run.ends) ends.set(key, await end);
  return { ends, facts: run.facts };
}

/** Starts an item after those before it, which are started first. */
function start(run: RunState, key: ItemKey): Promise<End> {
  const known = run.ends.get(key);
  if (known) return known;
  const started = (keys: readonly ItemKey[]) => keys.map((one) => [one, start(run, one)] as const);
  const before = started(run.graph.before(key));
  const beforePaying = run.order.plan.way === "do" ? started(run.graph.beforePaying(key)) : [];
  const end = runItem(run, run.graph.node(key), { before, beforePaying }).then((ended) => {
    run.world.tell({ type: "ended", item: key, title: run.graph.node(key).title, end: ended });
    return ended;
  });
  run.ends.set(key, end);
  return end;
}

/** A plan with a failed guard, or a look that was denied, sends nothing: that is told, all else is held up by it. */
function stoppedBy(
  guard: ItemKey,
  order: Order,
  nodes: readonly Node[],
  world: EngineWorld,
): ReadonlyMap<ItemKey, End> {
  const ends = new Map<ItemKey, End>();
  for (const node of nodes) {
    const verdict = order.plan.rows.find((row) => row.item === node.key)?.verdict;
    const fallback: End = { is: "held-up", by: guard };
    const end: End = verdict?.is === "failed" || verdict?.is === "done" ? verdict : fallback;
    ends.set(node.key, end);
    world.tell({ type: "ended", item: node.key, title: node.title, end });
  }
  return ends;
}
