import type { World } from "../world.ts";
import { areas } from "./areas.ts";

/**
 * Zones with Enterprise Edition. Source for Hangzhou and Shanghai: "Available regions and zones", 2026-03; all the others are
 * given two zones by assumption, but for two small regions that are given one, so that there are such too.
 */
const zones: Readonly<Record<string, readonly string[]>> = {
  "cn-hangzhou": ["b", "h", "i", "j", "k"],
  "cn-shanghai": ["b", "c", "e", "f", "g", "l", "m", "n"],
  "cn-nanjing": ["a"],
  "cn-fuzhou": ["a"],
};

/**
 * None on a legacy cloud: there every ordinary region still gives Basic Edition. That one switch says both things is an
 * assumption; the document of the time knows no editions. A CCN's region never has any. Source: the list's page speaks of
 * ordinary regions only.
 */
export function enterpriseZones(world: World, regionId: string): string[] {
  if (world.state.switches.basicVpcAttachments || !isOrdinary(regionId)) return [];
  const isMainland = regionId.startsWith("cn-");
  return (zones[regionId] ?? ["a", "b"]).map((zone) => (isMainland ? `${regionId}-${zone}` : `${regionId}${zone}`));
}

/** Whether a transit router made in the region today would be of the Enterprise Edition. */
export function offersEnterprise(world: World, regionId: string): boolean {
  return enterpriseZones(world, regionId).length > 0;
}

/** A region of the public cloud, not the pseudo-region of a CCN. */
export function isOrdinary(regionId: string): boolean {
  return areas.some((area) => area.regions.includes(regionId));
}
