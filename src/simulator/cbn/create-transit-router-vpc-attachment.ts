import { Refusal, type SimRequest } from "../action.ts";
import { attachmentQuote } from "../prices.ts";
import type { EventHandler, World } from "../world.ts";
import { attachableVpc } from "./attachable-vpc.ts";
import { locksOf } from "./attachment-transition.ts";
import { cbnAction } from "./cbn-action.ts";
import { showCenOnVpc } from "./child-shows-cen.ts";
import { requireEnterpriseRegion } from "./create-transit-router.ts";
import { accountParameter, text } from "./fields.ts";
import { activeCen, routerIn } from "./lookups.ts";
import { readTags } from "./names.ts";
import { newTransitRouter, routerIsMade } from "./new-transit-router.ts";
import { requireRouteSynchronization } from "./route-synchronization.ts";
import { ownRouter } from "./router-lookups.ts";
import { readNames } from "./router-names.ts";
import { ensureServiceRole, requireService } from "./router-service.ts";
import type { TransitRouter, VpcRouterAttachment } from "./things.ts";
import { beginTransition, endTransition } from "./transition.ts";
import { withInterfaces } from "./with-interfaces.ts";
import { tagParameter, writeParameters } from "./write-parameters.ts";
import { type AskedZone, readZones } from "./zone-mappings.ts";

/** Connects a VPC to an Enterprise router. It has no association and no propagation then, and forwards nothing. */
export const createTransitRouterVpcAttachment = cbnAction({
  name: "CreateTransitRouterVpcAttachment",
  kind: "write",
  parameters: {
    VpcId: { type: "string", required: true },
    ZoneMappings: {
      type: "list",
      required: true,
      of: { ZoneId: { type: "string", required: true }, VSwitchId: { type: "string", required: true } },
    },
    TransitRouterId: { type: "string" },
    CenId: { type: "string" },
    RegionId: { type: "string" },
    VpcOwnerId: accountParameter,
    ChargeType: { type: "string" },
    AutoPublishRouteEnabled: { type: "boolean" },
    TransitRouterAttachmentName: { type: "string" },
    TransitRouterAttachmentDescription: { type: "string" },
    Tag: tagParameter,
    ...writeParameters,
  },
  evidence:
    "metadata; codes: API page; a router comes with the first VPC where none is named: SDK model. " +
    "Assumptions: codes without a grant, for an unknown VPC and for one attached already",
  quote: attachmentQuote,
  handle(world, request) {
    const attachment = readAttachment(world, request);
    const data = { attachmentId: attachment.id };
    const locks = locksOf(attachment);
    beginTransition(world, { kind: "attach-vpc", locks, event: "router-attachment.vpc-attached", data });
    world.put("tr-attachment", attachment);
    showCenOnVpc(world, attachment.vpcId, attachment, "Attaching");
    return { TransitRouterAttachmentId: attachment.id };
  },
});

function readAttachment(world: World, request: SimRequest): VpcRouterAttachment {
  requireService(world, request.uid);
  ensureServiceRole(world, request, "NoPermission.AliyunServiceRoleForCEN");
  if ((text(request, "ChargeType") || "POSTPAY") !== "POSTPAY") throw illegal("IllegalParam.ChargeType");
  const router = routerFor(world, request);
  const { vpc, payer } = attachableVpc(world, request, router);
  const attachment: VpcRouterAttachment = {
    id: world.newId("tr-attach-", 18),
    uid: router.uid,
    resourceType: "VPC",
    ...readNames(request, "TransitRouterAttachment"),
    cenId: router.cenId,
    routerId: router.id,
    regionId: router.regionId,
    status: "Attaching",
    autoPublish: request.params.AutoPublishRouteEnabled === true,
    createdAt: world.now,
    tags: readTags(request),
    vpcId: vpc.id,
    vpcOwnerId: vpc.uid,
    zoneMappings: readZones(world, vpc, request.params.ZoneMappings as AskedZone[]),
    orderType: payer,
  };
  if (attachment.autoPublish) requireRouteSynchronization(world, attachment);
  return attachment;
}

/** The router named, or the one of CEN and region, which is made if there is none. */
function routerFor(world: World, request: SimRequest): TransitRouter {
  const [cenId, regionId] = [text(request, "CenId"), text(request, "RegionId")];
  if (text(request, "TransitRouterId")) {
    const router = ownRouter(world, request, "InvalidTransitRouterId.NotFound");
    if (cenId && router.cenId !== cenId) throw illegal("InvalidCenId.NotFound");
    if (regionId && router.regionId !== regionId) throw illegal("IllegalParam.TransitRouterRegionId");
    return usable(world, request, router);
  }
  if (!cenId || !regionId) throw illegal("MissingParam.CenIdOrRegionId");
  const cen = activeCen(world, request.uid, cenId);
  const router = routerIn(world, cen.id, regionId);
  if (router) return usable(world, request, router);
  requireEnterpriseRegion(world, cen, regionId);
  return newTransitRouter(world, cen, regionId, "Enterprise");
}

function usable(world: World, request: SimRequest, router: TransitRouter): TransitRouter {
  activeCen(world, request.uid, router.cenId);
  if (router.edition === "Basic") throw illegal("OperationUnsupported.TransitRouterType");
  if (router.status !== "Active") throw illegal("IncorrectStatus.TransitRouter");
  return router;
}

function illegal(code: string): Refusal {
  return new Refusal(400, code, "The request does not fit the transit router.");
}

export const whenVpcAttached: EventHandler = (world, data) => {
  endTransition(world, data);
  const found = world.find<VpcRouterAttachment>("tr-attachment", String(data.attachmentId));
  if (!found) return;
  world.put("tr-attachment", { ...withInterfaces(world, found), status: "Attached" } satisfies VpcRouterAttachment);
  showCenOnVpc(world, found.vpcId, found, "Attached");
  routerIsMade(world, found.routerId);
};
