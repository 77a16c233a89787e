import { ccnRegion } from "./areas.ts";
import type { Connection, ConnectionEnd, Network } from "./network.ts";

interface CenArea {
  readonly title: string;
  readonly regions: readonly string[];
}

/**
 * The areas between which CEN bandwidth is sold, by the spelling of requests (answers spell them in lower case).
 * Source: CEN documentation "areas and regions", current page and 2019; Australia and Middle-East stand only in older ones.
 * Hong Kong counts as Asia-Pacific, and the CCN of Mainland China (`ccn-cn-shanghai`) as China.
 */
const areas: Readonly<Record<string, CenArea>> = {
  China: {
    title: "Mainland China",
    regions: [
      ...["cn-qingdao", "cn-beijing", "cn-zhangjiakou", "cn-huhehaote", "cn-wulanchabu", "cn-shenzhen", "cn-heyuan"],
      ...["cn-guangzhou", "cn-hangzhou", "cn-shanghai", "cn-nanjing", "cn-fuzhou", "cn-chengdu"],
    ],
  },
  "North-America": { title: "North America", regions: ["us-west-1", "us-east-1"] },
  "Asia-Pacific": {
    title: "Asia Pacific",
    regions: [
      ...["cn-hongkong", "ap-southeast-1", "ap-southeast-3", "ap-southeast-5", "ap-southeast-6", "ap-southeast-7"],
      ...["ap-northeast-1", "ap-northeast-2", "ap-south-1"],
    ],
  },
  Europe: { title: "Europe", regions: ["eu-central-1", "eu-west-1"] },
  Australia: { title: "Australia", regions: ["ap-southeast-2"] },
  "Middle-East": { title: "Middle East", regions: ["me-east-1", "me-central-1"] },
};

export const cenAreaNames: readonly string[] = Object.keys(areas);
export const knownRegions: readonly string[] = Object.values(areas).flatMap((area) => area.regions);

const letters = (text: string) => text.toLowerCase().replace(/[^a-z]/g, "");

/** The area as requests spell it, from whatever way people write it: "Mainland China", "china", "north america". */
export function findCenArea(text: string): string | undefined {
  return cenAreaNames.find((name) => [name, areas[name]?.title ?? ""].some((way) => letters(way) === letters(text)));
}

/** "Mainland China" for `China`; accepts the lower-case spelling of answers too. */
export function cenAreaTitle(area: string): string {
  return areas[findCenArea(area) ?? ""]?.title ?? area;
}

/** The area a region counts to, CCN regions (`ccn-cn-shanghai`) included. */
export function cenAreaOf(region: string): string | undefined {
  const plainRegion = region.replace(/^ccn-/, "");
  return cenAreaNames.find((name) => areas[name]?.regions.includes(plainRegion));
}

interface Places {
  readonly vpcs: Network["vpcs"];
  readonly ccn: Pick<Network["ccn"], "area">;
}

/** The region of a connection's end as CEN calls it: the VPC's own, `ccn-…`, or the region that was written. */
export function regionOfEnd(end: ConnectionEnd, network: Places): string | undefined {
  if (end === "ccn") return ccnRegion(network.ccn.area);
  return network.vpcs.find((vpc) => vpc.name === end)?.region ?? knownRegions.find((region) => region === end);
}

/** The two areas that a connection joins, sorted; both alike inside one area, undefined when a region is in no known area. */
export function spanOf(
  connection: Pick<Connection, "between">,
  network: Places,
): readonly [string, string] | undefined {
  const [a, b] = connection.between.map((end) => cenAreaOf(regionOfEnd(end, network) ?? ""));
  return a === undefined || b === undefined ? undefined : sortedSpan([a, b]);
}

/** Two areas in one fixed order, so that spans can be compared. */
export function sortedSpan([a, b]: readonly [string, string]): readonly [string, string] {
  return cenAreaNames.indexOf(a) <= cenAreaNames.indexOf(b) ? [a, b] : [b, a];
}
