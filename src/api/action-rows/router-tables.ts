import { type ActionRow, locking, row } from "./row.ts";

// Sources: published error tables of each action; codes that the official Terraform provider repeats or takes for "gone", 2026-08.
// What it repeats (Operation.Blocking, IncorrectStatus.*, Throttling.User) is busy everywhere.
/** The writes on transit routers' route tables; all but the first name their router in a lock of their own. */
export const routerTableRows: readonly ActionRow[] = [
  row("Cbn", "CreateTransitRouterRouteTable", "token", { locks: locking(["tr", "TransitRouterId"]) }),
  row("Cbn", "DeleteTransitRouterRouteTable", "token", { already: ["InvalidTransitRouterRouteTableId.NotFound"] }),
  row("Cbn", "AssociateTransitRouterAttachmentWithRouteTable", "token"),
  row("Cbn", "DissociateTransitRouterAttachmentFromRouteTable", "token"),
  row("Cbn", "ReplaceTransitRouterRouteTableAssociation", "token"),
  row("Cbn", "EnableTransitRouterRouteTablePropagation", "token"),
  row("Cbn", "DisableTransitRouterRouteTablePropagation", "token"),
];
