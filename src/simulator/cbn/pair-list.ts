import type { SimRequest } from "../action.ts";
import type { World } from "../world.ts";
import type { RouterAssociation, RouterAttachment, RouterPropagation } from "./things.ts";
import { nextPage } from "./token-page.ts";
import { isWanted } from "./wanted.ts";
import { tokenPaging } from "./write-parameters.ts";

type Pair = RouterAssociation | RouterPropagation;

/** What both lists take; 50 a page where others have 20. Source: SDK model. */
export const pairListParameters = {
  TransitRouterAttachmentId: { type: "string" },
  TransitRouterAttachmentResourceId: { type: "string" },
  TransitRouterAttachmentResourceType: { type: "string", oneOf: ["VPC", "VBR", "TR", "VPN"] },
  Status: { type: "string" },
  ...tokenPaging,
} as const;

/** A page of the caller's pairs of a kind. */
export function pagedPairs(world: World, request: SimRequest, kind: "tr-association" | "tr-propagation") {
  const own = world.listed<Pair>(kind).filter((one) => one.uid === request.uid);
  const resource = (one: Pair) => resourceOf(world, one);
  const fits = isWanted<Pair>(request, {
    TransitRouterRouteTableId: (one) => one.tableId,
    TransitRouterAttachmentId: (one) => one.attachmentId,
    TransitRouterAttachmentResourceId: (one) => resource(one).ResourceId,
    TransitRouterAttachmentResourceType: (one) => resource(one).ResourceType,
    Status: (one) => one.status,
  });
  const { items, echo } = nextPage(own.filter(fits), request, 50);
  world.call.transitional = items.some((one) => one.status !== "Active");
  const shown = (one: Pair) => ({
    TransitRouterAttachmentId: one.attachmentId,
    TransitRouterRouteTableId: one.tableId,
    ...resource(one),
    Status: one.status,
  });
  return { rows: items.map(shown), echo };
}

/** The VPC, or the router at the other end (assumption: of a connection no sample is known). */
function resourceOf(world: World, pair: Pair): { ResourceId: string; ResourceType: string } {
  const attachment = world.find<RouterAttachment>("tr-attachment", pair.attachmentId);
  if (!attachment) return { ResourceId: "", ResourceType: "" };
  if (attachment.resourceType === "VPC") return { ResourceId: attachment.vpcId, ResourceType: "VPC" };
  const other = attachment.routerId === pair.routerId ? attachment.peerRouterId : attachment.routerId;
  return { ResourceId: other, ResourceType: "TR" };
}
