import type { End } from "../engine/events.ts";
import { createGraph } from "../engine/graph.ts";
import type { Node } from "../engine/step.ts";
import { type ItemKey, stepOf } from "../keys.ts";

type Ends = ReadonlyMap<ItemKey, End>;

/**
 * What no key here can read, but pings have proven: of those behind it one has answered at least, and each that could be
 * made from here. Pings of another account alone are neither for it nor against it.
 */
export function provenByPings(nodes: readonly Node[], ends: Ends): ReadonlySet<ItemKey> {
  const graph = createGraph(nodes);
  const pings = [...ends].filter(([key]) => stepOf(key) === "ping");
  const isProven = (key: ItemKey) => {
    const behind = pings.filter(([ping]) => graph.ancestors(ping).has(key)).map(([, end]) => end);
    return behind.some((end) => end.is === "done") && behind.every(isNoDoubt);
  };
  const unseen = [...ends].filter(([, end]) => end.is === "blocked" && end.unseen).map(([key]) => key);
  return new Set(unseen.filter((key) => (stepOf(key) === "ping" ? pings.some(isAnswered) : isProven(key))));
}

function isAnswered([, end]: readonly [ItemKey, End]): boolean {
  return end.is === "done";
}

function isNoDoubt(end: End): boolean {
  if (end.is !== "blocked") return end.is === "done" || end.is === "not-needed";
  return end.who === "account" && (end.elsewhere ?? end.unseen ?? false);
}
