import type { Verdict } from "../../engine/verdict.ts";
import { guard } from "../../engine/verdicts.ts";
import { ccnRegion } from "../../network/areas.ts";
import { regionOfEnd, sortedSpan, spanOf } from "../../network/cen-areas.ts";
import { packageMbps } from "../../network/models.ts";
import type { BandwidthPackage, Network } from "../../network/network.ts";
import { mayReach } from "../../network/reach.ts";
import { say, type Text } from "../../text.ts";
import { chargeLines } from "./pay-as-you-go.ts";

/**
 * What the file must say more than the tutorial does where VPCs are on Enterprise Edition: the CCN reaches such a router only
 * over a connection of its own, even inside one area. Source: CEN documentation "associate a CCN".
 */
export function unconnectedCcn(
  network: Network,
  region: string,
  payAsYouGo: readonly BandwidthPackage[],
): Verdict | undefined {
  if (!isOnCcnsWay(network, region) || isConnected(network, region)) return undefined;
  const because = say`The transit router in ${region} is of Enterprise Edition: the CCN reaches it only over a connection of its own, even inside one area`;
  return guard(because, ...packageLines(network, region), connectionLine(network, region), ...chargeLines(payAsYouGo));
}

/** Said with each router that is made, so that nobody wonders at what follows. */
export function moreThanBasic(network: Network, region: string): readonly Text[] {
  if (!isOnCcnsWay(network, region)) return [];
  return [
    say`More is needed than in the tutorial's text, which is about routers of Basic Edition: today's are of Enterprise Edition, and need attachments, route tables, routes in the VPCs, and a connection to the CCN`,
  ];
}

function isOnCcnsWay(network: Network, region: string): boolean {
  return network.ccn.isWanted && isReachedFromOffice(network, region);
}

function isReachedFromOffice({ vpcs, ...network }: Network, region: string): boolean {
  const there = vpcs.filter((vpc) => vpc.region === region);
  return network.branches.some((branch) => there.some((vpc) => mayReach({ ...network, vpcs }, branch.name, vpc.name)));
}

function isConnected(network: Network, region: string): boolean {
  return network.connections.some(({ between }) => {
    const ends = between.map((end) => regionOfEnd(end, network));
    return ends.includes(region) && ends.includes(ccnRegion(network.ccn.area));
  });
}

function connectionLine(network: Network, region: string): Text {
  return say`Add under connections: - { between: [ccn, ${endIn(network, region)}], bandwidthMbps: ${mbpsOf(network)} }`;
}

/** The VPC if it is the only one there, else the region. */
function endIn({ vpcs }: Network, region: string): string {
  const [only, ...others] = vpcs.filter((vpc) => vpc.region === region);
  return only && others.length === 0 ? only.name : region;
}

/** One package for each pair of areas; the one that is there may have to be raised, and the sum says so. */
function packageLines(network: Network, region: string): readonly Text[] {
  const span = spanOf({ between: ["ccn", region] }, network);
  if (!span || network.packages.some((one) => sortedSpan(one.areas).join() === span.join())) return [];
  const [a, b] = span;
  const name = (a === b ? `within-${a}` : `${a}-${b}`).toLowerCase();
  const mbps = Math.max(mbpsOf(network), packageMbps.min);
  return [
    say`Add under packages: ${name}: { areas: [${span.join(", ")}], bandwidthMbps: ${mbps}, charge: PREPAY, months: 1 }`,
  ];
}

/** As much as another connection has. */
function mbpsOf({ connections, branches }: Network): number {
  return connections[0]?.bandwidthMbps ?? branches[0]?.gateway.bandwidthMbps ?? packageMbps.min;
}
