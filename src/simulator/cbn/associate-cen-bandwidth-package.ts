import { Refusal, type SimAction } from "../action.ts";
import type { EventHandler } from "../world.ts";
import { text } from "./fields.ts";
import { activeCen, ownPackage, packageSpanId, packagesOn } from "./lookups.ts";
import type { BandwidthPackage } from "./things.ts";
import { beginTransition, endTransition } from "./transition.ts";

/** Puts an idle package on a CEN: one for each pair of areas. */
export const associateCenBandwidthPackage: SimAction = {
  product: "Cbn",
  name: "AssociateCenBandwidthPackage",
  kind: "write",
  permission: "cen:AssociateCenBandwidthPackage",
  parameters: {
    CenId: { type: "string", required: true },
    CenBandwidthPackageId: { type: "string", required: true },
  },
  evidence:
    "metadata; codes: product-wide error page and Terraform provider; 409 for BwpInstanceStatus here: assumption",
  handle(world, request) {
    const cen = activeCen(world, request.uid, text(request, "CenId"));
    const found = ownPackage(world, request.uid, text(request, "CenBandwidthPackageId"));
    if (found.status !== "Idle") {
      throw new Refusal(409, "InvalidOperation.BwpInstanceStatus", "The bandwidth package is not in a valid state.");
    }
    if (found.businessStatus !== "Normal") {
      throw new Refusal(409, "InvalidOperation.BwpBusinessStatus", "The bandwidth package is locked.");
    }
    if (packagesOn(world, cen.id).some((one) => packageSpanId(one) === packageSpanId(found))) {
      const message = "A bandwidth package of the same geographic span is already associated.";
      throw new Refusal(409, "InvalidOperation.BwpForGeoSpanAlreadyAssociated", message);
    }
    const locks = [`cen:${cen.id}`, `package:${found.id}`];
    const data = { packageId: found.id, cenId: cen.id };
    beginTransition(world, { kind: "associate-package", locks, event: "package.associated", data });
    return {};
  },
};

export const whenPackageAssociated: EventHandler = (world, data) => {
  endTransition(world, data);
  const found = world.find<BandwidthPackage>("cen-package", String(data.packageId));
  if (found)
    world.put("cen-package", { ...found, status: "InUse", cenId: String(data.cenId) } satisfies BandwidthPackage);
};
