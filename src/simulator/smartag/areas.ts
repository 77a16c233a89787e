import { refusal } from "./refusals.ts";

/** The areas where gateways and CCNs live, by RegionId, as DescribeRegions names them. */
export const areas: Readonly<Record<string, string>> = {
  "cn-shanghai": "Mainland China",
  "cn-hongkong": "Hong Kong",
  "ap-southeast-1": "Singapore",
  "ap-southeast-3": "Kuala Lumpur",
  "ap-southeast-5": "Jakarta",
  "ap-northeast-1": "Tokyo",
  "eu-central-1": "Frankfurt",
};

/** Closed, but listed still. Source: endpoint table of the help pages; a live answer of 2026-08 marks it so. */
export const closedArea = { id: "ap-southeast-2", name: "Sydney(已关停)" } as const;

/** Source: buying guide: hardware is shipped within mainland China only. */
export function isShippedTo(region: string): boolean {
  return region === "cn-shanghai";
}

/** Where gateways are, or were. */
export function requireListed(region: string): void {
  if (!Object.hasOwn(areas, region) && region !== closedArea.id) throw refusal("InvalidRegionID");
}
