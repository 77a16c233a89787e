import type { ItemKey } from "../keys.ts";
import { lookedAt } from "./looked-at.ts";
import type { Node } from "./step.ts";

/** The items and their edges, in the order of the list of steps. */
export interface Graph {
  readonly nodes: readonly Node[];
  node(key: ItemKey): Node;
  /** What must be over before this one, directly. */
  before(key: ItemKey): readonly ItemKey[];
  /** What must be over before this one may cost money. */
  beforePaying(key: ItemKey): readonly ItemKey[];
  /** Everything that comes before this one, at any distance. */
  ancestors(key: ItemKey): ReadonlySet<ItemKey>;
}

/** The way there: an item waits for what it needs and for what it comes after. */
export function createGraph(nodes: readonly Node[]): Graph {
  const known = new Set(nodes.map((node) => node.key));
  const edges = new Map(nodes.map((node) => [node.key, edgesOf(node).filter((key) => known.has(key))]));
  return graphOf(nodes, edges);
}

/** The way back: an item waits for all that needed it, and for what goes before it. */
export function reverseGraph(graph: Graph): Graph {
  const edges = new Map<ItemKey, ItemKey[]>(graph.nodes.map((node) => [node.key, []]));
  for (const node of graph.nodes) {
    for (const key of new Set([...graph.before(node.key), ...node.goesBefore])) edges.get(key)?.push(node.key);
  }
  return graphOf([...graph.nodes].reverse(), edges);
}

/**
 * The targets of a run, all that they need and what they come after. What is no target is looked at as it stands: it waits
 * for nothing but its own needs.
 */
export function pruneForRun(nodes: readonly Node[], targets: ReadonlySet<ItemKey>): readonly Node[] {
  const before = nodes.filter((node) => targets.has(node.key) && !node.isProof).flatMap(comesAfter);
  const keys = new Set(pruneTo(nodes, new Set([...targets, ...before])).map((node) => node.key));
  return nodes.filter((node) => keys.has(node.key)).map((node) => inRun(node, targets));
}

function comesAfter({ after, paysAfter }: Node): readonly ItemKey[] {
  return [...after, ...paysAfter];
}

function inRun(node: Node, targets: ReadonlySet<ItemKey>): Node {
  if (!targets.has(node.key)) return { ...lookedAt(node), after: [], paysAfter: [] };
  return node.isProof ? { ...node, after: node.after.filter((key) => targets.has(key)) } : node;
}

/** The targets and all that they need, which is only looked at; what they only come after is left out. */
export function pruneTo(nodes: readonly Node[], targets: ReadonlySet<ItemKey>): readonly Node[] {
  const byKey = new Map(nodes.map((node) => [node.key, node]));
  const kept = new Set<ItemKey>();
  const keep = (key: ItemKey) => {
    if (kept.has(key) || !byKey.has(key)) return;
    kept.add(key);
    for (const need of Object.values(byKey.get(key)?.needs ?? {})) keep(need);
  };
  for (const key of targets) keep(key);
  return nodes.filter((node) => kept.has(node.key)).map((node) => (targets.has(node.key) ? node : lookedAt(node)));
}

function edgesOf(node: Node): ItemKey[] {
  return [...new Set([...Object.values(node.needs), ...node.after])];
}

function graphOf(nodes: readonly Node[], edges: ReadonlyMap<ItemKey, readonly ItemKey[]>): Graph {
  const byKey = new Map(nodes.map((node) => [node.key, node]));
  const before = (key: ItemKey) => edges.get(key) ?? [];
  const found = new Map<ItemKey, ReadonlySet<ItemKey>>();
  const ancestors = (key: ItemKey): ReadonlySet<ItemKey> => {
    const known = found.get(key);
    if (known) return known;
    const all = new Set(before(key).flatMap((direct) => [direct, ...ancestors(direct)]));
    found.set(key, all);
    return all;
  };
  const node = (key: ItemKey): Node => {
    const one = byKey.get(key);
    if (!one) throw new Error(`no item ${key}`);
    return one;
  };
  const beforePaying = (key: ItemKey) => node(key).paysAfter.filter((one) => byKey.has(one));
  return { nodes, node, before, beforePaying, ancestors };
}
