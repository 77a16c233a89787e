import type { EventHandler, World } from "../world.ts";
import { startMaking } from "./create-cen-bandwidth-package.ts";
import type { BandwidthPackage } from "./things.ts";

/** Somebody has paid an order that was left unpaid: now the package is made. */
export const whenPackagePaid: EventHandler = (world, data) => {
  for (const unpaid of unpaidOf(world, data)) startMaking(world, unpaid);
};

/** An order cancelled before it was paid leaves nothing. */
export const whenPackageCancelled: EventHandler = (world, data) => {
  for (const unpaid of unpaidOf(world, data)) world.remove("cen-package", unpaid.id);
};

function unpaidOf(world: World, data: Record<string, unknown>): BandwidthPackage[] {
  const isIts = (one: BandwidthPackage) => one.orderId === data.orderId && one.status === "Unpaid";
  return world.all<BandwidthPackage>("cen-package").filter(isIts);
}
