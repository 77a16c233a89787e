import { Refusal, type SimAction } from "../action.ts";
import type { EventHandler } from "../world.ts";
import { text } from "./fields.ts";
import { activeCen, connectionsOf, ownPackage } from "./lookups.ts";
import { peerAttachments } from "./router-lookups.ts";
import type { BandwidthPackage } from "./things.ts";
import { beginTransition, endTransition } from "./transition.ts";

/** Takes a package off its CEN, once no connection uses it. It goes on costing money while it is Idle. */
export const unassociateCenBandwidthPackage: SimAction = {
  product: "Cbn",
  name: "UnassociateCenBandwidthPackage",
  kind: "write",
  permission: "cen:UnassociateCenBandwidthPackage",
  parameters: {
    CenId: { type: "string", required: true },
    CenBandwidthPackageId: { type: "string", required: true },
  },
  evidence: "metadata; CenBandwidthLimitsNotZero: Terraform provider, its HTTP status: assumption",
  handle(world, request) {
    const cen = activeCen(world, request.uid, text(request, "CenId"));
    const found = ownPackage(world, request.uid, text(request, "CenBandwidthPackageId"));
    if (found.cenId !== cen.id) {
      throw new Refusal(409, "InvalidOperation.BwpInstanceStatus", "The bandwidth package is not in a valid state.");
    }
    const connections = [...connectionsOf(world, cen.id), ...peerAttachments(world)];
    if (connections.some((one) => one.packageId === found.id)) {
      throw new Refusal(409, "InvalidOperation.CenBandwidthLimitsNotZero", "The package still carries connections.");
    }
    const locks = [`cen:${cen.id}`, `package:${found.id}`];
    const data = { packageId: found.id };
    beginTransition(world, { kind: "unassociate-package", locks, event: "package.unassociated", data });
    return {};
  },
};

export const whenPackageUnassociated: EventHandler = (world, data) => {
  endTransition(world, data);
  const found = world.find<BandwidthPackage>("cen-package", String(data.packageId));
  if (!found) return;
  const { cenId: _cen, ...rest } = found;
  world.put("cen-package", { ...(rest as BandwidthPackage), status: "Idle" });
};
