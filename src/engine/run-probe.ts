import type { ItemKey } from "../keys.ts";
import type { End } from "./events.ts";
import { verdictOf } from "./preview.ts";
import { isOnInstance, type ProbePath } from "./probe-path.ts";
import type { ItemState, RunState } from "./run-state.ts";
import type { Command } from "./step.ts";

/** What a consent to an item's command is called among those of a run. */
export function commandKey(item: ItemKey): string {
  return `${item}#command`;
}

/** Under which an item remembers what a probe found. */
export function probeKey(path: ProbePath): string {
  if (isOnInstance(path)) return `${path.from.instance} ${path.to.address}`;
  const { from, to, protocol, port } = path;
  return `${from.branch} ${to.address} ${protocol} ${port ?? ""}`;
}

/** Carries out a probe, unless it runs a command that nobody has allowed. Undefined: look again. */
export async function runProbe(run: RunState, item: ItemState, path: ProbePath): Promise<End | undefined> {
  const { command } = run.graph.node(item.key);
  if (command && !run.order.approved.has(commandKey(item.key))) return notAllowed(command);
  try {
    item.probes.set(probeKey(path), await run.world.probe(path));
    return undefined;
  } catch (error) {
    const verdict = verdictOf(error);
    return verdict.is === "failed" ? verdict : undefined;
  }
}

/** It is one of the things that can be done another time: a run in which nothing else is missing ends well. */
function notAllowed({ without }: Command): End {
  return { is: "blocked", who: "person", ...without, elsewhere: true, consent: "--allow-probes" };
}
