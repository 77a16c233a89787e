import { cenStatus } from "./cen.ts";
import { type ActionRow, locking, row } from "./row.ts";

// Sources: published error tables of each action; codes that the official Terraform provider repeats or takes for "gone", 2026-08.
// The families Operation.Blocking, IncorrectStatus.* and Throttling are busy everywhere.
/** The writes on transit routers themselves. */
export const transitRouterRows: readonly ActionRow[] = [
  row("Cbn", "OpenTransitRouterService", "keyed", { already: ["ORDER.OPEND"] }),
  row("Cbn", "CreateTransitRouter", "token", {
    locks: locking(["cen", "CenId"]),
    // Of the region there is one already, whoever made it: found by the next look.
    already: ["InstanceExist.TransitRouterInstance"],
    busy: [cenStatus],
  }),
  row("Cbn", "DeleteTransitRouter", "token", {
    locks: locking(["tr", "TransitRouterId"]),
    already: ["InvalidTransitRouterId.NotFound", "ParameterInstanceId"],
    // What was taken off it goes on counting for a while.
    busy: [cenStatus, "InvalidOperation.AttachedChildInstanceExist"],
  }),
];
