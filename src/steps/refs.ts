import type { Ref } from "../engine/step.ts";
import { itemKey } from "../keys.ts";
import type { Branch, Network, Vpc } from "../network/network.ts";
import type { Edition } from "../path/described.ts";

/** Facts that more than one step needs, and the pointers to the items that tell them. */
export interface CenFacts {
  readonly id: string;
}
export interface CcnFacts {
  readonly id: string;
}
export interface GatewayFacts {
  readonly id: string;
  /** As long as the diary holds it: a lost diary costs the number, not the gateway. */
  readonly orderId?: string;
}
export interface RouterFacts {
  readonly edition: Edition;
  readonly id: string;
}
export interface AttachFacts {
  /** Of the VPC. */
  readonly id: string;
  readonly edition: Edition;
  /** Of the attachment, `tr-attach-…`; Basic Edition has none. */
  readonly attachment?: string;
}

/** A route table that keeps VPCs apart, beside the default one of its region's transit router. */
export interface TableFacts {
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

/** The transit router of one region; of which edition it is decides the calls of all that follows. */
export function routerRef(region: string): Ref<RouterFacts> {
  return { key: itemKey("transit-router", region) };
}

/** The word of another account's VPC that the CEN's owner may attach it. */
export function grantRef(vpc: Vpc): Ref<unknown> {
  return { key: itemKey("grant", vpc.name) };
}

/** The connection of a VPC with the transit router of its region. */
export function attachRef(vpc: Vpc): Ref<AttachFacts> {
  return { key: itemKey("attach", vpc.name) };
}

/** Of the tables that network/isolation.ts asks for; a connection with another region propagates to each of its region's. */
export function tableRef(region: string, name: string): Ref<TableFacts> {
  return { key: itemKey("route-tables", `${region}/table-${name}`) };
}

/** All items of a step, one for each branch, to come after. */
export function eachBranch(step: string, network: Network): readonly `${string}/${string}`[] {
  return network.branches.map((branch) => itemKey(step, branch.name));
}
