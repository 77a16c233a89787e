import type { PackageSeen } from "../../api/bandwidth-packages.ts";
import type { ConnectionSeen } from "../../api/region-connections.ts";
import { isSamePair } from "../../api/same-pair.ts";
import type { Verdict } from "../../engine/verdict.ts";
import { guard } from "../../engine/verdicts.ts";
import { type ItemKey, itemKey } from "../../keys.ts";
import { cenAreaTitle, spanOf } from "../../network/cen-areas.ts";
import type { BandwidthPackage, Network } from "../../network/network.ts";
import { say, type Text } from "../../text.ts";
import { commandLine } from "../words.ts";
import { type ConnectionItem, connectionBetween, words } from "./item.ts";

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

/** Whether a package has room: refused, or only once other connections of this run are lower. */
export interface Room {
  readonly refusal?: Verdict;
  readonly behind: readonly ItemKey[];
}

/** The sum of all connections of a package never exceeds it; the service says so only after the call. */
export function roomFor(
  pool: PackageSeen | undefined,
  all: readonly Share[],
  item: ConnectionItem,
  bandwidthMbps = item.wanted.bandwidthMbps,
): Room {
  if (!pool) return packageInFile(item) ? { behind: [] } : { refusal: noPackage(item), behind: [] };
  const others = all.filter((one) => one.packageId === pool.id && !isSamePair(one.between, item.between));
  const size = Math.max(pool.bandwidthMbps, packageInFile(item)?.bandwidthMbps ?? 0);
  const used = others.reduce((sum, one) => sum + one.bandwidthMbps, 0);
  if (bandwidthMbps <= size - used) return { behind: [] };
  const lowered = others.flatMap((one) => loweringOf(one, item.network) ?? []);
  const free = size - used + lowered.reduce((sum, one) => sum + one.freesMbps, 0);
  if (bandwidthMbps <= free) return { behind: lowered.map(({ key }) => key) };
  const refusal = guard(
    say`${words(item)} asks for ${bandwidthMbps} Mbit/s, but package ${pool.id} has ${free} of ${size} left`,
    say`Raise the package's bandwidthMbps in the network file, or lower a connection`,
  );
  return { refusal, behind: [] };
}

/** Bandwidth of a package that neither the CEN nor the file has; `or`: what else would do. */
export function noPackage(item: ConnectionItem, ...or: readonly Text[]): Verdict {
  const span = spanOf(item.wanted, item.network) ?? [];
  if (item.network.file === undefined) return packageFirst(item, span, or);
  return guard(
    say`${words(item)}: no bandwidth package for ${span.map(cenAreaTitle).join(" ⇄ ")} is on the CEN, and the network file names none`,
    say`Add one under packages: {areas: [${span.join(", ")}], bandwidthMbps: ${item.wanted.bandwidthMbps}, charge: PREPAY, months: 1}`,
    ...or,
  );
}

/** Flags alone name a connection and no package: another command's flags do. */
function packageFirst({ wanted }: ConnectionItem, span: readonly string[], or: readonly Text[]): Verdict {
  const flags = { areas: span.join(","), "package-mbps": String(wanted.bandwidthMbps), charge: "PREPAY" };
  return {
    is: "blocked",
    who: "person",
    on: say`a bandwidth package for ${span.map(cenAreaTitle).join(" ⇄ ")} on the CEN`,
    tryThis: [say`${commandLine("bandwidth-package", { ...flags, "package-months": "1" })}`, ...or],
  };
}

/** What the connection gives back by what the file asks for. */
function loweringOf({ between, bandwidthMbps }: Share, network: Network) {
  const wanted = connectionBetween(between, network);
  if (!wanted || !network.goal.allowLower || wanted.bandwidthMbps >= bandwidthMbps) return undefined;
  return { key: itemKey("region-connection", wanted.name), freesMbps: bandwidthMbps - wanted.bandwidthMbps };
}
