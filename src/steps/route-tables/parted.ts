import { type AssociationSeen, listAssociationsOf, listPropagations } from "../../api/router-tables.ts";
import type { Look } from "../../engine/step.ts";
import type { AccountName } from "../../keys.ts";
import { mayExchange } from "../../network/isolation.ts";
import type { Network, Vpc } from "../../network/network.ts";
import { areActive } from "./tables.ts";

/** Who looks things up in which table, as far as it has been read. */
interface Known {
  readonly account: AccountName;
  /** What the table knows that the VPC's packets are looked up in. */
  readonly ways: readonly AssociationSeen[];
  /** Whose packets are looked up there, too. */
  readonly users: readonly AssociationSeen[];
  /** The table in which another VPC's packets belong by the file. */
  tableFor(other: Vpc): string | undefined;
}

/** The VPCs with which packets go to and fro today, and by the file may not any more. */
export async function readParted(look: Look, network: Network, vpc: Vpc, known: Known): Promise<readonly string[]> {
  const others = network.vpcs.filter((one) => one.name !== vpc.name && !mayExchange(network, one.name, vpc.name));
  const found = others.map(async (other) => {
    const row = known.ways.find((one) => one.resource === other.id);
    return row && (await leadsBack(look, vpc, { ...known, other, attachment: row.attachment })) ? [other.name] : [];
  });
  return (await Promise.all(found)).flat();
}

/**
 * By the table in which the other is now, or by the one in which it belongs: what this run does on its way may open no way that
 * was not asked about.
 */
async function leadsBack(
  look: Look,
  vpc: Vpc,
  { account, users, ways, tableFor, other, attachment }: Known & { readonly other: Vpc; readonly attachment: string },
): Promise<boolean> {
  const isIts = ({ resource }: AssociationSeen) => resource === vpc.id;
  if (users.some((row) => row.attachment === attachment) && ways.some(isIts)) return true;
  const now = await look.readUntil(listAssociationsOf({ account, attachment }), areActive);
  const tables = [...now.map((row) => row.table), tableFor(other)].filter((table) => table !== undefined);
  const lists = tables.map((table) => look.readUntil(listPropagations({ account, table }), areActive));
  return (await Promise.all(lists)).flat().some(isIts);
}

/** `way vpc1 ⇄ vpc2`, `ways vpc1 ⇄ vpc2, vpc1 ⇄ vpc3` */
export function waysTo(name: string, others: readonly string[]): string {
  const pairs = others.map((other) => `${name} ⇄ ${other}`).join(", ");
  return `${others.length === 1 ? "way" : "ways"} ${pairs}`;
}
