import { say } from "../text.ts";
import type { Block } from "./block.ts";
import {
  type Described,
  type DescribedConnection,
  type DescribedDestination,
  findRegion,
  hasStatus,
} from "./described.ts";

/** The connection between the regions at the two ends of a path, where one is needed. */
export function connectionBlock(described: Described, to: DescribedDestination): Block | undefined {
  const from = described.branch.ccn.region;
  if (!needsConnection(described, from, to.region)) return undefined;
  const connection = described.connections.find(({ between }) => between.includes(from) && between.includes(to.region));
  const because = connection
    ? whyIdle(described, connection)
    : { what: say`There is no region connection between ${from} and ${to.region}.` };
  if (because === undefined) return undefined;
  const mend = because.mend ?? say`sagctl region-connection --only ${to.connection}`;
  return { what: because.what, mend, ...(isBasic(described, from, to.region) ? { letsProbesPass: true } : {}) };
}

/**
 * Regions of one area on Basic Edition talk freely; every other pair of regions needs a connection, and on Enterprise
 * Edition the CCN's too. Source: CEN help, "Associate a CCN instance", and the CEN manual of 2019.
 */
export function needsConnection(described: Described, a: string, b: string): boolean {
  if (a === b) return false;
  const [one, other] = [findRegion(described, a), findRegion(described, b)];
  return one === undefined || one.area !== other?.area || !isBasic(described, a, b);
}

function isBasic(described: Described, ...regions: readonly string[]): boolean {
  return regions.every((region) => findRegion(described, region)?.edition === "Basic");
}

function whyIdle(
  described: Described,
  connection: DescribedConnection,
): (Partial<Block> & Pick<Block, "what">) | undefined {
  const [a, b] = connection.between;
  const carrier = described.packages.find((one) => one.id === connection.packageId);
  if (connection.bandwidthMbps <= 0)
    return { what: say`The region connection between ${a} and ${b} has no bandwidth.` };
  // Its status while a bandwidth is being set is Modifying; what it carries then is written nowhere.
  if (!hasStatus(connection, "Active")) {
    return { what: say`The region connection between ${a} and ${b} is still being set (${connection.status}).` };
  }
  if (carrier === undefined || carrier.businessStatus === "Normal") return undefined;
  return {
    what: say`The bandwidth package ${carrier.id} that carries ${a} and ${b} is stopped (${carrier.businessStatus}).`,
    mend: say`sagctl bandwidth-package`,
  };
}
