import type { World } from "../world.ts";

export interface Transition {
  /** A kind of the table of durations. */
  readonly kind: string;
  /** `cen:cen-…`: only queries are accepted on what a write holds. */
  readonly locks: readonly string[];
  /** The event that ends it. */
  readonly event: string;
  readonly data?: Record<string, unknown>;
}

/**
 * Takes the locks before anything is changed, and lets the event fire when the cloud has done its work.
 * Source for Operation.Blocking, the code of every such clash: the product-wide error page.
 */
export function beginTransition(world: World, transition: Transition): void {
  world.call.settlesMs = startWork(world, transition);
}

/** The same where no call is under way: what somebody's payment sets going. Returns how long it takes. */
export function startWork(world: World, { kind, locks, event, data }: Transition): number {
  world.hold(locks, "Operation.Blocking", 500);
  const settlesMs = world.duration(kind);
  world.schedule(settlesMs, event, { ...data, locks: [...locks] });
  return settlesMs;
}

/** The other end: every ending event's data carries the locks that its write took. */
export function endTransition(world: World, data: Record<string, unknown>): void {
  world.release(data.locks as string[]);
}
