import { Refusal } from "../action.ts";
import type { EventHandler, World } from "../world.ts";
import { cbnAction } from "./cbn-action.ts";
import { activeCen, attachmentsOf } from "./lookups.ts";
import { hasCustomTables, removeRouter } from "./new-transit-router.ts";
import { attachmentsOn, ownRouter } from "./router-lookups.ts";
import { requireRouterActive } from "./router-status.ts";
import type { TransitRouter } from "./things.ts";
import { beginTransition, endTransition } from "./transition.ts";
import { writeParameters } from "./write-parameters.ts";

/** Deletes a router that nothing is connected to. */
export const deleteTransitRouter = cbnAction({
  name: "DeleteTransitRouter",
  kind: "write",
  parameters: { TransitRouterId: { type: "string", required: true }, ...writeParameters },
  evidence: "metadata; preconditions and codes: API page, Terraform provider; the code for custom tables: assumption",
  handle(world, request) {
    const router = ownRouter(world, request, "ParameterInstanceId", 404);
    activeCen(world, request.uid, router.cenId);
    requireRouterActive(router);
    requireEmpty(world, router);
    const locks = [`cen:${router.cenId}`, `tr:${router.id}`];
    const data = { routerId: router.id };
    beginTransition(world, { kind: "delete-transit-router", locks, event: "router.deleted", data });
    world.put("transit-router", { ...router, status: "Deleting" } satisfies TransitRouter);
    return {};
  },
});

function requireEmpty(world: World, router: TransitRouter): void {
  const isBasicChild = attachmentsOf(world, router.cenId).some((one) => one.childRegionId === router.regionId);
  if (!isBasicChild && attachmentsOn(world, router.id).length === 0 && !hasCustomTables(world, router.id)) return;
  const message = "The transit router still has connections or custom route tables.";
  throw new Refusal(409, "InvalidOperation.AttachedChildInstanceExist", message);
}

export const whenRouterDeleted: EventHandler = (world, data) => {
  endTransition(world, data);
  removeRouter(world, String(data.routerId));
};
