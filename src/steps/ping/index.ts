import type { AnyStep } from "../../engine/step.ts";
import { branchPing } from "./from-branch.ts";
import { vpcPing } from "./from-vpc.ts";

export type { PingFacts } from "./item.ts";

/** The proof: the configuration as read carries the traffic, and a ping answers; from each branch, and from VPC to VPC. */
export const ping: AnyStep = {
  ...branchPing,
  nodes: (network) => [...branchPing.nodes(network), ...vpcPing.nodes(network)],
};
