import { cenStatus } from "./cen.ts";
import { type ActionRow, locking, row } from "./row.ts";

const busy = [cenStatus, "InstanceStatus.NotSupport"];

// Sources: published error tables of each action; codes that the official Terraform provider repeats or takes for "gone", 2026-08.
/** The writes that connect VPCs to transit routers. */
export const vpcAttachmentRows: readonly ActionRow[] = [
  row("Cbn", "CreateTransitRouterVpcAttachment", "token", {
    bills: "use",
    locks: locking(["tr", "TransitRouterId"], ["vpc", "VpcId"]),
    busy,
    refused: [
      "Duplicated.ZoneMapping",
      "OperationFailed.VSwitchNotFound",
      "OperationFailed.VSwitchIpv6CidrNotAllocated",
      "USER_NOT_OPEN_TR_SERVICE",
    ],
  }),
  row("Cbn", "UpdateTransitRouterVpcAttachmentAttribute", "token", { busy }),
  row("Cbn", "DeleteTransitRouterVpcAttachment", "token", {
    already: ["InvalidTransitRouterAttachmentId.NotFound"],
    busy,
  }),
];
