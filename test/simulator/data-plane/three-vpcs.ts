import { type ProbeReport, probe } from "../../../src/simulator/data-plane/probe.ts";
import { VPC1, VPC2, VPC3, type VpcOfThree } from "../../../src/simulator/scenarios/put-three-vpcs.ts";
import type { World } from "../../../src/simulator/world.ts";

const three = [VPC1, VPC2, VPC3];

/** The server of each VPC of tutorial B. */
export function serverOf({ tail, net }: VpcOfThree): { id: string; address: string } {
  return { id: `i-${tail.replace("vpc", "ecs")}`, address: `${net}.0.1` };
}

export function pingBetween(world: World, from: VpcOfThree, to: VpcOfThree): ProbeReport {
  return probe(world, { from: { instanceId: serverOf(from).id }, to: serverOf(to).address, protocol: "icmp" });
}

/** The ordered pairs that reach each other: `1>3`. */
export function reachingPairs(world: World, vpcs: readonly VpcOfThree[] = three): string[] {
  const pairs = vpcs.flatMap((from) => vpcs.filter((to) => to !== from).map((to) => ({ from, to })));
  const reaching = pairs.filter(({ from, to }) => pingBetween(world, from, to).arrives);
  return reaching.map(({ from, to }) => `${from.number}>${to.number}`);
}

export const ALL_PAIRS: readonly string[] = ["1>2", "1>3", "2>1", "2>3", "3>1", "3>2"];
