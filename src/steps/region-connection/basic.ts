import { listPackages, type PackageSeen } from "../../api/bandwidth-packages.ts";
import { isStatus } from "../../api/is-status.ts";
import { type ConnectionSeen, listConnections, setConnection } from "../../api/region-connections.ts";
import { isSamePair } from "../../api/same-pair.ts";
import type { Look } from "../../engine/step.ts";
import type { Verdict } from "../../engine/verdict.ts";
import { behind, change, done, guard, notNeeded, settling, takeAway } from "../../engine/verdicts.ts";
import { spanOf } from "../../network/cen-areas.ts";
import { say } from "../../text.ts";
import { type ConnectionItem, type Given, words } from "./item.ts";
import { poolOf, roomFor } from "./share.ts";

export interface BasicSeen {
  readonly edition: "Basic";
  readonly here: ConnectionSeen | undefined;
  readonly all: readonly ConnectionSeen[];
  readonly pool: PackageSeen | undefined;
  readonly made: boolean;
}

/** A bandwidth limit between two routers of Basic Edition. */
export async function observeBasic(look: Look, item: ConnectionItem, given: Given): Promise<BasicSeen> {
  const account = item.network.hub;
  const all = await look.read(listConnections({ account, cen: given.cen.id }));
  const here = all.find((one) => isSamePair(one.between, item.between));
  const base = { edition: "Basic", here, all, made: look.wrote("set") } as const;
  if (here && here.bandwidthMbps >= item.wanted.bandwidthMbps) return { ...base, pool: undefined };
  // Nothing of a run makes a package smaller than its connections want, so one that suffices goes on doing so.
  const suffices = (packages: readonly PackageSeen[]) => {
    const pool = poolOf(packages, item, given.cen.id);
    return pool !== undefined && roomFor(pool, all, item).refusal === undefined;
  };
  const packages = await look.read(listPackages({ account }), suffices);
  return { ...base, pool: poolOf(packages, item, given.cen.id) };
}

export function judgeBasic(seen: BasicSeen, item: ConnectionItem, given: Given): Verdict {
  const { here } = seen;
  const { wanted, network } = item;
  if (isOpenAnyway(item) && !here) {
    return notNeeded(say`${words(item)}: the CCN reaches mainland regions of Basic Edition by itself`);
  }
  if (here && isStatus(here.status, "Modifying")) {
    return settling(say`${words(item)} to be Active`, 15_000, [`cen:${given.cen.id}`]);
  }
  const has = here?.bandwidthMbps ?? 0;
  if (here && (has === wanted.bandwidthMbps || (has > wanted.bandwidthMbps && !network.goal.allowLower))) {
    return done(say`${words(item)} ${has} Mbit/s${moreThan(has, wanted.bandwidthMbps)}`);
  }
  if (wanted.paidBy === "data-transfer") return packageOnly(item);
  // What is lowered has its room.
  const { refusal, behind: others } = has > wanted.bandwidthMbps ? { behind: [] } : roomFor(seen.pool, seen.all, item);
  return refusal ?? behind(others, connect(item, given, has));
}

/** What is said of a connection that has more than the file asks for. */
export function moreThan(has: number, wanted: number): string {
  return has > wanted ? ` (the file asks for ${wanted}; --allow-lower lowers it)` : "";
}

// Source: page of SetCenInterRegionBandwidthLimit: BandwidthPackage is the only type.
function packageOnly(item: ConnectionItem): Verdict {
  return guard(
    say`${words(item)}: between transit routers of Basic Edition bandwidth comes out of a package only`,
    say`Leave paidBy: data-transfer out of the connection, and name a package for its areas`,
  );
}

function connect(item: ConnectionItem, given: Given, has: number): Verdict {
  const { wanted, network, between } = item;
  const order = { account: network.hub, cen: given.cen.id, between, bandwidthMbps: wanted.bandwidthMbps };
  const base = { write: setConnection(order), risk: "none" } as const;
  if (has === 0) {
    return change({ slot: "set", summary: say`connect ${words(item)}, ${wanted.bandwidthMbps} Mbit/s`, ...base });
  }
  // A slot of its own: who changes a connection has not made it, and undo leaves it.
  const summary = say`change ${words(item)} from ${has} to ${wanted.bandwidthMbps} Mbit/s`;
  return change({ slot: "change", summary, ...base });
}

// Source: CEN documentation "associate a CCN": automatic between the mainland's CCN and Basic routers of mainland regions only.
function isOpenAnyway(item: ConnectionItem): boolean {
  const span = spanOf(item.wanted, item.network);
  return item.between.includes("ccn-cn-shanghai") && span?.[0] === "China" && span[1] === "China";
}

export function undoBasic(seen: BasicSeen, item: ConnectionItem, given: Given): Verdict {
  if (!seen.here) return notNeeded(say`${words(item)} is not connected`);
  if (isStatus(seen.here.status, "Modifying")) {
    return settling(say`${words(item)} to be gone`, 15_000, [`cen:${given.cen.id}`]);
  }
  const order = { account: item.network.hub, cen: given.cen.id, between: item.between, bandwidthMbps: 0 };
  const summary = say`disconnect ${words(item)} (${seen.here.bandwidthMbps} Mbit/s)`;
  const removal = { slot: "remove", summary, write: setConnection(order), risk: "none" } as const;
  return takeAway(seen.made, say`${words(item)} was connected before sagctl`, removal);
}
