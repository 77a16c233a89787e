import { say } from "../text.ts";
import type { Block } from "./block.ts";
import { branchBlock, isAttached } from "./branch-proof.ts";
import { connectionBlock } from "./connection-proof.ts";
import type { Described, DescribedDestination } from "./described.ts";
import { groupBlock } from "./group-proof.ts";
import { routeBlock } from "./route-proof.ts";
import type { PathVerdict } from "./verdict.ts";

/**
 * Whether the configuration, as read, carries the branch's traffic to each destination and back. Sends nothing. For a CEN
 * whose routers are all of Basic Edition.
 */
export function provePaths(described: Described): readonly PathVerdict[] {
  return described.destinations.map((to) => prove(described, to));
}

function prove(described: Described, to: DescribedDestination): PathVerdict {
  const onTheWay = [branchBlock, attachmentBlock, connectionBlock, routeBlock, admissionBlock];
  const blocks = onTheWay.flatMap((blockOf) => blockOf(described, to) ?? []);
  const stop = blocks.find((block) => !block.letsProbesPass);
  const firstBlock = stop ?? blocks[0];
  if (firstBlock === undefined) return { to: to.name, reachable: "proven" };
  return { to: to.name, reachable: stop ? "no" : "probe-only", firstBlock };
}

function attachmentBlock({ attached }: Described, to: DescribedDestination): Block | undefined {
  if (isAttached(attached, to.vpcId)) return undefined;
  return {
    what: say`The VPC ${to.vpcId} of ${to.name} is not attached to the CEN.`,
    mend: say`sagctl attach --only ${to.name}`,
  };
}

function admissionBlock({ branch, traffic }: Described, to: DescribedDestination): Block | undefined {
  return groupBlock(to, branch.cidrs, traffic);
}
