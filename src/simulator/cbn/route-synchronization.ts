import { Refusal } from "../action.ts";
import type { World } from "../world.ts";
import { vpcAttachments } from "./router-lookups.ts";
import type { ChildAttachment, VpcRouterAttachment } from "./things.ts";

/** Source: quota page. */
const MOST_SYNCHRONIZED = 50;

/**
 * A VPC hears routes from one CEN only, and from none while it is on a Basic router; a router tells them to 50 VPCs at most.
 * Source: product page and quota page; which of the API page's codes means which is an assumption.
 */
export function requireRouteSynchronization(world: World, attachment: VpcRouterAttachment): void {
  const others = vpcAttachments(world).filter((one) => one.autoPublish && one.id !== attachment.id);
  if (others.some((one) => one.vpcId === attachment.vpcId)) {
    throw new Refusal(400, "InvalidOperation.VpcAutoRoutesPublishInOtherCEN", "Another CEN advertises to the VPC.");
  }
  if (world.all<ChildAttachment>("cen-attachment").some((one) => one.childId === attachment.vpcId)) {
    throw new Refusal(400, "OperationNotSupport.VpcAutoRoutesPublish", "The VPC is on a Basic Edition router too.");
  }
  if (others.filter((one) => one.routerId === attachment.routerId).length < MOST_SYNCHRONIZED) return;
  throw new Refusal(400, "QuotaExceeded.VpcAutoRoutesPublishPerTransitRouter", "Too many VPCs are advertised to.");
}
