import { areaOf } from "../cbn/areas.ts";
import { connectionsOf } from "../cbn/lookups.ts";
import type { BandwidthPackage, Cen } from "../cbn/things.ts";
import type { World } from "../world.ts";

export type Link = "local" | "free" | "connection" | "test";

/**
 * What lies between two regions with Basic Edition routers. The mainland's CCN reaches every mainland region freely; any other
 * pair needs a connection, and has 1 kbit/s of test bandwidth without one. Source: product pages "Associate a CCN instance" and
 * "Inter-region connections of Basic Edition transit routers".
 */
export function basicLink(world: World, cen: Cen, regionA: string, regionB: string): Link {
  if (regionA === regionB) return "local";
  const isMainland = areaOf(regionA) === "China" && areaOf(regionB) === "China";
  if (isMainland && (regionA.startsWith("ccn-") || regionB.startsWith("ccn-"))) return "free";
  return hasConnection(world, cen, regionA, regionB) ? "connection" : "test";
}

function hasConnection(world: World, cen: Cen, regionA: string, regionB: string): boolean {
  const regions = [regionA, regionB];
  const its = connectionsOf(world, cen.id).find(
    (one) => regions.includes(one.localRegionId) && regions.includes(one.oppositeRegionId),
  );
  if (!its) return false;
  const isOpen = its.bandwidthMbps > 0 || its.status === "Active";
  return isOpen && world.find<BandwidthPackage>("cen-package", its.packageId)?.businessStatus === "Normal";
}
