import type { EventHandler, World } from "../world.ts";
import type { BandwidthPackage, RegionConnection } from "./things.ts";

/** A subscription has an end. Source: product page: the package is released by itself when it expires. */
export function expectExpiry(world: World, { id, chargeType, expiresAt }: BandwidthPackage): void {
  if (chargeType === "PREPAY") world.schedule(expiresAt - world.now, "package.expired", { packageId: id });
}

/**
 * What lived on the package ends with it (assumption: no page says what becomes of it): a Basic connection is gone, an Enterprise
 * one stands without bandwidth.
 */
export const whenPackageExpired: EventHandler = (world, { packageId }) => {
  const ended = world.find<BandwidthPackage>("cen-package", String(packageId));
  if (ended === undefined) return;
  const connections = world.all<RegionConnection>("cen-connection").filter((one) => one.packageId === ended.id);
  for (const connection of connections) world.remove("cen-connection", connection.id);
  world.remove("cen-package", ended.id);
};
