import {
  type ConnectionSeen,
  isSamePair,
  listConnections,
  listPackages,
  listTransitRouters,
  type PackageSeen,
  setConnection,
  type TransitRouterSeen,
} from "../../api/cbn.ts";
import { isStatus } from "../../api/is-status.ts";
import { type FactsOf, type Item, type Look, type Ref, step, type Verdict } from "../../engine/step.ts";
import { change, done, guard, notNeeded, settling, takeAway } from "../../engine/verdicts.ts";
import { type ItemKey, itemKey } from "../../keys.ts";
import { regionOfEnd, spanOf } from "../../network/cen-areas.ts";
import type { Connection, Network } from "../../network/network.ts";
import { say } from "../../text.ts";
import { editionOf } from "../attach/edition.ts";
import { type CenFacts, cenRef } from "../refs.ts";
import { regionConnectionInputs } from "./inputs.ts";

interface ConnectionItem extends Item {
  readonly network: Network;
  readonly wanted: Connection;
  /** The two regions as CEN calls them. */
  readonly between: readonly [string, string];
  readonly needs: { readonly cen: Ref<CenFacts> };
}

type Given = FactsOf<ConnectionItem["needs"]>;

interface Seen {
  readonly here: ConnectionSeen | undefined;
  readonly all: readonly ConnectionSeen[];
  readonly pool: PackageSeen | undefined;
  /** A region of Enterprise Edition at one end, if any. */
  readonly enterprise: string | undefined;
  readonly made: boolean;
}

/** Bandwidth between two regions, out of a package of their areas. */
export const regionConnection = step<ConnectionItem, Seen, unknown>({
  name: "region-connection",
  title: "Regions connected",
  inputs: regionConnectionInputs,
  items: (network) =>
    network.connections.map((wanted) => ({
      key: itemKey("region-connection", wanted.name),
      needs: { cen: cenRef(network) },
      after: foundations(wanted, network),
      standsOn: foundations(wanted, network),
      network,
      wanted,
      between: regionsOf(wanted, network),
    })),
  observe,
  facts: () => ({}),
  judge,
  undo,
});

function foundations(wanted: Connection, network: Network): readonly ItemKey[] {
  const packages = network.packages.map((one) => itemKey("bandwidth-package", one.name));
  return [...wanted.between.flatMap((end) => endKeys(end, network)), ...packages];
}

/** What must stand before an end can be connected; a region stands for all its VPCs. */
function endKeys(end: string, network: Network): readonly ItemKey[] {
  if (end === "ccn") return [itemKey("cen-bind", network.ccn.area)];
  return network.vpcs.filter((vpc) => [vpc.name, vpc.region].includes(end)).map((vpc) => itemKey("attach", vpc.name));
}

function regionsOf(wanted: Connection, network: Network): readonly [string, string] {
  const [a, b] = wanted.between;
  return [regionOfEnd(a, network) ?? a, regionOfEnd(b, network) ?? b];
}

async function observe(look: Look, item: ConnectionItem, given: Given): Promise<Seen> {
  const account = item.network.hub;
  const all = await look.read(listConnections({ account, cen: given.cen.id }));
  const here = all.find((one) => isSamePair(one.between, item.between));
  const base = { here, all, made: look.wrote("set") };
  if (here && here.bandwidthMbps >= item.wanted.bandwidthMbps)
    return { ...base, pool: undefined, enterprise: undefined };
  const [packages, routers] = await Promise.all([
    look.read(listPackages({ account })),
    look.read(listTransitRouters({ account, cen: given.cen.id }), hasBothEnds(item)),
  ]);
  const enterprise = item.between.find((region) => editionOf(routers, region) === "Enterprise");
  const span = spanOf(item.wanted, item.network);
  const pool = packages.find((one) => one.cenIds.includes(given.cen.id) && span && isSamePair(one.areas, span));
  return { ...base, pool, enterprise };
}

/** The edition of a router that is there does not change while the run lasts. */
function hasBothEnds(item: ConnectionItem) {
  return (routers: readonly TransitRouterSeen[]) =>
    item.between.every((region) => editionOf(routers, region) !== undefined);
}

function judge(seen: Seen, item: ConnectionItem, given: Given): Verdict {
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
    const more =
      has > wanted.bandwidthMbps ? ` (the file asks for ${wanted.bandwidthMbps}; --allow-lower lowers it)` : "";
    return done(say`${words(item)} ${has} Mbit/s${more}`);
  }
  if (seen.enterprise !== undefined) return enterpriseEnd(seen.enterprise, item);
  return overSold(seen, item) ?? connect(item, given, has);
}

/** SetCenInterRegionBandwidthLimit serves Basic Edition only; the edition is seen, never tried. */
function enterpriseEnd(region: string, item: ConnectionItem): Verdict {
  return guard(
    say`${words(item)}: ${region} has an Enterprise Edition transit router, which this version of sagctl does not connect`,
    say`Connect it in the CEN console: an inter-region connection with the Enterprise side as the local one`,
  );
}

/** The sum of all connections of a package never exceeds it; the service says so only after the call. */
function overSold(seen: Seen, item: ConnectionItem): Verdict | undefined {
  if (!seen.pool) return undefined;
  const others = seen.all.filter((one) => one.packageId === seen.pool?.id && one !== seen.here);
  const used = others.reduce((sum, one) => sum + one.bandwidthMbps, 0);
  const free = seen.pool.bandwidthMbps - used;
  if (item.wanted.bandwidthMbps <= free) return undefined;
  return guard(
    say`${words(item)} asks for ${item.wanted.bandwidthMbps} Mbit/s, but package ${seen.pool.id} has ${free} of ${seen.pool.bandwidthMbps} left`,
    say`Raise the package's bandwidthMbps in the network file, or lower a connection`,
  );
}

function connect(item: ConnectionItem, given: Given, has: number): Verdict {
  const { wanted, network, between } = item;
  const order = { account: network.hub, cen: given.cen.id, between, bandwidthMbps: wanted.bandwidthMbps };
  const summary =
    has === 0
      ? say`connect ${words(item)}, ${wanted.bandwidthMbps} Mbit/s`
      : say`change ${words(item)} from ${has} to ${wanted.bandwidthMbps} Mbit/s`;
  return change({ slot: "set", summary, write: setConnection(order), risk: "none" });
}

// Source: CEN documentation "associate a CCN": automatic between the mainland's CCN and Basic routers of mainland regions only.
function isOpenAnyway(item: ConnectionItem): boolean {
  const span = spanOf(item.wanted, item.network);
  return item.between.includes("ccn-cn-shanghai") && span?.[0] === "China" && span[1] === "China";
}

/** `hangzhou ⇄ silicon-valley`, `CCN ⇄ silicon-valley`. */
function words(item: ConnectionItem): string {
  return item.wanted.between.map((end) => (end === "ccn" ? "CCN" : end)).join(" ⇄ ");
}

function undo(seen: Seen, item: ConnectionItem, given: Given): Verdict {
  if (!seen.here) return notNeeded(say`${words(item)} is not connected`);
  if (isStatus(seen.here.status, "Modifying")) {
    return settling(say`${words(item)} to be gone`, 15_000, [`cen:${given.cen.id}`]);
  }
  const order = { account: item.network.hub, cen: given.cen.id, between: item.between, bandwidthMbps: 0 };
  const summary = say`disconnect ${words(item)} (${seen.here.bandwidthMbps} Mbit/s)`;
  const removal = { slot: "remove", summary, write: setConnection(order), risk: "none" } as const;
  return takeAway(seen.made, say`${words(item)} was connected before sagctl`, removal);
}
