import { type ConnectionSeen, isSamePair, type PackageSeen } from "../../api/cbn.ts";
import type { Verdict } from "../../engine/step.ts";
import { guard } from "../../engine/verdicts.ts";
import { spanOf } from "../../network/cen-areas.ts";
import type { BandwidthPackage } from "../../network/network.ts";
import { say } from "../../text.ts";
import { type ConnectionItem, words } from "./item.ts";

/** The package of the connection's areas that is on the CEN. */
export function poolOf(packages: readonly PackageSeen[], item: ConnectionItem, cen: string): PackageSeen | undefined {
  const span = spanOf(item.wanted, item.network);
  return packages.find((one) => one.cenIds.includes(cen) && span && isSamePair(one.areas, span));
}

/** The package of the file for the two areas: it is bought, or raised, before. */
export function packageInFile({ wanted, network }: ConnectionItem): BandwidthPackage | undefined {
  const span = spanOf(wanted, network);
  return span && network.packages.find((one) => isSamePair(one.areas, span));
}

/** What one connection has of a package. */
export type Share = Pick<ConnectionSeen, "between" | "bandwidthMbps" | "packageId">;

/** The sum of all connections of a package never exceeds it; the service says so only after the call. */
export function overSold(
  pool: PackageSeen | undefined,
  all: readonly Share[],
  item: ConnectionItem,
  bandwidthMbps = item.wanted.bandwidthMbps,
): Verdict | undefined {
  if (!pool) return undefined;
  const others = all.filter((one) => one.packageId === pool.id && !isSamePair(one.between, item.between));
  const used = others.reduce((sum, one) => sum + one.bandwidthMbps, 0);
  const size = Math.max(pool.bandwidthMbps, packageInFile(item)?.bandwidthMbps ?? 0);
  const free = size - used;
  if (bandwidthMbps <= free) return undefined;
  return guard(
    say`${words(item)} asks for ${bandwidthMbps} Mbit/s, but package ${pool.id} has ${free} of ${size} left`,
    say`Raise the package's bandwidthMbps in the network file, or lower a connection`,
  );
}
