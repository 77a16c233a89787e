import { Refusal, type SimAction } from "../action.ts";
import type { EventHandler, World } from "../world.ts";
import { offersEnterprise } from "./available-zones.ts";
import { requireRoomOnCen } from "./basic-quotas.ts";
import { type Child, cenRegion, findChild, readChildName } from "./child.ts";
import { showOnChild } from "./child-shows-cen.ts";
import { accountParameter, text } from "./fields.ts";
import { activeCen, routerIn } from "./lookups.ts";
import { newTransitRouter, routerIsMade } from "./new-transit-router.ts";
import type { Cen, ChildAttachment } from "./things.ts";
import { beginTransition, endTransition } from "./transition.ts";
import { checkVpcIsStill } from "./vpc-stillness.ts";

/** Attaches a VPC or a CCN to a Basic Edition transit router, which the first one of a region brings with it. */
export const attachCenChildInstance: SimAction = {
  product: "Cbn",
  name: "AttachCenChildInstance",
  kind: "write",
  permission: "cen:AttachCenChildInstance",
  parameters: {
    CenId: { type: "string", required: true },
    ChildInstanceId: { type: "string", required: true },
    ChildInstanceType: { type: "string", required: true },
    ChildInstanceRegionId: { type: "string", required: true },
    ChildInstanceOwnerId: accountParameter,
  },
  evidence:
    "metadata; codes: API page and product-wide error page; quotas: 2019 manual; their code, and the refusal of a NewAgw CCN: " +
    "assumptions",
  handle(world, request) {
    const name = readChildName(request);
    const cen = activeCen(world, request.uid, text(request, "CenId"));
    const child = findChild(world, cen, name);
    checkIsFree(world, child);
    checkEdition(world, cen, child);
    requireRoomOnCen(world, cen, name.regionId);
    if (child.type === "VPC") checkVpcIsStill(world, child.thing);
    const id = `${cen.id}/${name.id}`;
    const kind = child.type === "VPC" ? "attach-child" : "attach-ccn";
    const locks = [`cen:${cen.id}`, `${child.type.toLowerCase()}:${name.id}`];
    beginTransition(world, { kind, locks, event: "cen.child-attached", data: { attachmentId: id } });
    const attachment: ChildAttachment = {
      id,
      uid: cen.uid,
      cenId: cen.id,
      childId: name.id,
      childType: name.type,
      childRegionId: name.regionId,
      childUid: name.uid,
      status: "Attaching",
      attachedAt: world.now,
    };
    world.put("cen-attachment", attachment);
    showOnChild(world, attachment, "Attaching");
    if (!routerIn(world, cen.id, name.regionId)) newTransitRouter(world, cen, name.regionId, "Basic");
    return {};
  },
};

/** On Basic Edition a VPC or CCN is in one CEN at a time. */
function checkIsFree(world: World, child: Child): void {
  const attachment = world.all<ChildAttachment>("cen-attachment").find((one) => one.childId === child.thing.id);
  if (!attachment) return;
  if (attachment.status === "Attached") {
    throw new Refusal(409, "InvalidOperation.ChildInstanceAlreadyAttached", "The instance is already attached.");
  }
  throw new Refusal(409, "InvalidOperation.ChildInstanceStatus", "The instance is being attached or detached.");
}

/** A CCN always has a Basic transit router; a VPC only where the CEN has one already, or the region still gives one. */
function checkEdition(world: World, cen: Cen, child: Child): void {
  if (child.type === "CCN") {
    if (!child.thing.newAgw) return;
    throw new Refusal(
      400,
      "InvalidParameter",
      "A CCN of the new access gateway generation is attached in another way.",
    );
  }
  const regionId = cenRegion(child);
  const router = routerIn(world, cen.id, regionId);
  const isEnterprise = router ? router.edition === "Enterprise" : offersEnterprise(world, regionId);
  if (!isEnterprise) return;
  throw new Refusal(400, "OperationFailed.InvalidTransitRouter", "The transit router is not supported.");
}

export const whenChildAttached: EventHandler = (world, data) => {
  endTransition(world, data);
  const attachment = world.find<ChildAttachment>("cen-attachment", String(data.attachmentId));
  if (!attachment) return;
  world.put("cen-attachment", { ...attachment, status: "Attached" } satisfies ChildAttachment);
  showOnChild(world, attachment, "Attached");
  const router = routerIn(world, attachment.cenId, attachment.childRegionId);
  if (router) routerIsMade(world, router.id);
};
