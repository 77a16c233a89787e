import { type ActionRow, locking, row } from "./row.ts";

const instance = locking(["vpc", "InstanceId"]);

// Sources: the official Terraform provider, 2026-08, repeats
// OperationFailed.TaskConflict, which is busy everywhere, and takes InvalidInstanceId.NotFound of Vpc's older twin for "gone".
/** What a VPC's owner writes for a CEN of another account. */
export const grantRows: readonly ActionRow[] = [
  row("Cbn", "GrantInstanceToTransitRouter", "keyed", { locks: instance }),
  row("Cbn", "ModifyGrantInstanceToTransitRouter", "keyed", { locks: instance }),
  row("Cbn", "RevokeInstanceFromTransitRouter", "keyed", { locks: instance, already: ["InvalidInstanceId.NotFound"] }),
];
