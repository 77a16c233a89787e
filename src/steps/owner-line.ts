import { markerOfName } from "../network/marker.ts";
import type { Network, Vpc } from "../network/network.ts";
import { commandLine } from "./words.ts";

/** What the owner of a VPC types, without any file of ours: what it makes belongs to the same network as if there were one. */
export function ownerLine(
  command: string,
  network: Network,
  vpc: Vpc,
  flags: Readonly<Record<string, string | undefined>>,
): string {
  const uid = network.accounts.find((one) => one.name === vpc.account)?.uid;
  return commandLine(command, {
    name: vpc.name,
    network: network.name,
    marker: network.marker === markerOfName(network.name) ? undefined : network.marker,
    vpc: vpc.id,
    region: vpc.region,
    "vpc-account": uid ?? vpc.account,
    ...flags,
  });
}
