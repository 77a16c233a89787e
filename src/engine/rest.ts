import type { ItemState, RunState } from "./run-state.ts";

/** Sleeps; the next look is a new one, and shares what others have read in the meantime. */
export async function rest(run: RunState, item: ItemState, ms: number): Promise<void> {
  await run.awake.sleep(ms, run.order.stop);
  run.awaited(item.key);
  item.newerThan = item.lookedAt;
}
