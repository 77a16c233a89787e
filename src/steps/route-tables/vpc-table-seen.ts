import { later } from "../../api/call.ts";
import { isStatus } from "../../api/is-status.ts";
import {
  type AssociationSeen,
  listAssociations,
  listAssociationsOf,
  listPropagations,
  listRouterTables,
  type RouterTableSeen,
} from "../../api/router-tables.ts";
import { listVpcAttachments, type VpcAttachmentSeen } from "../../api/vpc-attachments.ts";
import type { FactsOf, Item, Look, Ref } from "../../engine/step.ts";
import type { ItemKey } from "../../keys.ts";
import { mayExchange, tableOf } from "../../network/isolation.ts";
import type { Network, Vpc } from "../../network/network.ts";
import { isMarked } from "../adoption.ts";
import { type AttachFacts, attachRef, type CenFacts, type RouterFacts, type TableFacts } from "../refs.ts";
import { readParted } from "./parted.ts";
import { areActive, defaultTable, isOwnTable, oldPropagationsKey, strangersAmong, takenOutSlot } from "./tables.ts";
import { readWaysOut } from "./ways-out.ts";

type Needs = {
  readonly cen: Ref<CenFacts>;
  readonly router: Ref<RouterFacts>;
  readonly attach: Ref<AttachFacts>;
  /** Those of the region that keep VPCs apart: all of them are ready before anybody moves. */
  readonly [table: `table ${string}`]: Ref<TableFacts>;
};

/** One VPC's place in the tables of its region's transit router. */
export interface VpcTableItem extends Item {
  readonly network: Network;
  readonly vpc: Vpc;
  /** The table that keeps it apart; absent: the default one. */
  readonly apart?: string;
  /** Whether the default table learns its routes. */
  readonly isTaught: boolean;
  readonly needs: Needs;
}

export type Given = FactsOf<Needs>;

export interface VpcTableSeen {
  readonly isBasic: boolean;
  readonly tables: readonly RouterTableSeen[];
  /** Where its packets are to be looked up; `home` is the default table. */
  readonly wanted: string;
  readonly home: string;
  readonly association: AssociationSeen | undefined;
  readonly propagation: AssociationSeen | undefined;
  /** VPCs that it reaches and may reach, and that the wanted table does not know yet. */
  readonly cutOff: readonly AssociationSeen[];
  /** Connections with other regions that the wanted table is still to be taught. */
  readonly awaited: readonly ItemKey[];
  /** Others in the table that it is to leave. */
  readonly strangers: number;
  /** VPCs that a move parts it from: packets go to and fro today, and by the file may not any more. */
  readonly parted: readonly string[];
  /** What of it the diary, or the mark of the attachment, proves to be sagctl's. */
  readonly made: { readonly association: boolean; readonly propagation: boolean };
  /** The table that sagctl moved it from. */
  readonly movedFrom: string | undefined;
}

const nothing = {
  ...{ isBasic: true, tables: [], wanted: "", home: "", association: undefined, propagation: undefined, cutOff: [] },
  ...{ awaited: [], strangers: 0, parted: [], made: { association: false, propagation: false }, movedFrom: undefined },
};

const nobody = { cutOff: [], awaited: [], strangers: 0, parted: [] };

export async function observeVpcTable(look: Look, item: VpcTableItem, given: Given): Promise<VpcTableSeen> {
  if (given.router.edition === "Basic" || given.attach.edition === "Basic") return nothing;
  const of = { account: item.network.hub, router: given.router.id };
  const tables = await look.read(listRouterTables(of), (all) => knows(all, item, given));
  const home = defaultTable(tables)?.id ?? later(item.key, "table");
  const wanted = item.apart === undefined ? home : (given[`table ${item.apart}`]?.id ?? home);
  const [association, propagations] = await Promise.all([
    findAssociation(look, { ...of, table: wanted }, given),
    item.isTaught ? look.readUntil(listPropagations({ ...of, table: home }), restsFor(given)) : [],
  ]);
  const propagation = propagations.find((row) => row.attachment === given.attach.attachment);
  const isElsewhere = association !== undefined && association.table !== wanted;
  const before = isElsewhere ? await readBefore(look, item, given, { association, wanted }) : nobody;
  const whose = await readWhose(look, item, given, { tables, home, wanted });
  return { isBasic: false, tables, wanted, home, association, propagation, ...before, ...whose };
}

