import { isPrivate } from "./addresses.ts";
import type { Network } from "./network.ts";

/** Whether `from` may open connections to `to`, by name; without `reach:` everybody may reach everybody. */
export function mayReach(network: Network, from: string, to: string): boolean {
  return from !== to && (network.reach === undefined || (network.reach[from] ?? []).includes(to));
}

/** A block of addresses, and whose it is. */
export interface SourceBlock {
  readonly of: string;
  readonly cidr: string;
}

/** The private CIDR blocks of the branches that may reach a VPC: the sources its security groups let in. */
export function sourcesFor(network: Network, vpcName: string): string[] {
  return branchBlocks(network, vpcName).flatMap(({ cidr }) => (isPrivate(cidr) ? [cidr] : []));
}

/** Their other blocks: sagctl lets them in nowhere, whoever wants that makes a rule of their own. */
export function publicSourcesFor(network: Network, vpcName: string): readonly SourceBlock[] {
  return branchBlocks(network, vpcName).filter(({ cidr }) => !isPrivate(cidr));
}

function branchBlocks(network: Network, vpcName: string): readonly SourceBlock[] {
  const branches = network.branches.filter((branch) => mayReach(network, branch.name, vpcName));
  return branches.flatMap(({ name, cidrs }) => cidrs.map((cidr) => ({ of: name, cidr })));
}

/** The names of the other VPCs that may reach a VPC; their CIDR blocks are known to the cloud only. */
export function vpcSourcesFor(network: Network, vpcName: string): string[] {
  return network.vpcs.filter((vpc) => mayReach(network, vpc.name, vpcName)).map((vpc) => vpc.name);
}
