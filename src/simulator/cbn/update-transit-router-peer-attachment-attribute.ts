import { Refusal } from "../action.ts";
import { connectionQuote } from "../prices.ts";
import { modify, requireAttached } from "./attachment-transition.ts";
import { cbnAction } from "./cbn-action.ts";
import { readBandwidth } from "./peer-bandwidth.ts";
import { peerParameters } from "./peer-parameters.ts";
import { ownAttachment } from "./router-lookups.ts";
import { changedNames } from "./router-names.ts";
import type { PeerRouterAttachment, TransitRouter } from "./things.ts";

/** Changes a connection's bandwidth, where it comes from, its name, and whether routes are advertised over it. */
export const updateTransitRouterPeerAttachmentAttribute = cbnAction({
  name: "UpdateTransitRouterPeerAttachmentAttribute",
  kind: "write",
  dryRun: "answered",
  parameters: { TransitRouterAttachmentId: { type: "string", required: true }, ...peerParameters },
  evidence: "metadata; DryRun answered: SDK model; codes: those of CreateTransitRouterPeerAttachment by assumption",
  quote: (_, { params }) => connectionQuote(params.BandwidthType),
  handle(world, request) {
    const standing = ownAttachment(world, request, "InvalidTransitRouterAttachmentId.NotFound");
    const local = world.find<TransitRouter>("transit-router", standing.routerId);
    const peer = standing.resourceType === "TR" && world.find<TransitRouter>("transit-router", standing.peerRouterId);
    if (standing.resourceType !== "TR" || !local || !peer) {
      throw new Refusal(400, "InvalidTransitRouterAttachmentId.NotFound", "It is no inter-region connection.");
    }
    requireAttached(standing, "IncorrectStatus.Status");
    const bandwidth = readBandwidth(world, request, { routers: [local, peer], standing });
    const { packageId: _, ...rest } = standing;
    const autoPublish = (request.params.AutoPublishRouteEnabled ?? standing.autoPublish) as boolean;
    const names = changedNames(request, "TransitRouterAttachment");
    const changed = { ...rest, ...names, ...bandwidth, autoPublish } as PeerRouterAttachment;
    modify(world, changed, "update-attachment");
    return {};
  },
});
