import type { LivingWorld } from "./living-world.ts";
import { keepsPast, notePast } from "./read-lag.ts";
import type { AgendaEntry, WorldState } from "./world.ts";

/** Nonces are of no use once the request they came with has expired. */
const NONCE_MEMORY_MS = 30 * 60 * 1000;

function takeNext(state: WorldState, until: number): AgendaEntry | undefined {
  let next: AgendaEntry | undefined;
  for (const entry of state.agenda) if (entry.at <= until && (next === undefined || entry.at < next.at)) next = entry;
  if (next !== undefined) state.agenda.splice(state.agenda.indexOf(next), 1);
  return next;
}

function happen(world: LivingWorld, entry: AgendaEntry): void {
  const before = keepsPast(world.state) ? structuredClone(world.state.things) : undefined;
  world.fire(entry.event, entry.data);
  if (before !== undefined) notePast(world.state, before);
}

/** They stand in the order in which they came. */
function forgetNonces(state: WorldState): void {
  for (const nonce in state.nonces) {
    if ((state.nonces[nonce] ?? 0) >= state.now - NONCE_MEMORY_MS) return;
    delete state.nonces[nonce];
  }
}

/** Lets the world's time pass: everything that falls due happens in its order. Time never goes back. */
export function advance(world: LivingWorld, until: number): void {
  const { state } = world;
  for (let next = takeNext(state, until); next !== undefined; next = takeNext(state, until)) {
    state.now = Math.max(state.now, next.at);
    happen(world, next);
  }
  state.now = Math.max(state.now, until);
  forgetNonces(state);
}
