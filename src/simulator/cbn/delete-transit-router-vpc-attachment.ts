import type { EventHandler } from "../world.ts";
import { removeReferences, requireForceable, requireUnreferenced } from "./attachment-references.ts";
import { locksOf, requireAttached } from "./attachment-transition.ts";
import { cbnAction } from "./cbn-action.ts";
import { showCenOnVpc } from "./child-shows-cen.ts";
import { ownVpcAttachment } from "./router-lookups.ts";
import type { VpcRouterAttachment } from "./things.ts";
import { beginTransition, endTransition } from "./transition.ts";
import { writeParameters } from "./write-parameters.ts";

/** Takes a VPC off its router; with Force also the association, the propagations and the routes that lead to it. */
export const deleteTransitRouterVpcAttachment = cbnAction({
  name: "DeleteTransitRouterVpcAttachment",
  kind: "write",
  dryRun: "answered",
  parameters: {
    TransitRouterAttachmentId: { type: "string", required: true },
    Force: { type: "boolean" },
    ...writeParameters,
  },
  evidence:
    "metadata; preconditions and codes: API page; DryRun answered: SDK model; Force across accounts: assumption",
  handle(world, request) {
    const attachment = ownVpcAttachment(world, request);
    requireAttached(attachment);
    if (request.params.Force === true) requireForceable(world, attachment);
    else requireUnreferenced(world, attachment);
    const data = { attachmentId: attachment.id };
    const locks = locksOf(attachment);
    beginTransition(world, { kind: "detach-vpc", locks, event: "router-attachment.vpc-detached", data });
    world.put("tr-attachment", { ...attachment, status: "Detaching" } satisfies VpcRouterAttachment);
    showCenOnVpc(world, attachment.vpcId, attachment, "Detaching");
    return {};
  },
});

export const whenVpcDetached: EventHandler = (world, data) => {
  endTransition(world, data);
  const found = world.find<VpcRouterAttachment>("tr-attachment", String(data.attachmentId));
  if (!found) return;
  removeReferences(world, found);
  world.remove("tr-attachment", found.id);
  showCenOnVpc(world, found.vpcId, found, "gone");
};
