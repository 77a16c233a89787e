import { areaOf } from "../cbn/areas.ts";

/** INVENTED, but of a plausible size: milliseconds there and back. No page says what a path of the real cloud takes. */
const betweenRegions: Readonly<Record<string, number>> = {
  "ccn-cn-shanghai/cn-hangzhou": 22,
  "ccn-cn-shanghai/us-west-1": 154,
  "cn-hangzhou/us-west-1": 148,
};

/** INVENTED, for pairs of regions that have no figure of their own. */
const betweenAreas: Readonly<Record<string, number>> = {
  "China/North-America": 170,
  "Asia-Pacific/China": 60,
  "China/Europe": 220,
  "Asia-Pacific/North-America": 180,
  "Asia-Pacific/Europe": 190,
  "Europe/North-America": 140,
};

/** INVENTED: from a branch over the Internet to the point of presence of its gateway. */
export const ACCESS_MS = 8;
/** INVENTED: within a region. */
export const LOCAL_MS = 1;

export function roundTripMs(regionA: string, regionB: string): number {
  if (regionA === regionB) return LOCAL_MS;
  const exact = betweenRegions[pairOf(regionA, regionB)];
  if (exact !== undefined) return exact;
  const [areaA = "", areaB = ""] = [areaOf(regionA), areaOf(regionB)];
  return areaA === areaB ? 30 : (betweenAreas[pairOf(areaA, areaB)] ?? 200);
}

function pairOf(a: string, b: string): string {
  return a < b ? `${a}/${b}` : `${b}/${a}`;
}
