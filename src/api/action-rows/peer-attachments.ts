import { cenStatus } from "./cen.ts";
import { type ActionRow, row } from "./row.ts";

const busy = [cenStatus];

// Sources: published error tables of each action; codes that the official Terraform provider repeats, 2026-08.
/** The writes that connect transit routers of two regions; by data transfer they cost money, so a doubt is kept as one. */
export const peerAttachmentRows: readonly ActionRow[] = [
  row("Cbn", "CreateTransitRouterPeerAttachment", "token", {
    bills: "use",
    busy,
    refused: ["USER_NOT_OPEN_TR_SERVICE"],
  }),
  row("Cbn", "UpdateTransitRouterPeerAttachmentAttribute", "token", { bills: "use", busy }),
  row("Cbn", "DeleteTransitRouterPeerAttachment", "token", { busy }),
];
