import { findAction } from "../../src/api/actions.ts";
import type { ApiCall } from "../../src/api/call.ts";
import type { EngineWorld } from "../../src/engine/world.ts";
import type { Intent } from "../../src/state/store.ts";

/** The process is gone: nothing that it would have done after this happens. */
export class Crash extends Error {}

/** A moment at which a process may die. */
export interface Boundary {
  readonly at: "before-keep" | "after-keep" | "after-send";
  /** The intent's key, or the action sent. */
  readonly what: string;
  readonly state?: Intent["state"];
}

export interface Doomed {
  readonly world: EngineWorld;
  /** Every boundary that was reached, in order. */
  readonly passed: readonly Boundary[];
  /** Every write that left, as it left. */
  readonly sent: readonly ApiCall[];
}

/**
 * The same world for a process that dies at its k-th boundary (counted from 1; absent: never).
 * `reached` sees the world as it is at each of them.
 */
export function withCrash(world: EngineWorld, dieAt?: number, reached?: (one: Boundary) => Promise<void>): Doomed {
  const passed: Boundary[] = [];
  const sent: ApiCall[] = [];
  const isDead = () => dieAt !== undefined && passed.length >= dieAt;
  const live = () => {
    if (isDead()) throw new Crash("the process has died");
  };
  const boundary = async (one: Boundary) => {
    live();
    passed.push(one);
    await reached?.(one);
    live();
  };
  const keep = async (intent: Intent) => {
    const { key: what, state } = intent;
    await boundary({ at: "before-keep", what, state });
    await world.journal.keep(intent);
    await boundary({ at: "after-keep", what, state });
  };
  const send = async (call: ApiCall) => {
    live();
    const isWrite = findAction(call.product, call.action) !== undefined;
    if (isWrite) sent.push(call);
    const outcome = await world.cloud.send(call);
    if (isWrite) await boundary({ at: "after-send", what: call.action });
    return outcome;
  };
  const { journal, cloud } = world;
  return {
    passed,
    sent,
    world: {
      ...world,
      cloud: { send, serverNow: () => cloud.serverNow() },
      journal: {
        find: (key) => journal.find(key),
        of: (item) => journal.of(item),
        ofStep: (step) => journal.ofStep(step),
        keep,
      },
    },
  };
}
