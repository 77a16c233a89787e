import { Refusal, type SimAction } from "../action.ts";
import type { EventHandler } from "../world.ts";
import { text } from "./fields.ts";
import { ownPackage } from "./lookups.ts";
import { beginTransition, endTransition } from "./transition.ts";

/** Ends a pay-as-you-go package that is on no CEN. */
export const deleteCenBandwidthPackage: SimAction = {
  product: "Cbn",
  name: "DeleteCenBandwidthPackage",
  kind: "write",
  permission: "cen:DeleteCenBandwidthPackage",
  parameters: { CenBandwidthPackageId: { type: "string", required: true } },
  evidence: "metadata; both codes and their 403: API page; it still shows as Idle while it goes: assumption",
  handle(world, request) {
    const found = ownPackage(world, request.uid, text(request, "CenBandwidthPackageId"));
    if (found.status === "InUse") {
      throw new Refusal(403, "InvalidOperation.BwpInstanceStatus", "The bandwidth package is not in a valid state.");
    }
    if (found.chargeType === "PREPAY") {
      throw new Refusal(403, "Forbidden.Release", "A subscription package is not released before it expires.");
    }
    const data = { packageId: found.id };
    beginTransition(world, { kind: "delete-package", locks: [`package:${found.id}`], event: "package.deleted", data });
    return {};
  },
};

export const whenPackageDeleted: EventHandler = (world, data) => {
  endTransition(world, data);
  world.remove("cen-package", String(data.packageId));
};
