import { later } from "../../api/call.ts";
import { isStatus } from "../../api/is-status.ts";
import {
  type AssociationSeen,
  createRouterTable,
  deleteRouterTable,
  disablePropagation,
  enablePropagation,
  listAssociations,
  listPropagations,
  listRouterTables,
  type RouterTableSeen,
} from "../../api/router-tables.ts";
import { type FactsOf, type Item, type Look, type Ref, step } from "../../engine/step.ts";
import type { Change, Verdict } from "../../engine/verdict.ts";
import { change, done, guard, notNeeded, takeAway } from "../../engine/verdicts.ts";
import { type IsolationTable, isConnected, isolationIn } from "../../network/isolation.ts";
import type { Network } from "../../network/network.ts";
import { say } from "../../text.ts";
import { type Adoption, adopt, adopted, isMarked } from "../adoption.ts";
import { type AttachFacts, attachRef, type RouterFacts, routerRef, type TableFacts, tableRef } from "../refs.ts";
import { routeTablesInputs } from "./inputs.ts";
import { areActive, atWork, oneTable, titleOfTable } from "./tables.ts";

type Needs = {
  readonly router: Ref<RouterFacts>;
  readonly [teacher: `vpc ${string}`]: Ref<AttachFacts>;
};

interface TableItem extends Item {
  readonly network: Network;
  readonly region: string;
  readonly table: IsolationTable;
  /** What it is called in the console. */
  readonly title: string;
  readonly needs: Needs;
}

type Given = FactsOf<Needs>;

interface Seen {
  readonly isBasic: boolean;
  readonly adoption: Adoption<RouterTableSeen>;
  readonly propagations: readonly AssociationSeen[];
  readonly associations: readonly AssociationSeen[];
  readonly made: boolean;
  /** Of the VPCs whose propagation sagctl has enabled. */
  readonly taught: readonly string[];
}

/** A table that some VPCs are looked up in, and that holds the routes of those alone that they may exchange with. */
export const isolationTable = step<TableItem, Seen, TableFacts>({
  name: "route-tables",
  title: "Route tables set",
  inputs: routeTablesInputs,
  items: (network) => [...new Set(network.vpcs.map((vpc) => vpc.region))].flatMap((region) => itemsIn(network, region)),
  observe,
  facts: (item, seen) => ({ id: (seen && adopted(seen.adoption)?.id) ?? later(item.key, "id") }),
  judge,
  undo,
});

function itemsIn(network: Network, region: string): readonly TableItem[] {
  return isolationIn(network, region).map((table) => {
    const teachers = network.vpcs.filter((vpc) => table.learnsFrom.includes(vpc.name));
    return {
      key: tableRef(region, table.name).key,
      needs: {
        router: routerRef(region),
        ...Object.fromEntries(teachers.map((vpc) => [`vpc ${vpc.name}`, attachRef(vpc)])),
      },
      standsOn: [routerRef(region).key],
      network,
      region,
      table,
      title: titleOfTable(network, table.name),
    };
  });
}

async function observe(look: Look, item: TableItem, given: Given): Promise<Seen> {
  const { network, table } = item;
  const nothing = { isBasic: false, propagations: [], associations: [], made: false, taught: [] };
  if (given.router.edition === "Basic") return { ...nothing, isBasic: true, adoption: { is: "none" } };
  const of = { account: network.hub, router: given.router.id };
  const answered = look.answer("create")?.TransitRouterRouteTableId;
  const adoption = adopt(await look.readUntil(listRouterTables(of), areActive), {
    answered: typeof answered === "string" ? answered : undefined,
    marker: look.marker,
    name: item.title,
  });
  const here = adopted(adoption);
  if (!here) return { ...nothing, adoption };
  const [propagations, associations] = await Promise.all([
    look.readUntil(listPropagations({ ...of, table: here.id }), areActive),
    look.readUntil(listAssociations({ ...of, table: here.id }), areActive),
  ]);
  const made = look.wrote("create") || isMarked(here, look.marker);
  const taught = table.learnsFrom.filter((name) => look.wrote(`enable-${name}`));
  return { isBasic: false, adoption, propagations, associations, made, taught };
}

