import { Refusal } from "../action.ts";
import { attachmentQuote } from "../prices.ts";
import type { Vpc } from "../vpc/things.ts";
import type { World } from "../world.ts";
import { modify, requireAttached } from "./attachment-transition.ts";
import { cbnAction } from "./cbn-action.ts";
import { grantOf, payers } from "./grants.ts";
import { requireRouteSynchronization } from "./route-synchronization.ts";
import { associationsOf, ownVpcAttachment } from "./router-lookups.ts";
import { changedNames } from "./router-names.ts";
import { requireServiceOfPayer } from "./router-service.ts";
import type { Payer, VpcRouterAttachment } from "./things.ts";
import { writeParameters } from "./write-parameters.ts";

/** Renames an attachment, follows a grant's new payer, switches route synchronization. */
export const updateTransitRouterVpcAttachmentAttribute = cbnAction({
  name: "UpdateTransitRouterVpcAttachmentAttribute",
  kind: "write",
  dryRun: "answered",
  parameters: {
    TransitRouterAttachmentId: { type: "string", required: true },
    TransitRouterAttachmentName: { type: "string" },
    TransitRouterAttachmentDescription: { type: "string" },
    AutoPublishRouteEnabled: { type: "boolean" },
    OrderType: { type: "string", oneOf: payers },
    ...writeParameters,
  },
  evidence:
    "metadata; DryRun answered: SDK model; the payer has to be the grant's: Terraform provider, its code: assumption; " +
    "route synchronization needs an association: product page",
  quote: attachmentQuote,
  handle(world, request) {
    const attachment = ownVpcAttachment(world, request);
    requireAttached(attachment);
    const { OrderType, AutoPublishRouteEnabled } = request.params;
    const orderType = (OrderType ?? attachment.orderType) as Payer;
    if (orderType !== attachment.orderType) requireGranted(world, attachment, orderType);
    const autoPublish = (AutoPublishRouteEnabled ?? attachment.autoPublish) as boolean;
    if (autoPublish && !attachment.autoPublish) requireAdvertisable(world, attachment);
    const names = changedNames(request, "TransitRouterAttachment");
    modify(world, { ...attachment, ...names, orderType, autoPublish }, "update-attachment");
    return {};
  },
});

function requireGranted(world: World, attachment: VpcRouterAttachment, payer: Payer): void {
  const vpc = world.find<Vpc>("vpc", attachment.vpcId);
  const grant = vpc && grantOf(world, vpc, attachment.cenId, attachment.uid);
  const granted = grant?.orderType ?? "PayByCenOwner";
  if (granted !== payer) throw new Refusal(400, "InvalidParameter", "The payer is not the one that was granted.");
  requireServiceOfPayer(world, attachment.vpcOwnerId, payer);
}

function requireAdvertisable(world: World, attachment: VpcRouterAttachment): void {
  requireRouteSynchronization(world, attachment);
  if (associationsOf(world, attachment.id).some((one) => one.status === "Active")) return;
  throw new Refusal(400, "OperationNotSupport.VpcAutoRoutesPublish", "The attachment is associated with no table.");
}
