import { Refusal } from "../action.ts";
import type { EventHandler, World } from "../world.ts";
import type { RouterAttachment } from "./things.ts";
import { beginTransition, endTransition } from "./transition.ts";
import { withInterfaces } from "./with-interfaces.ts";

/** What a write on an attachment holds: its router and VPC, or the CEN and both routers. */
export function locksOf(attachment: RouterAttachment): string[] {
  if (attachment.resourceType === "VPC") return [`tr:${attachment.routerId}`, `vpc:${attachment.vpcId}`];
  return [`cen:${attachment.cenId}`, `tr:${attachment.routerId}`, `tr:${attachment.peerRouterId}`];
}

/** In a transitional state an attachment is only looked at. */
export function requireAttached(attachment: RouterAttachment, code = "IncorrectStatus.Attachment"): void {
  if (attachment.status === "Attached") return;
  throw new Refusal(400, code, "The attachment is being changed.");
}

/** Puts the changed attachment as Modifying, and lets it be Attached again when the cloud is done. */
export function modify(world: World, changed: RouterAttachment, kind: string): void {
  const data = { attachmentId: changed.id };
  beginTransition(world, { kind, locks: locksOf(changed), event: "router-attachment.modified", data });
  world.put("tr-attachment", { ...changed, status: "Modifying" });
}

export const whenAttachmentModified: EventHandler = (world, data) => {
  endTransition(world, data);
  const found = world.find<RouterAttachment>("tr-attachment", String(data.attachmentId));
  if (!found) return;
  const changed = found.resourceType === "VPC" ? withInterfaces(world, found) : found;
  world.put("tr-attachment", { ...changed, status: "Attached" });
};
