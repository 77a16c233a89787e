import { later } from "../../api/call.ts";
import { isStatus } from "../../api/is-status.ts";
import {
  type AssociationSeen,
  associate,
  disablePropagation,
  dissociate,
  enablePropagation,
  listAssociations,
  listAssociationsOf,
  listPropagations,
  listRouterTables,
  type RouterTableSeen,
} from "../../api/router-tables.ts";
import type { Look } from "../../engine/step.ts";
import type { Change } from "../../engine/verdict.ts";
import type { AccountName } from "../../keys.ts";
import { say } from "../../text.ts";
import { routerRef } from "../refs.ts";
import { defaultTable } from "../route-tables/tables.ts";

interface OfRouter {
  readonly account: AccountName;
  readonly region: string;
  readonly router: string;
  /** Tables beside the default one that keep the region's VPCs apart: each of them is to know the way out. */
  readonly others: readonly { readonly name: string; readonly id: string }[];
}

/** The connection on one router of Enterprise Edition: without association and propagation nothing that arrives is forwarded. */
export interface Learning extends OfRouter {
  /** The default route table: that of the connection itself. */
  readonly table: string;
  /** With whatever table: a router knows one for each attachment. */
  readonly association: AssociationSeen | undefined;
  /** To the default table and the others. */
  readonly propagations: readonly AssociationSeen[];
}

export async function observeLearning(look: Look, of: OfRouter, attachment: string | undefined): Promise<Learning> {
  const { account, router, others } = of;
  const tables = await look.read(listRouterTables({ account, router }), (all) => defaultTable(all) !== undefined);
  const table = defaultTable(tables)?.id ?? later(routerRef(of.region).key, "table");
  if (attachment === undefined) return { ...of, table, association: undefined, propagations: [] };
  const isIts = (one: AssociationSeen) => one.attachment === attachment;
  const rests = (rows: readonly AssociationSeen[]) => rows.filter(isIts).every(isAtRest);
  const [associations, ...propagations] = await Promise.all([
    look.readUntil(listAssociations({ account, router, table }), rests),
    ...[{ id: table }, ...others].map(({ id }) => look.readUntil(listPropagations({ account, table: id }), rests)),
  ]);
  const elsewhere = listAssociationsOf({ account, attachment });
  const association = associations.find(isIts) ?? moved(await look.readUntil(elsewhere, rests), tables);
  return { ...of, table, association, propagations: propagations.flat().filter(isIts) };
}

/** A person may have moved it to another table of the router: it stays where it is. */
function moved(all: readonly AssociationSeen[], tables: readonly RouterTableSeen[]): AssociationSeen | undefined {
  return all.find((one) => tables.some((table) => table.id === one.table));
}

function isAtRest({ status }: AssociationSeen): boolean {
  return isStatus(status, "Active");
}

/** What is under way on the router; undefined: it stands still. */
export function movingOn({ association, propagations }: Learning): AssociationSeen | undefined {
  return [...(association ? [association] : []), ...propagations].find((one) => !isAtRest(one));
}

/** What is missing, the association first; what is just being taken away is missing too. */
export function toLearn(learning: Learning, attachment: string): readonly Change[] {
  const { region, table } = learning;
  const { association, propagations } = staying(learning);
  const associating: Change = {
    slot: `associate-${region}`,
    summary: say`look up in the default table of ${region} what arrives over the connection`,
    write: associate({ ...routerOf(learning), table, attachment }),
    risk: "none",
  };
  const lacking = tablesOf(learning).filter(({ id }) => !propagations.some((one) => one.table === id));
  const propagating = lacking.map(
    ({ id, slot, called }): Change => ({
      slot,
      summary: say`let the ${called} of ${region} learn the routes of the other end`,
      write: enablePropagation({ ...routerOf(learning), table: id, attachment }),
      risk: "none",
    }),
  );
  return [...(association ? [] : [associating]), ...propagating];
}

export interface Undoing extends Change {
  /** The slot that it takes back. */
  readonly undoes: string;
}

/** The same back, the propagations first. */
export function toForget(learning: Learning, attachment: string): readonly Undoing[] {
  const { region } = learning;
  const { association, propagations } = staying(learning);
  const standing = tablesOf(learning).filter(({ id }) => propagations.some((one) => one.table === id));
  const disabling = standing.map(
    ({ id, slot, called }): Undoing => ({
      slot: `disable-${slot}`,
      undoes: slot,
      summary: say`let the ${called} of ${region} forget the routes of the other end`,
      write: disablePropagation({ ...routerOf(learning), table: id, attachment }),
      risk: "none",
    }),
  );
  if (!association) return disabling;
  const dissociating: Undoing = {
    slot: `dissociate-${region}`,
    undoes: `associate-${region}`,
    summary: say`take the connection off the route table of ${region}`,
    write: dissociate({ ...routerOf(learning), table: association.table, attachment }),
    risk: "none",
  };
  return [...disabling, dissociating];
}

function staying({ association, propagations }: Learning): Pick<Learning, "association" | "propagations"> {
  const stays = (one: AssociationSeen) => !isStatus(one.status, "Dissociating", "Disabling", "Deleted");
  return {
    association: association && stays(association) ? association : undefined,
    propagations: propagations.filter(stays),
  };
}

function tablesOf({ table, others, region }: Learning) {
  const custom = others.map(({ name, id }) => ({
    id,
    slot: `propagate-${region}-${name}`,
    called: `table of ${name}`,
  }));
  return [{ id: table, slot: `propagate-${region}`, called: "default table" }, ...custom];
}

function routerOf({ account, router }: Learning) {
  return { account, router };
}
