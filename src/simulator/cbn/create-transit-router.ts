import { Refusal } from "../action.ts";
import type { EventHandler, World } from "../world.ts";
import { isOrdinary, offersEnterprise } from "./available-zones.ts";
import { cbnAction } from "./cbn-action.ts";
import { text } from "./fields.ts";
import { activeCen, routerIn } from "./lookups.ts";
import { readTags } from "./names.ts";
import { newTransitRouter, routerIsMade } from "./new-transit-router.ts";
import { readNames } from "./router-names.ts";
import { requireService } from "./router-service.ts";
import type { Cen } from "./things.ts";
import { beginTransition, endTransition } from "./transition.ts";
import { tagParameter, writeParameters } from "./write-parameters.ts";

/** Makes an Enterprise Edition router in a region, and with it its System route table. */
export const createTransitRouter = cbnAction({
  name: "CreateTransitRouter",
  kind: "write",
  parameters: {
    CenId: { type: "string", required: true },
    RegionId: { type: "string", required: true },
    TransitRouterName: { type: "string" },
    TransitRouterDescription: { type: "string" },
    Tag: tagParameter,
    ...writeParameters,
  },
  evidence: "metadata; codes: API page; a region of a CCN, and one of a legacy cloud: the page's code by assumption",
  handle(world, request) {
    const cen = activeCen(world, request.uid, text(request, "CenId"));
    requireService(world, cen.uid);
    const regionId = text(request, "RegionId");
    requireEnterpriseRegion(world, cen, regionId);
    const named = { ...readNames(request, "TransitRouter"), tags: readTags(request) };
    const router = newTransitRouter(world, cen, regionId, "Enterprise", named);
    const locks = [`cen:${cen.id}`, `tr:${router.id}`];
    const data = { routerId: router.id };
    beginTransition(world, { kind: "create-transit-router", locks, event: "router.created", data });
    return { TransitRouterId: router.id };
  },
});

/** A region has one router in a CEN, of whatever edition. */
export function requireEnterpriseRegion(world: World, cen: Cen, regionId: string): void {
  if (!isOrdinary(regionId) && !regionId.startsWith("ccn-")) {
    throw new Refusal(400, "IllegalParam.RegionId", "RegionId is illegal.");
  }
  if (!offersEnterprise(world, regionId)) {
    throw new Refusal(400, "OperationUnsupported.RegionId", "The region does not support this edition.");
  }
  if (!routerIn(world, cen.id, regionId)) return;
  throw new Refusal(400, "InstanceExist.TransitRouterInstance", "The region has a transit router already.");
}

export const whenRouterCreated: EventHandler = (world, data) => {
  endTransition(world, data);
  routerIsMade(world, String(data.routerId));
};
