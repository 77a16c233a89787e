import { Refusal, type SimAction } from "../action.ts";
import type { EventHandler } from "../world.ts";
import { text } from "./fields.ts";
import { activeCen, attachmentsOf, packagesOn } from "./lookups.ts";
import type { Cen, TransitRouter } from "./things.ts";
import { beginTransition, endTransition } from "./transition.ts";

/** Deletes an empty CEN; the transit routers that attaching made go with it. */
export const deleteCen: SimAction = {
  product: "Cbn",
  name: "DeleteCen",
  kind: "write",
  permission: "cen:DeleteCen",
  parameters: { CenId: { type: "string", required: true } },
  evidence:
    "metadata; preconditions: API page; the code for a package still on it: assumption, after the page's DeleteCenWith…",
  handle(world, request) {
    const cen = activeCen(world, request.uid, text(request, "CenId"));
    if (attachmentsOf(world, cen.id).length > 0) {
      throw new Refusal(409, "InvalidOperation.AttachedChildInstanceExist", "The CEN still has network instances.");
    }
    if (packagesOn(world, cen.id).length > 0) {
      throw new Refusal(400, "OperationFailed.DeleteCenWithBandwidthPackage", "The CEN still has bandwidth packages.");
    }
    const data = { cenId: cen.id };
    beginTransition(world, { kind: "delete-cen", locks: [`cen:${cen.id}`], event: "cen.deleted", data });
    world.put("cen", { ...cen, status: "Deleting" } satisfies Cen);
    return {};
  },
};

export const whenCenDeleted: EventHandler = (world, data) => {
  endTransition(world, data);
  const routers = world.all<TransitRouter>("transit-router").filter((one) => one.cenId === data.cenId);
  for (const router of routers) world.remove("transit-router", router.id);
  world.remove("cen", String(data.cenId));
};
