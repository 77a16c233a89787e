import { Refusal } from "../action.ts";
import { tokenPageOf } from "../paging.ts";
import type { RouteEntry } from "../vpc/things.ts";
import { cbnAction } from "./cbn-action.ts";
import { text } from "./fields.ts";
import { openTable } from "./route-to-attachment.ts";
import type { VpcRouterAttachment } from "./things.ts";
import { isWanted } from "./wanted.ts";
import { tokenPaging } from "./write-parameters.ts";

/** The routes to an attachment in one table of its VPC, for the CEN's owner and for the VPC's; no total is told. */
export const listCenChildInstanceRouteEntriesToAttachment = cbnAction({
  name: "ListCenChildInstanceRouteEntriesToAttachment",
  kind: "read",
  parameters: {
    ChildInstanceRouteTableId: { type: "string", required: true },
    TransitRouterAttachmentId: { type: "string", required: true },
    CenId: { type: "string" },
    ServiceType: { type: "string" },
    ...tokenPaging,
  },
  evidence: "metadata; ResourceNotFound.TransitRouterAttachment: Terraform provider; a route being deleted: assumption",
  handle(world, request) {
    const attachment = world.find<VpcRouterAttachment>("tr-attachment", text(request, "TransitRouterAttachmentId"));
    const isSeen = attachment?.uid === request.uid || attachment?.vpcOwnerId === request.uid;
    if (!attachment || !isSeen) {
      throw new Refusal(400, "ResourceNotFound.TransitRouterAttachment", "The attachment does not exist.");
    }
    const table = openTable(world, request.uid, attachment, text(request, "ChildInstanceRouteTableId"));
    const fits = isWanted<RouteEntry>(request, {
      CenId: () => attachment.cenId,
      ServiceType: (one) => one.serviceType,
    });
    const isHere = (one: RouteEntry) =>
      one.routeTableId === table.id && one.nextHopType === "Attachment" && one.nextHopId === attachment.id;
    const found = world.listed<RouteEntry>("route-entry").filter((one) => isHere(one) && fits(one));
    const { items, next } = tokenPageOf(found, request, { size: "MaxResults", usual: 20, most: 100 });
    world.call.transitional = items.some((one) => one.status !== "Available");
    return { RouteEntry: items.map((one) => shown(one, attachment)), NextToken: next };
  },
});

function shown(entry: RouteEntry, attachment: VpcRouterAttachment): Record<string, unknown> {
  return {
    CenId: attachment.cenId,
    ChildInstanceRouteTableId: entry.routeTableId,
    TransitRouterAttachmentId: attachment.id,
    DestinationCidrBlock: entry.destinationCidrBlock,
    ServiceType: entry.serviceType ?? "",
    Status: entry.status === "Deleting" ? "Modifying" : entry.status,
  };
}
