import type { LockKey } from "../../keys.ts";
import type { Params } from "../call.ts";
import { type ActionRow, locking, row } from "./row.ts";

const cen = locking(["cen", "CenId"]);
const cenAndChild = (params: Params): readonly LockKey[] => [
  ...cen(params),
  `${String(params.ChildInstanceType).toLowerCase()}:${params.ChildInstanceId}`,
];
const cenAndPackage = locking(["cen", "CenId"], ["package", "CenBandwidthPackageId"]);
const bandwidthPackage = locking(["package", "CenBandwidthPackageId"]);

/** The CEN is being changed; every write that it takes part in meets this. */
export const cenStatus = "InvalidOperation.CenInstanceStatus";
const packageStatus = ["InvalidOperation.BwpInstanceStatus", "InvalidOperation.BwpBusinessStatus", cenStatus];

// Sources: published error tables of each action; codes that the official Terraform provider repeats or takes for "gone", 2026-08.
/** The writes on a CEN: itself, its networks of Basic Edition, its packages and region connections. */
export const cenRows: readonly ActionRow[] = [
  row("Cbn", "CreateCen", "token"),
  row("Cbn", "DeleteCen", "keyed", { locks: cen, already: ["ParameterCenInstanceId"], busy: [cenStatus] }),
  row("Cbn", "AttachCenChildInstance", "keyed", {
    locks: cenAndChild,
    already: ["InvalidOperation.ChildInstanceAlreadyAttached"],
    busy: [cenStatus, "InvalidOperation.ChildInstanceStatus", "OperationFailed.InvalidVpcStatus"],
  }),
  row("Cbn", "DetachCenChildInstance", "keyed", {
    locks: cenAndChild,
    already: ["Bid.NotFound", "ParameterInstanceId"],
    busy: [cenStatus, "InstanceStatus.NotSupport"],
  }),
  row("Cbn", "CreateCenBandwidthPackage", "token", {
    bills: "order",
    // Documented with HTTP 500, yet a refusal: the account cannot pay.
    refused: ["PayFor.AccountMoneyValidateError", "InventoryExceeded"],
  }),
  row("Cbn", "AssociateCenBandwidthPackage", "keyed", { locks: cenAndPackage, busy: packageStatus }),
  row("Cbn", "UnassociateCenBandwidthPackage", "keyed", {
    locks: cenAndPackage,
    // The package's limits vanish some time after they were set to 0.
    busy: [...packageStatus, "InvalidOperation.CenBandwidthLimitsNotZero"],
  }),
  row("Cbn", "ModifyCenBandwidthPackageSpec", "keyed", {
    bills: "order",
    locks: bandwidthPackage,
    busy: ["InvalidStatus.Resource"],
    refused: ["InvalidOperation.BwpBandwidthExceeded", "OperationFailed.InsufficientBalance", "Operation.Failed"],
  }),
  row("Cbn", "DeleteCenBandwidthPackage", "keyed", {
    locks: bandwidthPackage,
    already: ["ParameterBwpInstanceId"],
    busy: ["InvalidOperation.CenBandwidthLimitsNotZero"],
  }),
  row("Cbn", "SetCenInterRegionBandwidthLimit", "keyed", { locks: cen, busy: [cenStatus] }),
];
