import { Refusal, type SimRequest } from "../action.ts";
import type { World } from "../world.ts";
import { text } from "./fields.ts";
import type {
  PeerRouterAttachment,
  RouterAssociation,
  RouterAttachment,
  RouterPropagation,
  RouterRouteTable,
  RouterStaticRoute,
  TransitRouter,
  VpcRouterAttachment,
} from "./things.ts";

/** The caller's own router; the code for none differs from action to action. */
export function ownRouter(world: World, request: SimRequest, code: string, status = 400): TransitRouter {
  const router = world.find<TransitRouter>("transit-router", text(request, "TransitRouterId"));
  if (router?.uid === request.uid) return router;
  throw new Refusal(status, code, "The specified transit router does not exist.");
}

/** The caller's own attachment, of whatever kind. */
export function ownAttachment(world: World, request: SimRequest, code: string, status = 400): RouterAttachment {
  const found = world.find<RouterAttachment>("tr-attachment", text(request, "TransitRouterAttachmentId"));
  if (found?.uid === request.uid) return found;
  throw new Refusal(status, code, "The specified attachment does not exist.");
}

export function ownVpcAttachment(world: World, request: SimRequest): VpcRouterAttachment {
  const found = ownAttachment(world, request, "InvalidTransitRouterAttachmentId.NotFound");
  if (found.resourceType === "VPC") return found;
  throw new Refusal(400, "InvalidTransitRouterAttachmentId.NotFound", "The attachment is not one of a VPC.");
}

/** The caller's own route table of a router. */
export function ownRouterTable(world: World, request: SimRequest, code: string, status = 400): RouterRouteTable {
  const table = world.find<RouterRouteTable>("tr-route-table", text(request, "TransitRouterRouteTableId"));
  if (table?.uid === request.uid) return table;
  throw new Refusal(status, code, "The specified route table does not exist.");
}

/** Attachments that end at a router, peers from either side. */
export function attachmentsOn(world: World, routerId: string): RouterAttachment[] {
  return world.all<RouterAttachment>("tr-attachment").filter((one) => endsAt(one, routerId));
}

export function endsAt(attachment: RouterAttachment, routerId: string): boolean {
  if (attachment.routerId === routerId) return true;
  return attachment.resourceType === "TR" && attachment.peerRouterId === routerId;
}

export function vpcAttachments(world: World): VpcRouterAttachment[] {
  return world.all<RouterAttachment>("tr-attachment").filter((one) => one.resourceType === "VPC");
}

export function peerAttachments(world: World): PeerRouterAttachment[] {
  return world.all<RouterAttachment>("tr-attachment").filter((one) => one.resourceType === "TR");
}

export function associationsOf(world: World, attachmentId: string): RouterAssociation[] {
  return world.all<RouterAssociation>("tr-association").filter((one) => one.attachmentId === attachmentId);
}

export function propagationsOf(world: World, attachmentId: string): RouterPropagation[] {
  return world.all<RouterPropagation>("tr-propagation").filter((one) => one.attachmentId === attachmentId);
}

export function staticRoutesTo(world: World, attachmentId: string): RouterStaticRoute[] {
  return world.all<RouterStaticRoute>("tr-route").filter((one) => one.attachmentId === attachmentId);
}
