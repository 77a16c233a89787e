import type { ItemKey } from "../keys.ts";
import { sortedSpan, spanOf } from "../network/cen-areas.ts";
import { mayExchange } from "../network/isolation.ts";
import type { BandwidthPackage, Network, Vpc } from "../network/network.ts";
import { grantRef } from "./refs.ts";

/** The grants without which a VPC of the CEN's owner would be on the CEN for nobody: all that it may exchange with is another account's. */
export function grantsForVpc(network: Network, { name, account }: Vpc): readonly ItemKey[] {
  if (account !== network.hub || network.branches.some((branch) => mayExchange(network, branch.name, name))) return [];
  return grantsOf(
    network,
    network.vpcs.filter((one) => mayExchange(network, name, one.name)),
  );
}

/** Those without which nothing would go over a package: each of its connections ends where all VPCs are another account's. */
export function grantsForPackage(network: Network, { areas }: BandwidthPackage): readonly ItemKey[] {
  const span = sortedSpan(areas).join();
  const served = network.connections.filter((one) => one.paidBy === "package" && spanOf(one, network)?.join() === span);
  const missing = served.map(({ between }) => between.flatMap((end) => grantsOf(network, vpcsAt(network, end))));
  // The first of them that carries is worth the money.
  const [fewest = []] = missing.toSorted((one, other) => one.length - other.length);
  return fewest;
}

function vpcsAt({ vpcs }: Network, end: string): readonly Vpc[] {
  return vpcs.filter((vpc) => [vpc.name, vpc.region].includes(end));
}

/** None where one of the VPCs is the CEN owner's own. */
function grantsOf({ hub }: Network, vpcs: readonly Vpc[]): readonly ItemKey[] {
  return vpcs.some((vpc) => vpc.account === hub) ? [] : vpcs.map((vpc) => grantRef(vpc).key);
}
