import { Refusal } from "../action.ts";
import type { RouterRouteTable, TransitRouter } from "./things.ts";

/** In a transitional state a router is only looked at. */
export function requireRouterActive(router: TransitRouter, code = "IncorrectStatus.TransitRouterInstance"): void {
  if (router.status === "Active") return;
  throw new Refusal(400, code, "The transit router is being changed.");
}

/** A Basic router has no tables, associations and propagations of its own. */
export function requireEnterprise(router: TransitRouter): void {
  if (router.edition === "Enterprise") return;
  throw new Refusal(400, "OperationUnsupported.TransitRouterType", "The edition does not support this.");
}

/** In a transitional state a table is only looked at. */
export function requireTableActive(table: RouterRouteTable, code = "IncorrectStatus.Status"): void {
  if (table.status === "Active") return;
  throw new Refusal(400, code, "The route table is being changed.");
}