/** The tables that a router has are known once the default one and the VPC's own are seen. */
function knows(tables: readonly RouterTableSeen[], { apart }: VpcTableItem, given: Given): boolean {
  const own = apart === undefined ? undefined : given[`table ${apart}`]?.id;
  return defaultTable(tables) !== undefined && (own === undefined || tables.some((table) => table.id === own));
}

/** In the table where it belongs, else wherever it is. */
async function findAssociation(
  look: Look,
  of: Parameters<typeof listAssociations>[0],
  given: Given,
): Promise<AssociationSeen | undefined> {
  const attachment = given.attach.attachment ?? "";
  const there = await look.readUntil(listAssociations(of), restsFor(given));
  const here = there.find((row) => row.attachment === attachment);
  if (here) return here;
  const [elsewhere] = await look.readUntil(listAssociationsOf({ account: of.account, attachment }), restsFor(given));
  return elsewhere;
}

/** Nothing of the VPC's own is under way there. */
function restsFor({ attach }: Given): (rows: readonly AssociationSeen[]) => boolean {
  return (rows) => rows.every((row) => row.attachment !== attach.attachment || isStill(row));
}

/** What a move would cut: looked for only before one. Tables that keep VPCs apart have been taught by then. */
async function readBefore(
  look: Look,
  item: VpcTableItem,
  given: Given,
  { association: { table }, wanted }: { readonly association: AssociationSeen; readonly wanted: string },
) {
  const { network, vpc } = item;
  const of = { account: network.hub, router: "" };
  const [known, users, next] = await Promise.all([
    look.readUntil(listPropagations({ ...of, table }), areActive),
    look.readUntil(listAssociations({ ...of, table }), areActive),
    look.readUntil(listPropagations({ ...of, table: wanted }), areActive),
  ]);
  const isKept = ({ resource }: AssociationSeen) =>
    network.vpcs.some((one) => one.id === resource && mayExchange(network, one.name, vpc.name));
  const lost = known.filter(({ attachment }) => !next.some((row) => row.attachment === attachment));
  const cutOff = item.apart === undefined ? lost.filter(isKept) : [];
  const { awaited, strange } = await readWaysOut(look, network, { region: vpc.region, cen: given.cen.id }, lost);
  const tableFor = (other: Vpc) => given[`table ${tableOf(network, other)?.name}`]?.id;
  const parted = await readParted(look, network, vpc, { account: of.account, ways: known, users, tableFor });
  return { cutOff, awaited, strangers: strange + strangersAmong([...known, ...users], network), parted };
}

type Places = Pick<VpcTableSeen, "tables" | "home" | "wanted">;

async function readWhose(look: Look, item: VpcTableItem, given: Given, { tables, home, wanted }: Places) {
  const { network, vpc } = item;
  const attach = look.of(attachRef(vpc).key);
  const of = { account: network.hub, cen: given.cen.id, region: vpc.region };
  const find = (all: readonly VpcAttachmentSeen[]) => all.find((one) => one.id === given.attach.attachment);
  const here = find(await look.read(listVpcAttachments(of), (all) => find(all) !== undefined));
  const isOurs = here !== undefined && (isMarked(here, attach.marker) || attach.answer("attach") !== undefined);
  // What sagctl itself had taken out, for an earlier `reach:`, was known before it.
  const wasKnown = look.of(oldPropagationsKey(vpc.region)).answer(takenOutSlot(vpc.name, home)) !== undefined;
  const made = {
    association: isOurs || look.wrote("associate"),
    propagation: isOurs || (look.wrote(`enable-${vpc.name}`) && !wasKnown),
  };
  const left = tables.filter((table) => table.id !== wanted && look.wrote(`move-from-${table.id}`));
  return { made, movedFrom: left.find((table) => !isOwnTable(table, look, network, vpc.region))?.id };
}

export function isStill(row: AssociationSeen | undefined): boolean {
  return row === undefined || isStatus(row.status, "Active");
}
