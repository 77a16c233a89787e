import type { Network, Vpc } from "../../network/network.ts";
import { commandLine } from "../words.ts";
import { payerOf } from "./payer.ts";

/** What the owner of the VPC types, without any file of ours. */
export function grantLine(network: Network, vpc: Vpc, cen: string, hubUid: string | undefined): string {
  const uid = network.accounts.find((one) => one.name === vpc.account)?.uid;
  return commandLine("grant", {
    name: vpc.name,
    vpc: vpc.id,
    region: vpc.region,
    "vpc-account": uid ?? vpc.account,
    "cen-id": cen,
    "cen-owner": hubUid,
    payer: payerOf(vpc),
  });
}
