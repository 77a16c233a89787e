import type { PastThing, Thing, World, WorldState } from "./world.ts";

const LONGEST_MEMORY_MS = 30 * 60 * 1000;

type Things = WorldState["things"];

/** Earlier versions are kept only where somebody may ask for them. */
export function keepsPast(state: WorldState): boolean {
  return state.switches.readLagMs > 0 || state.faults.some((fault) => fault.what === "stale-read");
}

function changesBetween(before: Things, after: Things, at: number): PastThing[] {
  const changed: PastThing[] = [];
  for (const kind of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const [old, fresh] = [before[kind] ?? {}, after[kind] ?? {}];
    for (const id of new Set([...Object.keys(old), ...Object.keys(fresh)])) {
      if (JSON.stringify(old[id]) === JSON.stringify(fresh[id])) continue;
      changed.push({ at, kind, id, was: old[id] ?? null });
    }
  }
  return changed;
}

/** Notes what changed since `before`, and forgets what no list can lag behind any more. */
export function notePast(state: WorldState, before: Things): void {
  const recent = state.past.filter((past) => past.at > state.now - LONGEST_MEMORY_MS);
  state.past = [...recent, ...changesBetween(before, state.things, state.now)];
}

/** The things of a kind as they were `lagMs` ago. */
export function asListed<T extends Thing>(state: WorldState, kind: string, lagMs: number): T[] {
  const shown = new Map<string, Thing>(Object.entries(state.things[kind] ?? {}));
  const seen = new Set<string>();
  for (const past of state.past) {
    if (past.kind !== kind || past.at <= state.now - lagMs || seen.has(past.id)) continue;
    seen.add(past.id);
    if (past.was === null) shown.delete(past.id);
    else shown.set(past.id, past.was);
  }
  return [...shown.values()] as T[];
}

/** The world as lists show it, for what a list works out of several things: routes are stored nowhere, and lag all the same. */
export function asLists(world: World): World {
  const all = <T extends Thing>(kind: string): T[] => world.listed<T>(kind);
  const find = <T extends Thing>(kind: string, id: string): T | undefined => all<T>(kind).find((one) => one.id === id);
  return Object.assign(Object.create(world) as World, { all, find });
}
