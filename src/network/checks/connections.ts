import { say } from "../../text.ts";
import { ccnRegion, findArea } from "../areas.ts";
import { cenAreaOf, knownRegions, sortedSpan } from "../cen-areas.ts";
import type { Path } from "../origin.ts";
import type { NetworkDocument } from "../schema.ts";
import type { Check } from "./check.ts";

export interface ConnectionAt {
  readonly name: string;
  readonly path: Path;
  readonly bandwidthMbps: number;
  /** The two regions as CEN names them, sorted; undefined where an end is unknown. */
  readonly regions: readonly string[] | undefined;
  readonly span: readonly [string, string] | undefined;
}

function regionOf(end: string, { vpcs = {}, ccn = {}, branches = {} }: NetworkDocument): string | undefined {
  if (end !== "ccn") return Object.hasOwn(vpcs, end) ? vpcs[end]?.region : knownRegions.find((one) => one === end);
  const area = ccn.area ?? Object.values(branches).find((branch) => branch.area !== undefined)?.area;
  return ccnRegion(findArea(area ?? "mainland-china") ?? "");
}

/** The connections with their regions and areas looked up. */
export function connectionsOf(document: NetworkDocument): ConnectionAt[] {
  return (document.connections ?? []).map(({ between, bandwidthMbps }, index) => {
    const [a, b] = between.map((end) => regionOf(end, document));
    const [areaA, areaB] = [a, b].map((region) => cenAreaOf(region ?? ""));
    return {
      name: between.join("/"),
      path: ["connections", index],
      bandwidthMbps,
      regions: a === undefined || b === undefined ? undefined : [a, b].sort(),
      span: areaA === undefined || areaB === undefined ? undefined : sortedSpan([areaA, areaB]),
    };
  });
}

/** A connection joins two regions, and no two connections the same two: the bandwidth is set for the pair of regions. */
export const regionsDiffer: Check = {
  reads: ["connections", "vpcs", "ccn", "branches"],
  find: (document, { where }) => {
    const all = connectionsOf(document).filter(({ regions }) => regions !== undefined);
    return all.flatMap(({ name, path, regions = [] }, index) => {
      if (regions[0] === regions[1]) {
        const text = say`connection ${name}: both ends are in ${regions[0] ?? ""}, which needs no connection; remove it`;
        return [{ code: "connection-in-one-region", path: [...path, "between"], text }];
      }
      const other = all.slice(0, index).find((one) => one.regions?.join() === regions.join());
      if (!other) return [];
      const text = say`connection ${name} joins the same regions as ${other.name} (${where(other.path)}); write one connection with the bandwidth of both`;
      return [{ code: "connection-twice", path: [...path, "between"], text }];
    });
  },
};

/** `tcp/8000-8080` counts upwards, within 1 to 65535. */
export const portsFit: Check = {
  reads: ["allow"],
  find: ({ allow = [] }) =>
    allow.flatMap((entry, index) => {
      const [protocol = "", ports = "1"] = entry.split("/");
      const [from = 1, to = from] = ports.split("-").map(Number);
      if (from >= 1 && from <= to && to <= 65_535) return [];
      const text = say`${entry}: ports go from 1 to 65535, the lower one first; write ${protocol}/443 or ${protocol}/8000-8080`;
      return [{ code: "port-out-of-range", path: ["allow", index], text }];
    }),
};
