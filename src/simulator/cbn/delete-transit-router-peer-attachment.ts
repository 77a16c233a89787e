import type { EventHandler } from "../world.ts";
import { removeReferences, requireUnreferenced } from "./attachment-references.ts";
import { locksOf, requireAttached } from "./attachment-transition.ts";
import { cbnAction } from "./cbn-action.ts";
import { text } from "./fields.ts";
import type { PeerRouterAttachment, RouterAttachment } from "./things.ts";
import { beginTransition, endTransition } from "./transition.ts";
import { writeParameters } from "./write-parameters.ts";

/** Takes a connection away. For an unknown id it answers and does nothing. Source: SDK model. */
export const deleteTransitRouterPeerAttachment = cbnAction({
  name: "DeleteTransitRouterPeerAttachment",
  kind: "write",
  dryRun: "answered",
  parameters: {
    TransitRouterAttachmentId: { type: "string", required: true },
    Force: { type: "boolean" },
    ...writeParameters,
  },
  evidence:
    "metadata; preconditions, DryRun answered, silence on an unknown id: SDK model; codes: as of VPC attachments",
  handle(world, request) {
    const found = world.find<RouterAttachment>("tr-attachment", text(request, "TransitRouterAttachmentId"));
    if (found?.uid !== request.uid || found.resourceType !== "TR") return {};
    requireAttached(found, "IncorrectStatus.Status");
    if (request.params.Force !== true) requireUnreferenced(world, found);
    const data = { attachmentId: found.id };
    const locks = locksOf(found);
    beginTransition(world, { kind: "detach-peer", locks, event: "router-attachment.peer-detached", data });
    world.put("tr-attachment", { ...found, status: "Detaching" } satisfies PeerRouterAttachment);
    return {};
  },
});

export const whenPeerDetached: EventHandler = (world, data) => {
  endTransition(world, data);
  const found = world.find<PeerRouterAttachment>("tr-attachment", String(data.attachmentId));
  if (!found) return;
  removeReferences(world, found);
  world.remove("tr-attachment", found.id);
};
