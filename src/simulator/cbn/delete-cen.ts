import { Refusal, type SimAction } from "../action.ts";
import type { EventHandler, World } from "../world.ts";
import { text } from "./fields.ts";
import { activeCen, attachmentsOf, packagesOn } from "./lookups.ts";
import { hasCustomTables, removeRouter } from "./new-transit-router.ts";
import type { Cen, RouterAttachment, TransitRouter } from "./things.ts";
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
    const isOnCen = (one: RouterAttachment) => one.cenId === cen.id;
    if (attachmentsOf(world, cen.id).length > 0 || world.all<RouterAttachment>("tr-attachment").some(isOnCen)) {
      throw new Refusal(409, "InvalidOperation.AttachedChildInstanceExist", "The CEN still has network instances.");
    }
    if (packagesOn(world, cen.id).length > 0) {
      throw new Refusal(400, "OperationFailed.DeleteCenWithBandwidthPackage", "The CEN still has bandwidth packages.");
    }
    requireNoCustomTables(world, cen);
    const data = { cenId: cen.id };
    beginTransition(world, { kind: "delete-cen", locks: [`cen:${cen.id}`], event: "cen.deleted", data });
    world.put("cen", { ...cen, status: "Deleting" } satisfies Cen);
    return {};
  },
};

/** Source: API page; the code is an assumption. */
function requireNoCustomTables(world: World, cen: Cen): void {
  const routers = world.all<TransitRouter>("transit-router").filter((one) => one.cenId === cen.id);
  if (!routers.some((one) => hasCustomTables(world, one.id))) return;
  throw new Refusal(409, "InvalidOperation.AttachedChildInstanceExist", "A router still has custom route tables.");
}

export const whenCenDeleted: EventHandler = (world, data) => {
  endTransition(world, data);
  const routers = world.all<TransitRouter>("transit-router").filter((one) => one.cenId === data.cenId);
  for (const router of routers) removeRouter(world, router.id);
  world.remove("cen", String(data.cenId));
};
