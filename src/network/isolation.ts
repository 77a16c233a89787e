import { regionOfEnd } from "./cen-areas.ts";
import type { Network } from "./network.ts";
import { mayReach } from "./reach.ts";

/** A route table of a region's transit router beside its default one. */
export interface IsolationTable {
  /** That of its first member: it stays when others join. */
  readonly name: string;
  /** The VPCs whose packets are looked up in it. */
  readonly members: readonly string[];
  /** The VPCs whose routes it holds. */
  readonly learnsFrom: readonly string[];
}

/** Whether packets go to and fro between two VPCs; without a route back nobody gets an answer. */
export function mayExchange(network: Network, one: string, other: string): boolean {
  return mayReach(network, one, other) || mayReach(network, other, one);
}

/**
 * The tables that keep a region's VPCs apart as `reach:` says; none where all of them may exchange with all: then the default
 * table serves. VPCs that may exchange with the same ones share a table. Source: the tutorial's second question.
 */
export function isolationIn(network: Network, region: string): readonly IsolationTable[] {
  const names = network.vpcs.filter((vpc) => vpc.region === region).map((vpc) => vpc.name);
  const partners = new Map(names.map((name) => [name, names.filter((other) => mayExchange(network, name, other))]));
  if (names.every((name) => partners.get(name)?.length === names.length - 1)) return [];
  const isAlike = (one: string, other: string) => {
    const without = (name: string) => partners.get(name)?.filter((each) => each !== one && each !== other);
    return without(one)?.join() === without(other)?.join();
  };
  const firsts = names.filter((name, index) => !names.slice(0, index).some((earlier) => isAlike(earlier, name)));
  return firsts.map((name) => {
    const members = names.filter((other) => isAlike(name, other));
    const learnsFrom = names.filter((other) => members.some((member) => partners.get(member)?.includes(other)));
    return { name, members, learnsFrom };
  });
}

/** The table that a VPC's packets are looked up in; undefined: the default one. */
export function tableOf(network: Network, { name, region }: { readonly name: string; readonly region: string }) {
  return isolationIn(network, region).find((table) => table.members.includes(name));
}

/**
 * Whether other regions are connected to this one. A connection uses the default table, and is open to every VPC of both regions:
 * whom it joins, their security groups alone keep apart.
 */
export function isConnected(network: Network, region: string): boolean {
  return network.connections.some(({ between }) => between.some((end) => regionOfEnd(end, network) === region));
}
