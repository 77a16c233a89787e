import { isStatus } from "../../api/is-status.ts";
import {
  type AssociationSeen,
  deleteRouterTable,
  disablePropagation,
  listAssociations,
  listPropagations,
  listRouterTables,
  type RouterTableSeen,
} from "../../api/router-tables.ts";
import { type FactsOf, type Item, type Look, type Ref, step } from "../../engine/step.ts";
import type { Change, Verdict } from "../../engine/verdict.ts";
import { change, done, notNeeded } from "../../engine/verdicts.ts";
import { itemKey } from "../../keys.ts";
import { isolationIn } from "../../network/isolation.ts";
import type { Network } from "../../network/network.ts";
import { say, type Text } from "../../text.ts";
import { type AttachFacts, attachRef, type RouterFacts, routerRef } from "../refs.ts";
import { routeTablesInputs } from "./inputs.ts";
import { areActive, atWork, isTableOf, oneTable, strangersAmong } from "./tables.ts";

type Needs = { readonly router: Ref<RouterFacts>; readonly [vpc: `vpc ${string}`]: Ref<AttachFacts> };

interface UnusedItem extends Item {
  readonly network: Network;
  readonly region: string;
  readonly needs: Needs;
}

interface Unused {
  readonly table: RouterTableSeen;
  readonly propagations: readonly AssociationSeen[];
  readonly associations: readonly AssociationSeen[];
}

interface Seen {
  readonly isBasic: boolean;
  readonly unused: readonly Unused[];
}

type Given = FactsOf<Needs>;

/** What an earlier `reach:` had made: `apply` moves the VPCs out of it and lets it stand, undo takes it away. */
export const unusedTables = step<UnusedItem, Seen, unknown>({
  name: "route-tables",
  title: "Route tables set",
  inputs: routeTablesInputs,
  items: (network) =>
    [...new Set(network.vpcs.map((vpc) => vpc.region))].flatMap((region) => itemIn(network, region) ?? []),
  observe,
  facts: () => ({}),
  judge,
  undo,
});

/** One VPC alone has never been kept apart. */
function itemIn(network: Network, region: string): UnusedItem | undefined {
  const vpcs = network.vpcs.filter((vpc) => vpc.region === region);
  if (vpcs.length < 2) return undefined;
  return {
    key: itemKey("route-tables", `${region}/unused`),
    needs: {
      router: routerRef(region),
      ...Object.fromEntries(vpcs.map((vpc) => [`vpc ${vpc.name}`, attachRef(vpc)])),
    },
    standsOn: [routerRef(region).key, ...vpcs.map((vpc) => attachRef(vpc).key)],
    network,
    region,
  };
}

async function observe(look: Look, item: UnusedItem, given: Given): Promise<Seen> {
  if (given.router.edition === "Basic") return { isBasic: true, unused: [] };
  const of = { account: item.network.hub, router: given.router.id };
  const tables = await look.readUntil(listRouterTables(of), areActive);
  const left = tables.filter((table) => isLeftOver(table, look, item));
  const unused = left.map(async (table) => {
    const [propagations, associations] = await Promise.all([
      look.readUntil(listPropagations({ ...of, table: table.id }), areActive),
      look.readUntil(listAssociations({ ...of, table: table.id }), areActive),
    ]);
    return { table, propagations, associations };
  });
  return { isBasic: false, unused: await Promise.all(unused) };
}

/** Made by sagctl, for a name that the file gives to no table any more. */
function isLeftOver(table: RouterTableSeen, look: Look, { network, region }: UnusedItem): boolean {
  const wanted = isolationIn(network, region).map(({ name }) => name);
  const names = network.vpcs.filter((vpc) => vpc.region === region && !wanted.includes(vpc.name));
  return names.some(({ name }) => isTableOf(name, table, look, region));
}

function judge({ isBasic, unused }: Seen, { region }: UnusedItem): Verdict {
  if (isBasic) return oneTable(region, false);
  if (unused.length === 0) return notNeeded(say`none in ${region}`);
  const notes = unused.map(
    ({ table }) =>
      say`Route table ${titleOf(table)}: the network file no longer asks for it. It costs nothing and stays until sagctl undo`,
  );
  const tables = unused.length === 1 ? "1 route table" : `${unused.length} route tables`;
  return done(say`${region}: ${tables} that the file no longer asks for`, ...notes);
}

function undo({ isBasic, unused }: Seen, item: UnusedItem, given: Given): Verdict {
  const { region, network } = item;
  if (isBasic || unused.length === 0) return notNeeded(say`none in ${region}`);
  const rows = unused.flatMap(({ associations, propagations }) => [...associations, ...propagations]);
  if (!areActive(rows) || !areActive(unused.map(({ table }) => table))) {
    return atWork(`the route tables in ${region}`, given.router.id, removals(unused, item, given));
  }
  const inUse = unused.map((one) => stillUsed(one, network)).find((one) => one !== undefined);
  if (inUse) return { is: "stays", because: inUse };
  const [first, ...then] = removals(unused, item, given);
  return first ? change(first, ...then) : notNeeded(say`none in ${region}`);
}

function stillUsed({ table, associations, propagations }: Unused, network: Network): Text | undefined {
  if (strangersAmong([...associations, ...propagations], network) > 0) {
    return say`others use route table ${titleOf(table)}`;
  }
  const vpcs = network.vpcs.filter((vpc) => associations.some(({ resource }) => resource === vpc.id));
  if (associations.length === 0) return undefined;
  const names = vpcs.map(({ name }) => name).join(", ");
  return say`${names} is still looked up in route table ${titleOf(table)}: sagctl apply moves it out, then sagctl undo again`;
}

function removals(unused: readonly Unused[], { network }: UnusedItem, given: Given): readonly Change[] {
  const of = { account: network.hub, router: given.router.id };
  return unused.flatMap(({ table, propagations }) => {
    const lessons = propagations
      .filter(({ status }) => !isStatus(status, "Disabling"))
      .map(({ attachment, resource }): Change => {
        const name = network.vpcs.find((vpc) => vpc.id === resource)?.name ?? attachment;
        const summary = say`route table ${titleOf(table)}: forget the routes of ${name}`;
        const write = disablePropagation({ ...of, table: table.id, attachment });
        return { slot: `disable-${table.id}-${attachment}`, summary, write, risk: "none" };
      });
    const write = deleteRouterTable({ ...of, table: table.id });
    const summary = say`delete route table ${titleOf(table)}`;
    return [...lessons, { slot: `delete-${table.id}`, summary, write, risk: "none" }];
  });
}

function titleOf({ name, id }: RouterTableSeen): string {
  return name === "" ? id : `${name} (${id})`;
}
