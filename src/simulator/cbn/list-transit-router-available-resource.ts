import { Refusal, type SimAction } from "../action.ts";
import { enterpriseZones, isOrdinary } from "./available-zones.ts";
import { text } from "./fields.ts";
import { ccnRegions } from "./region-names.ts";

/** The zones with Enterprise Edition of a region; none means that Basic Edition is all it has. */
export const listTransitRouterAvailableResource: SimAction = {
  product: "Cbn",
  name: "ListTransitRouterAvailableResource",
  kind: "read",
  permission: "cen:ListTransitRouterAvailableResource",
  parameters: { RegionId: { type: "string", required: true }, SupportMulticast: { type: "boolean" } },
  evidence:
    "metadata; zones: current page for two regions, assumption for the rest; code for an unknown region: assumption",
  handle(world, request) {
    const regionId = text(request, "RegionId");
    if (!isOrdinary(regionId) && !ccnRegions().some((one) => one.RegionId === regionId)) {
      throw new Refusal(400, "IllegalParam.RegionId", "RegionId is illegal.");
    }
    const zones = enterpriseZones(world, regionId);
    return { AvailableZones: zones, MasterZones: [], SlaveZones: [], SupportMulticast: false };
  },
};
