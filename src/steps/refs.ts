import type { Ref } from "../engine/step.ts";
import { itemKey } from "../keys.ts";
import type { Branch, Network, Vpc } from "../network/network.ts";

/** Facts that more than one step needs, and the pointers to the items that tell them. */
export interface CenFacts {
  readonly id: string;
}
export interface CcnFacts {
  readonly id: string;
}
export interface GatewayFacts {
  readonly id: string;
}

export function cenRef(network: Network): Ref<CenFacts> {
  return { key: itemKey("cen", network.cen.name) };
}

export function ccnRef(network: Network): Ref<CcnFacts> {
  return { key: itemKey("ccn", network.ccn.area) };
}

export function gatewayRef(branch: Branch): Ref<GatewayFacts> {
  return { key: itemKey("purchase", branch.name) };
}

export function attachRef(vpc: Vpc): Ref<unknown> {
  return { key: itemKey("attach", vpc.name) };
}

/** All items of a step, one for each branch, to come after. */
export function eachBranch(step: string, network: Network): readonly `${string}/${string}`[] {
  return network.branches.map((branch) => itemKey(step, branch.name));
}
