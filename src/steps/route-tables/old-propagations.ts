import { later } from "../../api/call.ts";
import { isStatus } from "../../api/is-status.ts";
import {
  type AssociationSeen,
  disablePropagation,
  enablePropagation,
  listAssociations,
  listPropagations,
  listRouterTables,
} from "../../api/router-tables.ts";
import { type FactsOf, type Item, type Look, type Ref, step } from "../../engine/step.ts";
import type { Change, Verdict } from "../../engine/verdict.ts";
import { change, done, notNeeded } from "../../engine/verdicts.ts";
import { isConnected, isolationIn, tableOf } from "../../network/isolation.ts";
import type { Network, Vpc } from "../../network/network.ts";
import { say } from "../../text.ts";
import { type AttachFacts, attachRef, type RouterFacts, routerRef, type TableFacts, tableRef } from "../refs.ts";
import { routeTablesInputs } from "./inputs.ts";
import { readParted, waysTo } from "./parted.ts";
import {
  areActive,
  atWork,
  defaultTable,
  oldPropagationsKey,
  oneTable,
  strangersAmong,
  takenOutSlot,
} from "./tables.ts";
import { vpcTableKey } from "./vpc-table.ts";

type Needs = {
  readonly router: Ref<RouterFacts>;
  readonly [attachment: `vpc ${string}`]: Ref<AttachFacts>;
  readonly [table: `table ${string}`]: Ref<TableFacts>;
  /** Nothing is taken from a table that somebody still looks things up in. */
  readonly [moved: `moved ${string}`]: Ref<unknown>;
};

interface RegionItem extends Item {
  readonly network: Network;
  readonly region: string;
  readonly vpcs: readonly Vpc[];
  readonly needs: Needs;
}

type Given = FactsOf<Needs>;

interface Seen {
  readonly isBasic: boolean;
  readonly home: string;
  /** In the default table and in those that keep VPCs apart, of all that are in them. */
  readonly propagations: readonly AssociationSeen[];
  /** Others that look things up in the default table. */
  readonly strangers: number;
  /** By table and VPC: with whom it parts when the table forgets it. */
  readonly parted: ReadonlyMap<string, readonly string[]>;
  /** VPCs whose routes sagctl has taken out of the default table. */
  readonly takenOut: readonly string[];
}

/** Where VPCs are kept apart, what the default table knew of them goes, and whatever a table should not have learnt. */
export const oldPropagations = step<RegionItem, Seen, unknown>({
  name: "route-tables",
  title: "Route tables set",
  inputs: routeTablesInputs,
  items: (network) =>
    [...new Set(network.vpcs.map((vpc) => vpc.region))]
      .filter((region) => isolationIn(network, region).length > 0)
      .map((region) => itemOf(network, region)),
  observe,
  facts: () => ({}),
  judge,
  undo,
});

function itemOf(network: Network, region: string): RegionItem {
  const vpcs = network.vpcs.filter((vpc) => vpc.region === region);
  const tables = isolationIn(network, region);
  return {
    key: oldPropagationsKey(region),
    needs: {
      router: routerRef(region),
      ...Object.fromEntries(vpcs.map((vpc) => [`vpc ${vpc.name}`, attachRef(vpc)])),
      ...Object.fromEntries(tables.map((table) => [`table ${table.name}`, tableRef(region, table.name)])),
      ...Object.fromEntries(vpcs.map((vpc) => [`moved ${vpc.name}`, { key: vpcTableKey(vpc) }])),
    },
    network,
    region,
    vpcs,
  };
}

async function observe(look: Look, item: RegionItem, given: Given): Promise<Seen> {
  const { network, region, vpcs } = item;
  const nothing = { home: "", propagations: [], strangers: 0, parted: noParting, takenOut: [] };
  if (given.router.edition === "Basic") return { ...nothing, isBasic: true };
  const of = { account: network.hub, router: given.router.id };
  const home = defaultTable(await look.readUntil(listRouterTables(of), areActive))?.id ?? later(item.key, "table");
  const apart = isolationIn(network, region).flatMap((table) => given[`table ${table.name}`]?.id ?? []);
  const propagations = await Promise.all(
    [home, ...apart].map((table) => look.readUntil(listPropagations({ ...of, table }), areActive)),
  );
  const seen = { isBasic: false, home, propagations: propagations.flat(), strangers: 0, parted: noParting };
  const takenOut = vpcs.filter((vpc) => look.wrote(takenOutSlot(vpc.name, home))).map((vpc) => vpc.name);
  const rows = unwanted(seen.propagations, item, given, home);
  if (rows.length === 0) return { ...seen, takenOut };
  const [users, parted] = await Promise.all([
    look.readUntil(listAssociations({ ...of, table: home }), areActive),
    Promise.all(rows.map((row) => readParting(look, item, given, { row, propagations: seen.propagations }))),
  ]);
  return { ...seen, takenOut, parted: new Map(parted), strangers: strangersAmong(users, network) };
}

