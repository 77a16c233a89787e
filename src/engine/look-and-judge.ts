import { hashCall } from "./call-hash.ts";
import { createLook, type NotBefore } from "./look.ts";
import { verdictOf } from "./preview.ts";
import { probeKey } from "./run-probe.ts";
import type { ItemState, RunState } from "./run-state.ts";
import type { Node } from "./step.ts";
import { doubted, isUnseen, unseen } from "./unseen.ts";
import type { Verdict } from "./verdict.ts";

/** One look at an item, as new as it has to be, and what the item makes of it. */
export async function lookAndJudge(
  run: RunState,
  node: Node,
  item: ItemState,
  given: Readonly<Record<string, unknown>>,
): Promise<{ seen: unknown; verdict: Verdict }> {
  if (isUnseen(node, run.world)) return { seen: undefined, verdict: unseen(node, run.order.plan.way) };
  const look = createLook(run.world, node.key, freshness(run, item), (path) => item.probes.get(probeKey(path)));
  item.sawWrite = run.notBefore(item.key, item.held);
  try {
    const seen = await node.observe(look, given);
    item.lookedAt = run.world.reads.mark();
    if (run.order.plan.way === "undo") return { seen, verdict: undoing(run, node, seen, given) };
    const verdict = node.judge(seen, given);
    if (verdict.stands) run.standing.add(node.key);
    return { seen, verdict };
  } catch (error) {
    return { seen: undefined, verdict: verdictOf(error) };
  }
}

function undoing(run: RunState, node: Node, seen: unknown, given: Readonly<Record<string, unknown>>): Verdict {
  const { graph, order, world } = run;
  const { rows } = order.plan;
  const verdict = node.undo(seen, given);
  const wasBlind = rows.some((row) => row.item === node.key && row.verdict.is === "failed");
  return wasBlind ? doubted(verdict, node, { graph, rows, journal: world.journal }) : verdict;
}

/** What an item asks again must be newer than its last look; all else, newer than the writes that it may show. */
function freshness(run: RunState, item: ItemState): NotBefore {
  const { asked: before, newerThan, isPolling } = item;
  const asked = new Set<string>();
  item.asked = asked;
  item.newerThan = 0;
  item.isPolling = false;
  return (call, isAtRest) => {
    const hash = hashCall(call);
    asked.add(hash);
    const written = run.notBefore(item.key, item.held, call.product);
    return Math.max(written, before.has(hash) && !(isAtRest && isPolling) ? newerThan : 0);
  };
}
