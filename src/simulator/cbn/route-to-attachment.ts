import { Refusal, type SimRequest } from "../action.ts";
import type { RouteTable } from "../vpc/things.ts";
import type { World } from "../world.ts";
import { text } from "./fields.ts";
import { ownCen } from "./lookups.ts";
import type { VpcRouterAttachment } from "./things.ts";
import { writeParameters } from "./write-parameters.ts";

/** A route of a VPC's table to its attachment is named by these; it has no id here. */
export const routeParameters = {
  CenId: { type: "string", required: true },
  RouteTableId: { type: "string", required: true },
  DestinationCidrBlock: { type: "string", required: true },
  TransitRouterAttachmentId: { type: "string", required: true },
  ...writeParameters,
} as const;

/**
 * The VPC's own action does the work, as the table's owner: its rules and codes hold here too (assumption: the error table of this
 * page is not known).
 */
export function asOwnerOfTable(world: World, request: SimRequest): SimRequest {
  const cen = ownCen(world, request.uid, text(request, "CenId"));
  const id = text(request, "TransitRouterAttachmentId");
  const attachment = world.find<VpcRouterAttachment>("tr-attachment", id);
  if (attachment?.cenId !== cen.id || attachment.resourceType !== "VPC") {
    throw new Refusal(404, "ResourceNotFound.TransitRouterAttachment", "The attachment does not exist.");
  }
  const table = openTable(world, request.uid, attachment, text(request, "RouteTableId"));
  const { DestinationCidrBlock } = request.params;
  const params = { RouteTableId: table.id, DestinationCidrBlock, NextHopType: "Attachment", NextHopId: id };
  return { ...request, uid: table.uid, params };
}

/**
 * A table of the attached VPC. Whether the CEN's owner may touch those of another account is written nowhere: a switch, and the
 * code an assumption.
 */
export function openTable(world: World, uid: string, attachment: VpcRouterAttachment, tableId: string): RouteTable {
  const table = world.find<RouteTable>("route-table", tableId);
  const isIts = table?.vpcId === attachment.vpcId;
  if (isIts && (table.uid === uid || world.state.switches.hubMayRouteInSpokes)) return table;
  if (isIts) throw new Refusal(403, "Forbidden", "The route table belongs to another account.");
  throw new Refusal(404, "InvalidRouteTableId.NotFound", "The route table does not exist.");
}
