import { Refusal, type SimRequest } from "../action.ts";
import { connectionQuote } from "../prices.ts";
import type { EventHandler, World } from "../world.ts";
import { locksOf } from "./attachment-transition.ts";
import { cbnAction } from "./cbn-action.ts";
import { text } from "./fields.ts";
import { activeCen, routerIn } from "./lookups.ts";
import { readTags } from "./names.ts";
import { readBandwidth } from "./peer-bandwidth.ts";
import { peerParameters } from "./peer-parameters.ts";
import { endsAt, peerAttachments } from "./router-lookups.ts";
import { readNames } from "./router-names.ts";
import { ensureServiceRole, requireService } from "./router-service.ts";
import type { PeerRouterAttachment, TransitRouter } from "./things.ts";
import { beginTransition, endTransition } from "./transition.ts";
import { tagParameter } from "./write-parameters.ts";

/** Connects two regions; the local router is an Enterprise one, the other may be a CCN's Basic one. */
export const createTransitRouterPeerAttachment = cbnAction({
  name: "CreateTransitRouterPeerAttachment",
  kind: "write",
  dryRun: "answered",
  parameters: {
    PeerTransitRouterId: { type: "string", required: true },
    PeerTransitRouterRegionId: { type: "string" },
    TransitRouterId: { type: "string" },
    CenId: { type: "string" },
    RegionId: { type: "string" },
    Tag: tagParameter,
    ...peerParameters,
  },
  evidence:
    "metadata; codes and DryRun: API page, SDK model; caps of data transfer: product page. Assumptions: a second connection " +
    "of the same two routers, a router of CEN and region is not made by this call",
  quote: (_, { params }) => connectionQuote(params.BandwidthType),
  handle(world, request) {
    requireService(world, request.uid);
    ensureServiceRole(world, request, "NoPermission.AliyunServiceRolePolicyForCEN");
    const routers = [localRouter(world, request), peerRouter(world, request)] as const;
    activeCen(world, request.uid, routers[0].cenId);
    requireConnectable(world, routers);
    const attachment: PeerRouterAttachment = {
      ...newPeer(world, request, routers),
      ...readBandwidth(world, request, { routers }),
    };
    const data = { attachmentId: attachment.id };
    const locks = locksOf(attachment);
    beginTransition(world, { kind: "attach-peer", locks, event: "router-attachment.peer-attached", data });
    world.put("tr-attachment", attachment);
    return { TransitRouterAttachmentId: attachment.id };
  },
});

function newPeer(world: World, request: SimRequest, [local, peer]: readonly [TransitRouter, TransitRouter]) {
  return {
    id: world.newId("tr-attach-", 18),
    uid: local.uid,
    resourceType: "TR",
    ...readNames(request, "TransitRouterAttachment"),
    cenId: local.cenId,
    routerId: local.id,
    regionId: local.regionId,
    peerRouterId: peer.id,
    peerRegionId: peer.regionId,
    status: "Attaching",
    autoPublish: request.params.AutoPublishRouteEnabled === true,
    createdAt: world.now,
    tags: readTags(request),
  } as const;
}

function localRouter(world: World, request: SimRequest): TransitRouter {
  const [id, cenId, regionId] = ["TransitRouterId", "CenId", "RegionId"].map((name) => text(request, name));
  if (!id && !(cenId && regionId)) throw refusal("MissingParam.CenIdOrRegionId");
  const router = id ? world.find<TransitRouter>("transit-router", id) : routerIn(world, cenId ?? "", regionId ?? "");
  if (router?.uid !== request.uid) throw refusal("InvalidTransitRouterId.NotFound");
  if (cenId && router.cenId !== cenId) throw refusal("InvalidCenId.NotFound");
  if (regionId && router.regionId !== regionId) throw refusal("IllegalParam.TransitRouterRegionId");
  return router;
}

function peerRouter(world: World, request: SimRequest): TransitRouter {
  const router = world.find<TransitRouter>("transit-router", text(request, "PeerTransitRouterId"));
  if (router?.uid !== request.uid) throw refusal("InvalidPeerTransitRouterId.NotFound");
  const regionId = text(request, "PeerTransitRouterRegionId");
  if (regionId && router.regionId !== regionId) throw refusal("IllegalParam.PeerRegionId");
  return router;
}

/** Source: API page: from the Enterprise side only. */
function requireConnectable(world: World, [local, peer]: readonly [TransitRouter, TransitRouter]): void {
  if (local.edition === "Basic") throw refusal("OperationUnsupported.TransitRouterId");
  if (peer.cenId !== local.cenId || peer.id === local.id) throw refusal("IllegalParam.PeerTransitRouterId");
  if (local.status !== "Active" || peer.status !== "Active") throw refusal("IncorrectStatus.TransitRouter");
  const isThere = (one: PeerRouterAttachment) => endsAt(one, local.id) && endsAt(one, peer.id);
  if (peerAttachments(world).some(isThere)) throw refusal("InvalidOperation");
}

function refusal(code: string): Refusal {
  return new Refusal(400, code, "The inter-region connection is not possible so.");
}

export const whenPeerAttached: EventHandler = (world, data) => {
  endTransition(world, data);
  const found = world.find<PeerRouterAttachment>("tr-attachment", String(data.attachmentId));
  if (found) world.put("tr-attachment", { ...found, status: "Attached" } satisfies PeerRouterAttachment);
};
