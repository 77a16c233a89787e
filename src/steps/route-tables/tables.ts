import { isStatus } from "../../api/is-status.ts";
import type { AssociationSeen, RouterTableSeen } from "../../api/router-tables.ts";
import type { Look } from "../../engine/step.ts";
import type { Change, Verdict } from "../../engine/verdict.ts";
import { notNeeded, settling } from "../../engine/verdicts.ts";
import { type ItemKey, itemKey } from "../../keys.ts";
import type { Network } from "../../network/network.ts";
import { say } from "../../text.ts";
import { isMarked } from "../adoption.ts";
import { tableRef } from "../refs.ts";

/** The table that comes with a router, and that everything uses unless it is kept apart. */
export function defaultTable(tables: readonly RouterTableSeen[]): RouterTableSeen | undefined {
  return tables.find((table) => isStatus(table.type, "System"));
}

/** What a table that keeps VPCs apart is called in the console. */
export function titleOfTable(network: Network, name: string): string {
  return `${network.name}-${name}`;
}

/** Whether sagctl made it for this file, or for an earlier state of it: each of its tables is called after one of the VPCs. */
export function isOwnTable(table: RouterTableSeen, look: Look, { vpcs }: Network, region: string): boolean {
  return vpcs.some((vpc) => vpc.region === region && isTableOf(vpc.name, table, look, region));
}

/** Whether sagctl made it for the VPCs among which this one is the first. */
export function isTableOf(name: string, table: RouterTableSeen, look: Look, region: string): boolean {
  const { marker, answer } = look.of(tableRef(region, name).key);
  return isMarked(table, marker) || answer("create")?.TransitRouterRouteTableId === table.id;
}

/** The item that takes out of the default table what must not be known there. */
export function oldPropagationsKey(region: string): ItemKey {
  return itemKey("route-tables", `${region}/default`);
}

/** Under which it takes a VPC's routes out of a table. */
export function takenOutSlot(name: string, table: string): string {
  return `disable-${name}-${table}`;
}

/** Nothing among them is under way. */
export function areActive(all: readonly { readonly status: string }[]): boolean {
  return all.every((one) => isStatus(one.status, "Active"));
}

/** A router's tables are changed one at a time; `next` is what comes after. */
export function atWork(on: string, router: string, next: readonly Change[] = []): Verdict {
  return settling(say`the change of ${on} to be through`, 15_000, [`tr:${router}`], next);
}

/** How many of them are neither a VPC of the file nor a connection with another region. */
export function strangersAmong(rows: readonly AssociationSeen[], { vpcs }: Network): number {
  const isOurs = ({ resource, resourceType }: AssociationSeen) =>
    isStatus(resourceType, "TR") || (isStatus(resourceType, "VPC") && vpcs.some((vpc) => vpc.id === resource));
  return new Set(rows.filter((row) => !isOurs(row)).map((row) => row.attachment)).size;
}

/** A router of Basic Edition has one table, in which everything stands. Source: product page on the editions. */
export function oneTable(region: string, isKeptApart: boolean): Verdict {
  if (!isKeptApart) return notNeeded(say`${region} has Basic Edition: its transit router has one table for all`);
  return notNeeded(
    say`${region} has Basic Edition: its transit router has one table for all, so security groups alone keep VPCs apart`,
  );
}
