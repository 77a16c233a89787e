import { Refusal, type SimRequest } from "../action.ts";
import type { World } from "../world.ts";
import { endsAt, ownAttachment, ownRouterTable } from "./router-lookups.ts";
import type { RouterAttachment, RouterRouteTable } from "./things.ts";
import { writeParameters } from "./write-parameters.ts";

/** What associations and propagations are made of. */
export const pairParameters = {
  TransitRouterAttachmentId: { type: "string", required: true },
  TransitRouterRouteTableId: { type: "string", required: true },
  ...writeParameters,
} as const;

export interface TablePair {
  readonly attachment: RouterAttachment;
  readonly table: RouterRouteTable;
  readonly locks: readonly string[];
}

/**
 * An attachment and a table of a router that it ends at. Codes: those of EnableTransitRouterRouteTablePropagation's page, for
 * the others by assumption; `busyCode` while one of the two is being changed.
 */
export function readPair(world: World, request: SimRequest, busyCode = "IncorrectStatus.Status"): TablePair {
  const attachment = ownAttachment(world, request, "InvalidAttachmentId.NotFound", 404);
  const table = ownRouterTable(world, request, "InvalidRouteTableId.NotFound", 404);
  if (!endsAt(attachment, table.routerId)) {
    throw new Refusal(400, "IllegalParam.TransitRouterTableId", "The table is not one of the attachment's router.");
  }
  if (attachment.status !== "Attached" || table.status !== "Active") {
    throw new Refusal(400, busyCode, "The attachment or the route table is being changed.");
  }
  return { attachment, table, locks: [`tr:${table.routerId}`] };
}