const noParting: Seen["parted"] = new Map();

/** Those that stay in a table lose what it forgets; everybody has left the default one by then. */
async function readParting(
  look: Look,
  item: RegionItem,
  given: Given,
  { row, propagations }: { readonly row: Unwanted; readonly propagations: readonly AssociationSeen[] },
): Promise<readonly [string, readonly string[]]> {
  const { network, vpcs, region } = item;
  const table = isolationIn(network, region).find((one) => given[`table ${one.name}`]?.id === row.table);
  const members = vpcs.filter((vpc) => table?.members.includes(vpc.name));
  const parts = members.map(async (member) => {
    const parted = await readParted(look, network, member, {
      account: network.hub,
      ways: propagations.filter((one) => one.table === row.table && one.attachment === row.attachment),
      users: [],
      tableFor: (other) => given[`table ${tableOf(network, other)?.name}`]?.id,
    });
    return parted.length === 0 ? [] : [member.name];
  });
  return [partingOf(row), (await Promise.all(parts)).flat()];
}

function partingOf({ table, attachment }: Pick<AssociationSeen, "table" | "attachment">): string {
  return `${table} ${attachment}`;
}

type Unwanted = AssociationSeen & { readonly name: string };

/** The file's VPCs in tables that must not know them. Where regions are connected, the default table serves the connection. */
function unwanted(
  rows: readonly AssociationSeen[],
  { network, region, vpcs }: RegionItem,
  given: Given,
  home: string,
): readonly Unwanted[] {
  const tables = isolationIn(network, region);
  return rows.flatMap((row) => {
    const name = vpcs.find((vpc) => vpc.id === row.resource)?.name;
    if (name === undefined || (row.table === home && isConnected(network, region))) return [];
    const table = tables.find((one) => given[`table ${one.name}`]?.id === row.table);
    return table?.learnsFrom.includes(name) ? [] : [{ ...row, name }];
  });
}

function judge(seen: Seen, item: RegionItem, given: Given): Verdict {
  const { region, network } = item;
  if (seen.isBasic) return oneTable(region, true);
  const rows = unwanted(seen.propagations, item, given, seen.home);
  const changes = rows
    .filter((row) => isStatus(row.status, "Active") || isStatus(row.status, "Enabling"))
    .map((row) => takeOut(row, seen, item, given));
  if (rows.some((row) => !isStatus(row.status, "Active")))
    return atWork(`the route tables in ${region}`, given.router.id, changes);
  const [first, ...then] = changes;
  if (first) return change(first, ...then);
  const count = isolationIn(network, region).length;
  return done(say`${region}: ${count === 1 ? "1 route table keeps" : `${count} route tables keep`} VPCs apart`);
}

function takeOut(row: Unwanted, seen: Seen, item: RegionItem, given: Given): Change {
  const { network, region } = item;
  const of = { account: network.hub, router: given.router.id, attachment: row.attachment, table: row.table };
  const slot = takenOutSlot(row.name, row.table);
  const isShared = row.table === seen.home && seen.strangers > 0;
  const title = row.table === seen.home ? `default route table of ${region}` : `route table ${row.table}`;
  const write = disablePropagation(of);
  const parted = seen.parted.get(partingOf(row)) ?? [];
  if (parted.length > 0) {
    const summary = say`remove the ${waysTo(row.name, parted)}: ${title} forgets the routes of ${row.name}`;
    return { slot, summary, write, risk: "destroys" };
  }
  const summary = isShared
    ? say`${title}: forget the routes of ${row.name}, which ${seen.strangers} connections of others look up there`
    : say`${title}: forget the routes of ${row.name}`;
  return { slot, summary, write, risk: isShared ? "shared" : "none" };
}

/** The first thing that undo does: the default table knows everybody again before anybody moves back to it. */
function undo(seen: Seen, item: RegionItem, given: Given): Verdict {
  const { network, region } = item;
  const atHome = seen.propagations.filter((row) => row.table === seen.home);
  const isKnown = (name: string) =>
    atHome.some(
      (row) => row.attachment === given[`vpc ${name}`]?.attachment && !isStatus(row.status, "Disabling", "Deleted"),
    );
  const changes = seen.takenOut
    .filter((name) => !isKnown(name))
    .map((name): Change => {
      const attachment = given[`vpc ${name}`]?.attachment ?? "";
      const of = { account: network.hub, router: given.router.id, attachment, table: seen.home };
      const summary = say`default route table of ${region}: learn the routes of ${name} again`;
      return { slot: `enable-${name}`, summary, write: enablePropagation(of), risk: "none" };
    });
  if (!areActive(atHome)) return atWork(`the route tables in ${region}`, given.router.id, changes);
  const [first, ...then] = changes;
  return first ? change(first, ...then) : notNeeded(say`the default route table of ${region} has lost nothing`);
}
