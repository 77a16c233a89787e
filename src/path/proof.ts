import { say } from "../text.ts";
import type { Block } from "./block.ts";
import { branchBlock, isAttached } from "./branch-proof.ts";
import { connectionBlock } from "./connection-proof.ts";
import type { Described, DescribedDestination } from "./described.ts";
import { routeBlock } from "./route-proof.ts";
import { admits, type Traffic } from "./security-group.ts";

export interface PathVerdict {
  readonly to: string;
  /** probe-only: a ping passes on free test bandwidth, real traffic is lost. */
  readonly reachable: "proven" | "probe-only" | "no";
  /** What stops it first on the way from the branch. */
  readonly firstBlock?: Block;
}

/** Whether the configuration, as read, carries the branch's traffic to each destination and back. Sends nothing. */
export function provePaths(described: Described): readonly PathVerdict[] {
  return described.destinations.map((to) => prove(described, to));
}

function prove(described: Described, to: DescribedDestination): PathVerdict {
  const onTheWay = [branchBlock, attachmentBlock, connectionBlock, routeBlock, groupBlock];
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

function groupBlock({ branch, traffic }: Described, to: DescribedDestination): Block | undefined {
  const rules = to.groups.flatMap((group) => group.rules);
  const ids = to.groups.map((group) => group.id).join(", ");
  for (const wanted of traffic) {
    for (const source of branch.cidrs) {
      const admission = admits(rules, { ...wanted, source });
      if (admission === "accepted") continue;
      const name = nameOf(wanted);
      const what =
        admission === "dropped"
          ? say`A Drop rule at ${to.name} (${ids}) keeps ${name} from ${source} out.`
          : say`No rule at ${to.name} (${ids}) lets ${name} from ${source} in.`;
      return { what, mend: say`sagctl security-group --only ${to.name}` };
    }
  }
  return undefined;
}

function nameOf({ protocol, port }: Traffic): string {
  const name = protocol.toUpperCase();
  if (port === undefined) return name;
  return typeof port === "number" ? `${name} ${port}` : `${name} ${port.first}-${port.last}`;
}
