import type { World } from "../world.ts";

/** The moment so many months before the world begins, for what stands in it already. */
export function monthsAgo(world: World, months: number): number {
  const date = new Date(world.now);
  return date.setUTCMonth(date.getUTCMonth() - months);
}
