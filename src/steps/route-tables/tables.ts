import { isStatus } from "../../api/is-status.ts";
import type { AssociationSeen, RouterTableSeen } from "../../api/router-tables.ts";
import type { Change, Verdict } from "../../engine/step.ts";
import { notNeeded, settling } from "../../engine/verdicts.ts";
import type { Network } from "../../network/network.ts";
import { say } from "../../text.ts";

/** The table that comes with a router, and that everything uses unless it is kept apart. */
export function defaultTable(tables: readonly RouterTableSeen[]): RouterTableSeen | undefined {
  return tables.find((table) => isStatus(table.type, "System"));
}

/** What a table that keeps VPCs apart is called in the console. */
export function titleOfTable(network: Network, name: string): string {
  return `${network.name}-${name}`;
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
