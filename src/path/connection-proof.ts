import { say, type Text } from "../text.ts";
import type { Block } from "./block.ts";
import {
  type Described,
  type DescribedConnection,
  type DescribedDestination,
  findRegion,
  hasStatus,
} from "./described.ts";

/** What says whether two regions with Basic Edition routers carry each other's traffic. */
export type Links = Pick<Described, "regions" | "connections" | "packages">;

/** The connection between the regions at the two ends of a path, where one is needed. */
export function connectionBlock(described: Described, to: DescribedDestination): Block | undefined {
  const mend = connectionMend(to.connection, to.isUnnamed);
  return linkBlock(described, described.branch.ccn.region, to.region, mend);
}

/** The command that makes or mends a connection, by its name in the network file, which may have to name it first. */
export function connectionMend(name: string, isUnnamed = false): Text {
  if (!isUnnamed) return say`sagctl region-connection --only ${name}`;
  const ends = name.split("/").join(", ");
  return say`Add under connections: - { between: [${ends}], bandwidthMbps: … }, then sagctl region-connection --only ${name}`;
}

/** The same of any two regions; `mendLink` is what makes their connection. */
export function linkBlock(links: Links, from: string, to: string, mendLink: Text): Block | undefined {
  if (!needsConnection(links, from, to)) return undefined;
  const connection = links.connections.find(({ between }) => between.includes(from) && between.includes(to));
  const because = connection
    ? whyIdle(links, connection)
    : { what: say`There is no region connection between ${from} and ${to}.` };
  if (because === undefined) return undefined;
  const mend = because.mend ?? mendLink;
  return { what: because.what, mend, ...(isBasic(links, from, to) ? { letsProbesPass: true } : {}) };
}

/**
 * The mainland's CCN and the mainland's regions talk freely while their routers are of Basic Edition; every other pair of
 * regions needs a connection. Source: CEN help, "Associate a CCN instance".
 */
export function needsConnection(links: Pick<Links, "regions">, a: string, b: string): boolean {
  if (a === b) return false;
  const isMainland = [a, b].every((region) => findRegion(links, region)?.area === "China");
  const isCcn = [a, b].some((region) => region.startsWith("ccn-"));
  return !(isMainland && isCcn && isBasic(links, a, b));
}

function isBasic(links: Pick<Links, "regions">, ...regions: readonly string[]): boolean {
  return regions.every((region) => findRegion(links, region)?.edition === "Basic");
}

function whyIdle(links: Links, connection: DescribedConnection): (Partial<Block> & Pick<Block, "what">) | undefined {
  const [a, b] = connection.between;
  const carrier = links.packages.find((one) => one.id === connection.packageId);
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
