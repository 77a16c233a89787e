import { Refusal } from "../action.ts";
import { cbnAction } from "./cbn-action.ts";
import { text } from "./fields.ts";
import { endsAt } from "./router-lookups.ts";
import type { PeerRouterAttachment, RouterAttachment } from "./things.ts";
import { cbnTime } from "./times.ts";
import { nextPage } from "./token-page.ts";
import { hasTags, isWanted } from "./wanted.ts";
import { tagParameter, tokenPaging } from "./write-parameters.ts";

/** The connections between regions that have an Enterprise router at one end at least; each is listed from either end. */
export const listTransitRouterPeerAttachments = cbnAction({
  name: "ListTransitRouterPeerAttachments",
  kind: "read",
  parameters: {
    CenId: { type: "string" },
    RegionId: { type: "string" },
    TransitRouterId: { type: "string" },
    TransitRouterAttachmentId: { type: "string" },
    Tag: tagParameter,
    ...tokenPaging,
  },
  evidence:
    "metadata; a router or a CEN is needed: API page, its code: assumption; seen from both ends, as made: assumption",
  handle(world, request) {
    const [router, region] = [text(request, "TransitRouterId"), text(request, "RegionId")];
    if (!router && !text(request, "CenId")) {
      throw new Refusal(400, "MissingParam.CenIdOrRegionId", "A transit router or a CEN is needed.");
    }
    const all = world.listed<RouterAttachment>("tr-attachment").filter((one) => one.uid === request.uid);
    const peers = all.filter((one) => one.resourceType === "TR").filter((one) => hasTags(request, one.tags));
    const fits = isWanted<PeerRouterAttachment>(request, {
      CenId: (one) => one.cenId,
      TransitRouterAttachmentId: (one) => one.id,
    });
    const isHere = (one: PeerRouterAttachment) =>
      (!router || endsAt(one, router)) && (!region || one.regionId === region || one.peerRegionId === region);
    const { items, echo } = nextPage(
      peers.filter((one) => fits(one) && isHere(one)),
      request,
    );
    world.call.transitional = items.some((one) => one.status !== "Attached");
    return { TransitRouterAttachments: items.map(shown), ...echo };
  },
});

function shown(one: PeerRouterAttachment): Record<string, unknown> {
  return {
    TransitRouterAttachmentId: one.id,
    TransitRouterAttachmentName: one.name,
    TransitRouterAttachmentDescription: one.description,
    CenId: one.cenId,
    TransitRouterId: one.routerId,
    RegionId: one.regionId,
    PeerTransitRouterId: one.peerRouterId,
    PeerTransitRouterRegionId: one.peerRegionId,
    PeerTransitRouterOwnerId: Number(one.uid),
    Bandwidth: one.bandwidthMbps,
    BandwidthType: one.bandwidthType,
    CenBandwidthPackageId: one.packageId ?? "",
    GeographicSpanId: one.spanId,
    DefaultLinkType: one.defaultLinkType,
    AutoPublishRouteEnabled: one.autoPublish,
    ResourceType: "TR",
    Status: one.status,
    CreationTime: cbnTime(one.createdAt),
    Tags: one.tags,
  };
}
