import { Refusal } from "../action.ts";
import type { EventHandler } from "../world.ts";
import { cbnAction } from "./cbn-action.ts";
import { ownRouter } from "./router-lookups.ts";
import { changedNames } from "./router-names.ts";
import { requireRouterActive } from "./router-status.ts";
import type { TransitRouter } from "./things.ts";
import { beginTransition, endTransition } from "./transition.ts";
import { writeParameters } from "./write-parameters.ts";

/** Changes a router's name and description. */
export const updateTransitRouter = cbnAction({
  name: "UpdateTransitRouter",
  kind: "write",
  dryRun: "answered",
  parameters: {
    RegionId: { type: "string", required: true },
    TransitRouterId: { type: "string", required: true },
    TransitRouterName: { type: "string" },
    TransitRouterDescription: { type: "string" },
    ...writeParameters,
  },
  evidence: "metadata; DryRun answered: SDK model; codes: as of DeleteTransitRouter, by assumption",
  handle(world, request) {
    const router = ownRouter(world, request, "ParameterInstanceId", 404);
    if (router.regionId !== request.params.RegionId) throw new Refusal(400, "IllegalParam.RegionId", "Illegal region.");
    requireRouterActive(router);
    const data = { routerId: router.id };
    beginTransition(world, { kind: "update-router", locks: [`tr:${router.id}`], event: "router.updated", data });
    const changed: TransitRouter = { ...router, ...changedNames(request, "TransitRouter"), status: "Modifying" };
    world.put("transit-router", changed);
    return {};
  },
});

export const whenRouterUpdated: EventHandler = (world, data) => {
  endTransition(world, data);
  const router = world.find<TransitRouter>("transit-router", String(data.routerId));
  if (router) world.put("transit-router", { ...router, status: "Active" } satisfies TransitRouter);
};
