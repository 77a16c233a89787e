import { isPrivate } from "./addresses.ts";
import type { Network } from "./network.ts";

/** Whether `from` may open connections to `to`, by name; without `reach:` everybody may reach everybody. */
export function mayReach(network: Network, from: string, to: string): boolean {
  return from !== to && (network.reach === undefined || (network.reach[from] ?? []).includes(to));
}

/** The private CIDR blocks of the branches that may reach a VPC: the sources its security groups let in. */
export function sourcesFor(network: Network, vpcName: string): string[] {
  return network.branches
    .filter((branch) => mayReach(network, branch.name, vpcName))
    .flatMap((branch) => branch.cidrs.filter(isPrivate));
}

/** The names of the other VPCs that may reach a VPC; their CIDR blocks are known to the cloud only. */
export function vpcSourcesFor(network: Network, vpcName: string): string[] {
  return network.vpcs.filter((vpc) => mayReach(network, vpc.name, vpcName)).map((vpc) => vpc.name);
}
