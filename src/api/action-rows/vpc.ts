import { type ActionRow, locking, row } from "./row.ts";

// Sources: published error tables; codes that the official Terraform provider repeats, 2026-08. Its TaskConflict, SystemBusy,
// OperationConflict, OperationFailed.DistibuteLock and Incorrect…Status are busy everywhere.
/** The writes inside a VPC: one at a time in each, of whatever kind. */
export const vpcRows: readonly ActionRow[] = [
  row("Vpc", "CreateRouteEntry", "token"),
  row("Vpc", "DeleteRouteEntry", "keyed", {
    already: ["InvalidRouteEntry.NotFound"],
    // Spelt so by the service. Its "Forbbiden", which the provider repeats too, is a refusal here: a route that a transit router manages.
    busy: ["IncorrcetRouteEntryStatus"],
  }),
  row("Vpc", "CreateVSwitch", "token", {
    locks: locking(["vpc", "VpcId"]),
    busy: ["CreateVSwitch.IncorrectStatus.cbnStatus", "InvalidStatus.RouteEntry", "OperationFailed.NotifyCenCreate"],
  }),
  row("Vpc", "DeleteVSwitch", "keyed", {
    already: ["InvalidVSwitchId.NotFound", "InvalidVswitchID.NotFound"],
    // A transit router's interface is in it for a while after its attachment is gone.
    busy: ["DeleteVSwitch.IncorrectStatus.cbnStatus", "DependencyViolation", "OperationDenied.OtherSubnetProcessing"],
  }),
];
