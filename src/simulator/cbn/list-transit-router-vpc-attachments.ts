import { Refusal } from "../action.ts";
import { cbnAction } from "./cbn-action.ts";
import { text } from "./fields.ts";
import { payers } from "./grants.ts";
import type { RouterAttachment, VpcRouterAttachment } from "./things.ts";
import { cbnTime } from "./times.ts";
import { nextPage } from "./token-page.ts";
import { hasTags, isWanted } from "./wanted.ts";
import { tagParameter, tokenPaging } from "./write-parameters.ts";

/** The VPCs on Enterprise routers, as the CEN's owner sees them. */
export const listTransitRouterVpcAttachments = cbnAction({
  name: "ListTransitRouterVpcAttachments",
  kind: "read",
  parameters: {
    CenId: { type: "string" },
    RegionId: { type: "string" },
    TransitRouterId: { type: "string" },
    VpcId: { type: "string" },
    TransitRouterAttachmentId: { type: "string" },
    Status: { type: "string" },
    OrderType: { type: "string", oneOf: payers },
    Tag: tagParameter,
    ...tokenPaging,
  },
  evidence: "metadata; a router, a CEN or a region is needed: API page, its code: assumption; unknown ids: empty",
  handle(world, request) {
    if (!["TransitRouterId", "CenId", "RegionId"].some((name) => text(request, name))) {
      throw new Refusal(400, "MissingParam.CenIdOrRegionId", "A transit router, a CEN or a region is needed.");
    }
    const all = world.listed<RouterAttachment>("tr-attachment").filter((one) => one.uid === request.uid);
    const fits = isWanted<VpcRouterAttachment>(request, {
      CenId: (one) => one.cenId,
      RegionId: (one) => one.regionId,
      TransitRouterId: (one) => one.routerId,
      VpcId: (one) => one.vpcId,
      TransitRouterAttachmentId: (one) => one.id,
      Status: (one) => one.status,
      OrderType: (one) => one.orderType,
    });
    const found = all
      .filter((one) => one.resourceType === "VPC")
      .filter((one) => fits(one) && hasTags(request, one.tags));
    const { items, echo } = nextPage(found, request);
    world.call.transitional = items.some((one) => one.status !== "Attached");
    return { TransitRouterAttachments: items.map(shown), ...echo };
  },
});

function shown(one: VpcRouterAttachment): Record<string, unknown> {
  return {
    TransitRouterAttachmentId: one.id,
    TransitRouterAttachmentName: one.name,
    TransitRouterAttachmentDescription: one.description,
    CenId: one.cenId,
    TransitRouterId: one.routerId,
    VpcId: one.vpcId,
    VpcOwnerId: Number(one.vpcOwnerId),
    VpcRegionId: one.regionId,
    ResourceType: "VPC",
    ChargeType: "POSTPAY",
    OrderType: one.orderType,
    Status: one.status,
    AutoPublishRouteEnabled: one.autoPublish,
    CreationTime: cbnTime(one.createdAt),
    Options: { Ipv6Support: "disable", ApplianceModeSupport: "disable" },
    ZoneMappings: one.zoneMappings.map((zone) => ({
      ZoneId: zone.zoneId,
      VSwitchId: zone.vSwitchId,
      NetworkInterfaceId: zone.eniId,
    })),
    Tags: one.tags,
  };
}
