import { ccnRegion } from "../../network/areas.ts";
import { cenAreaOf, regionOfEnd, sortedSpan, spanOf } from "../../network/cen-areas.ts";
import type { Connection, Network } from "../../network/network.ts";

type Span = readonly [string, string];

/** Bandwidth that the network needs between two areas, and the pairs of regions that share it. */
export interface Proposal {
  readonly areas: Span;
  /** Connections that no one has written down yet. */
  readonly missing: readonly Connection["between"][];
}

interface End {
  readonly name: string;
  readonly region: string;
  readonly area: string;
}

/**
 * One proposal for each pair of areas that traffic crosses. Basic Edition connects the regions of one area by itself, and
 * none is bought for its VPCs alone; a region of Enterprise Edition is connected with nothing unless it is told to.
 */
export function proposals(network: Network, enterprise: ReadonlySet<string> = new Set()): readonly Proposal[] {
  const spans = new Map<string, Connection["between"][]>();
  for (const between of crossings(network, enterprise)) {
    const span = spanOf({ between }, network)?.join() ?? "";
    spans.set(span, [...(spans.get(span) ?? []), between]);
  }
  const isEnterprise = (end: string) => enterprise.has(regionOfEnd(end, network) ?? end);
  const needed = [...spans].filter(([, missing]) =>
    missing.some((ends) => ends.includes("ccn") || ends.some(isEnterprise)),
  );
  return needed.map(([span, missing]) => ({ areas: span.split(",") as unknown as Span, missing }));
}

/** Every pair of regions that must be connected and is not in the file; the CCN's come last. */
function crossings(network: Network, enterprise: ReadonlySet<string>): readonly Connection["between"][] {
  const ends = endsOf(network);
  const pairs = ends.flatMap((one, index) => ends.slice(index + 1).map((other) => [one, other] as const));
  const isBasic = ({ region }: End) => !enterprise.has(region);
  const crossing = pairs.filter(([one, other]) => one.area !== other.area || !isBasic(one) || !isBasic(other));
  return crossing
    .filter(([one, other]) => !isConnected(one, other, network))
    .map(([one, other]) => ordered(one, other));
}

/** One end for each region: the VPC there, or the region itself where it has several; and the CCN. */
function endsOf(network: Network): readonly End[] {
  const ccn = { name: "ccn", region: ccnRegion(network.ccn.area) };
  const isAlone = (region: string) => network.vpcs.filter((vpc) => vpc.region === region).length === 1;
  const vpcs = network.vpcs.map(({ name, region }) => ({ name: isAlone(region) ? name : region, region }));
  const all = [...vpcs, ...(network.ccn.isWanted ? [ccn] : [])].flatMap(({ name, region }) => {
    const area = cenAreaOf(region);
    return area === undefined ? [] : [{ name, region, area }];
  });
  return all.filter((end, index) => all.findIndex((other) => other.region === end.region) === index);
}

function isConnected(one: End, other: End, network: Network): boolean {
  const wanted = [one.region, other.region].sort().join();
  return network.connections.some(({ between }) => {
    const regions = between.map((end) => regionOfEnd(end, network) ?? end);
    return regions.sort().join() === wanted;
  });
}

function ordered(one: End, other: End): Connection["between"] {
  return other.name === "ccn" ? ["ccn", one.name] : [one.name, other.name];
}

/** What the file's connections take out of a package of this pair of areas. */
export function mbpsInUse(network: Network, areas: Span): number {
  const wanted = sortedSpan(areas).join();
  const taking = network.connections.filter((one) => spanOf(one, network)?.join() === wanted);
  return taking.reduce((sum, one) => sum + one.bandwidthMbps, 0);
}

/** Whole Mbit/s for each, what is left over to the first ones. */
export function sharedOut(mbps: number, count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => Math.floor(mbps / count) + (index < mbps % count ? 1 : 0));
}
