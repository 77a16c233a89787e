import { isSamePair } from "../../api/same-pair.ts";
import type { FactsOf, Item, Ref } from "../../engine/step.ts";
import { type ItemKey, itemKey } from "../../keys.ts";
import { regionOfEnd } from "../../network/cen-areas.ts";
import { isolationIn } from "../../network/isolation.ts";
import type { Connection, Network } from "../../network/network.ts";
import type { Edition } from "../../path/described.ts";
import { type CenFacts, cenRef, eachBranch, type RouterFacts, routerRef, type TableFacts, tableRef } from "../refs.ts";

export interface ConnectionItem extends Item {
  readonly network: Network;
  readonly wanted: Connection;
  /** The two regions as CEN calls them. */
  readonly between: readonly [string, string];
  /** The routers of the two ends; that of a CCN comes with the CCN, and is of Basic Edition. */
  readonly needs: {
    readonly cen: Ref<CenFacts>;
    readonly first?: Ref<RouterFacts>;
    readonly second?: Ref<RouterFacts>;
    /** Those that keep VPCs apart at either end. */
    readonly [table: `table ${string}`]: Ref<TableFacts>;
  };
}

export type Given = FactsOf<ConnectionItem["needs"]>;

export function itemOf(wanted: Connection, network: Network): ConnectionItem {
  const [a, b] = wanted.between;
  const between = regionsOf(wanted, network);
  const standing = [...foundations(wanted, network)];
  const tables = between.flatMap((region) => tableNeeds(region, network));
  return {
    key: itemKey("region-connection", wanted.name),
    needs: {
      cen: cenRef(network),
      ...(a === "ccn" ? {} : { first: routerRef(between[0]) }),
      ...(b === "ccn" ? {} : { second: routerRef(between[1]) }),
      ...Object.fromEntries(tables),
    },
    after: standing,
    paysAfter: network.goal.eager ? [] : eachBranch("activate", network),
    standsOn: [...standing, ...routersOf(wanted, between), ...tables.map(([, ref]) => ref.key)],
    network,
    wanted,
    between,
  };
}

/** The two ends as CEN calls them. */
export function regionsOf({ between: [a, b] }: Connection, network: Network): readonly [string, string] {
  return [regionOfEnd(a, network) ?? a, regionOfEnd(b, network) ?? b];
}

/** The connection of the file that joins two regions, as CEN calls them, in either order. */
export function connectionBetween(pair: readonly [string, string], network: Network): Connection | undefined {
  return network.connections.find((one) => isSamePair(regionsOf(one, network), pair));
}

function tableNeeds(region: string, network: Network): readonly (readonly [`table ${string}`, Ref<TableFacts>])[] {
  return isolationIn(network, region).map(({ name }) => [tableNeed(region, name), tableRef(region, name)]);
}

function tableNeed(region: string, name: string): `table ${string}` {
  return `table ${region} ${name}`;
}

/** The tables of a region that keep its VPCs apart, by the names of network/isolation.ts. */
export function isolationTables({ network }: ConnectionItem, given: Given, region: string) {
  return isolationIn(network, region).map(({ name }) => ({ name, id: given[tableNeed(region, name)]?.id ?? "" }));
}

function routersOf(wanted: Connection, between: readonly [string, string]): readonly ItemKey[] {
  return between.filter((_, at) => wanted.between[at] !== "ccn").map((region) => routerRef(region).key);
}

function foundations(wanted: Connection, network: Network): readonly ItemKey[] {
  const packages = network.packages.map((one) => itemKey("bandwidth-package", one.name));
  return [...wanted.between.flatMap((end) => endKeys(end, network)), ...packages];
}

/** What must stand before an end can be connected; a region stands for all its VPCs. */
function endKeys(end: string, network: Network): readonly ItemKey[] {
  if (end === "ccn") return [itemKey("cen-bind", network.ccn.area)];
  return network.vpcs.filter((vpc) => [vpc.name, vpc.region].includes(end)).map((vpc) => itemKey("attach", vpc.name));
}

/** One end with its router. */
export interface Side {
  readonly region: string;
  readonly edition: Edition;
  /** Of the router; undefined for a CCN's, which nobody makes. */
  readonly router: string | undefined;
}

export function sidesOf(item: ConnectionItem, given: Given): readonly [Side, Side] {
  const [first, second] = item.between;
  return [sideOf(first, given.first), sideOf(second, given.second)];
}

function sideOf(region: string, router: RouterFacts | undefined): Side {
  return { region, edition: router?.edition ?? "Basic", router: router?.id };
}

/** `hangzhou ⇄ silicon-valley`, `CCN ⇄ silicon-valley`. */
export function words({ wanted }: ConnectionItem): string {
  return wanted.between.map((end) => (end === "ccn" ? "CCN" : end)).join(" ⇄ ");
}
