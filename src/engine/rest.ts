import type { ItemState, RunState } from "./run-state.ts";

/** Sleeps; the next look is a new one, and shares what others have read in the meantime. */
export async function rest(run: RunState, item: ItemState, ms: number): Promise<void> {
  await run.awake.sleep(ms, run.order.stop);
  run.awaited(item.key);
  item.newerThan = item.lookedAt;
  item.confirmed = false;
}

/**
 * That time has passed decides only together with a look that began after it: one that this machine slept through, or whose
 * answer took long, shows what stood before. True: look once more.
 */
export function confirm(run: RunState, item: ItemState): boolean {
  if (item.confirmed) return false;
  item.confirmed = true;
  item.newerThan = run.world.reads.mark();
  return true;
}
