import type { Network, Vpc } from "../../network/network.ts";
import { ownerLine } from "../owner-line.ts";
import { payerOf } from "./payer.ts";

export function grantLine(network: Network, vpc: Vpc, cen: string, hubUid: string | undefined): string {
  return ownerLine("grant", network, vpc, { "cen-id": cen, "cen-owner": hubUid, payer: payerOf(vpc) });
}