function judge(seen: Seen, item: TableItem, given: Given): Verdict {
  const { adoption, propagations } = seen;
  const { table, region, title } = item;
  if (seen.isBasic) return oneTable(region, true);
  if (adoption.is === "several") return several(adoption.things, item);
  const here = adopted(adoption);
  const id = here?.id ?? later(item.key, "id");
  const isTaught = (name: string) =>
    propagations.some((row) => row.attachment === attachmentOf(name, given) && !isStatus(row.status, "Disabling"));
  const lessons = table.learnsFrom.filter((name) => !isTaught(name)).map((name) => enable(name, id, item, given));
  if (!here) return change(make(item, given), ...lessons);
  const isMoving = propagations.some((row) => !isStatus(row.status, "Active"));
  if (isMoving || !isStatus(here.status, "Active")) return atWork(`route table ${title}`, given.router.id, lessons);
  const [first, ...then] = lessons;
  return first ? change(first, ...then) : done(say`${title}: the routes of ${listOf(table.learnsFrom)}`);
}

function several(things: readonly RouterTableSeen[], { title }: TableItem): Verdict {
  const ids = things.map((one) => one.id).join(", ");
  return guard(
    say`${things.length} route tables could be ${title}: ${ids}`,
    say`Delete or rename all but one of them in the CEN console, then run the same command again`,
  );
}

function make({ network, table, title }: TableItem, given: Given): Change {
  const write = createRouterTable({ account: network.hub, router: given.router.id, name: title });
  return { slot: "create", summary: say`make route table ${title} for ${listOf(table.members)}`, write, risk: "none" };
}

function enable(name: string, table: string, { network, title }: TableItem, given: Given): Change {
  const of = { account: network.hub, router: given.router.id, attachment: attachmentOf(name, given), table };
  const summary = say`${title}: learn the routes of ${name}`;
  return { slot: `enable-${name}`, summary, write: enablePropagation(of), risk: "none" };
}

function attachmentOf(name: string, given: Given): string {
  return given[`vpc ${name}`]?.attachment ?? "";
}

function listOf(names: readonly string[]): string {
  return names.length === 0 ? "nobody" : names.join(", ");
}

function undo(seen: Seen, item: TableItem, given: Given): Verdict {
  const { title } = item;
  const here = adopted(seen.adoption);
  if (!here) return notNeeded(say`there is no route table ${title}`);
  const rows = [...seen.propagations, ...seen.associations];
  const isOthers = seen.made && rows.some((row) => isStrange(row, item));
  const standing = seen.propagations.filter((row) => !isStatus(row.status, "Disabling"));
  const lessons = standing.flatMap((row) => forget(row, seen, item, given));
  const isLeaving = isStatus(here.status, "Deleting");
  const ours = seen.made && !isLeaving ? [...lessons, remove(here, item, given)] : lessons;
  if (!areActive([here, ...rows])) return atWork(`route table ${title}`, given.router.id, isOthers ? [] : ours);
  if (isOthers) return { is: "stays", because: say`others use route table ${title} ${here.id}` };
  const [first, ...then] = ours;
  if (first) return takeAway(true, say`route table ${title}`, first, ...then);
  return takeAway(false, say`route table ${title} ${here.id} was there before sagctl`, remove(here, item, given));
}

/** A connection with another region takes back itself what it has taught the table: undo comes to it before. */
function isStrange({ resource, resourceType }: AssociationSeen, { network, region }: TableItem): boolean {
  if (isStatus(resourceType, "TR")) return !isConnected(network, region);
  return !network.vpcs.some((vpc) => vpc.id === resource);
}

/** Of a table of ours all goes; of another's, what sagctl has enabled there. */
function forget(row: AssociationSeen, seen: Seen, item: TableItem, given: Given): readonly Change[] {
  const { network, title } = item;
  const name = network.vpcs.find((vpc) => vpc.id === row.resource)?.name;
  if (name === undefined || !(seen.made || seen.taught.includes(name))) return [];
  const of = { account: network.hub, router: given.router.id, attachment: row.attachment, table: row.table };
  const summary = say`${title}: forget the routes of ${name}`;
  return [{ slot: `disable-${name}`, summary, write: disablePropagation(of), risk: "none" }];
}

function remove(here: RouterTableSeen, { network, title }: TableItem, given: Given): Change {
  const write = deleteRouterTable({ account: network.hub, router: given.router.id, table: here.id });
  return { slot: "delete", summary: say`delete route table ${title} ${here.id}`, write, risk: "none" };
}
