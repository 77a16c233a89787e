import { describe, expect, it } from "vitest";
import { probe } from "../../../src/simulator/data-plane/probe.ts";
import type { SecurityGroup } from "../../../src/simulator/ecs/things.ts";
import { LivingWorld } from "../../../src/simulator/living-world.ts";
import { FAR_VPC3, VPC1, VPC2, VPC3, type VpcOfThree } from "../../../src/simulator/scenarios/put-three-vpcs.ts";
import type { World, WorldState } from "../../../src/simulator/world.ts";
import { reachingPairs } from "../../simulator/data-plane/three-vpcs.ts";
import type { TwoPeople } from "../../simulator/scenarios/two-people.ts";
import type { Boundary } from "../../support/crash.ts";
import { openEnterprise } from "../enterprise.ts";
import { crossRegionDone, startIn, tutorialBDone } from "./built-by-hand.ts";

interface Moment {
  readonly state: WorldState;
  /** Which pairs the simulated network carries, by following packets: `1>3`. */
  readonly carried: readonly string[];
}

/** The world after each write, and again when its work is done, with what gets through at that moment. */
function momentsOf(build: (watch: (cloud: TwoPeople) => void) => WorldState, vpcs: readonly VpcOfThree[]): Moment[] {
  const moments: Moment[] = [];
  build(({ world }) => {
    moments.push({ state: structuredClone(world.state), carried: reachingPairs(world, vpcs) });
  });
  return moments;
}

/** Which pairs the proof would ping, from the configuration as it is read through the API. */
async function provenPairs(scenario: string, { state }: Moment): Promise<string[]> {
  const rig = await openEnterprise(scenario, { build: startIn(state) });
  try {
    const { rows } = await rig.plan();
    const proven = rows.filter((row) => row.item.startsWith("ping/") && row.verdict.is === "probe");
    return proven.map(({ item }) => pairOf(item)).toSorted();
  } finally {
    await rig.close();
  }
}

/** `1>3` of the three VPCs, `beijing/hangzhou` of others. */
function pairOf(item: string): string {
  const [, from = "", to = ""] = item.split("/");
  const [a, b] = [from, to].map((name) => /^vpc(\d)$/.exec(name)?.[1]);
  return a && b ? `${a}>${b}` : `${from}/${to}`;
}

/** Where the two differ, in words; nothing: they agree. */
async function differences(scenario: string, moments: readonly Moment[]): Promise<string[]> {
  const found: string[] = [];
  for (const [at, moment] of moments.entries()) {
    const proven = await provenPairs(scenario, moment);
    if (proven.join() !== moment.carried.join()) found.push(`${at}: proven ${proven}, carried ${moment.carried}`);
  }
  return found;
}

function howMany(moments: readonly Moment[]): number[] {
  return [...new Set(moments.map(({ carried }) => carried.length))].toSorted();
}

const patience = { timeout: 120_000 };

describe("the proof by configuration and the packets of the simulated network agree", () => {
  it("after every write of tutorial B by hand, under way and settled", patience, async () => {
    const moments = momentsOf(tutorialBDone, [VPC1, VPC2, VPC3]);
    expect(howMany(moments)).toEqual([1, 2, 4, 6]);
    expect(await differences("tutorial-b", moments)).toEqual([]);
  });

  it("after every write of two regions by hand", patience, async () => {
    const moments = momentsOf(crossRegionDone, [VPC1, VPC2, FAR_VPC3]);
    expect(howMany(moments)).toEqual([1, 2, 6]);
    expect(await differences("tutorial-b-cross-region", moments)).toEqual([]);
  });

  it("when any one association, propagation, route, attachment or rule is missing in the end", patience, async () => {
    const moments = withoutEach(crossRegionDone(), [VPC1, VPC2, FAR_VPC3]);
    expect(moments.length).toBeGreaterThan(25);
    expect(howMany(moments)).toEqual([2, 4, 6]);
    expect(await differences("tutorial-b-cross-region", moments)).toEqual([]);
  });
});

const servers = {
  hangzhou: { instanceId: "i-bp1hz0web4k7m2x9q3w1", address: "10.1.0.10" },
  "silicon-valley": { instanceId: "i-rj9sv0web8d5n1c6t2y4", address: "10.0.0.10" },
};

/** `beijing/hangzhou`, of office and VPCs on today's cloud: what the simulated network carries. */
function carriedToday(world: World): string[] {
  const ends = Object.entries(servers);
  const starts = [["beijing", { cidr: "172.16.0.0/12" }] as const, ...ends];
  const pairs = starts.flatMap(([from, start]) =>
    ends
      .filter(([to]) => to !== from)
      .map(([to, { address }]) => ({ pair: `${from}/${to}`, from: start, to: address })),
  );
  const arriving = pairs.filter(
    ({ from, to }) => probe(world, { from, to, protocol: "icmp", class: "service" }).arrives,
  );
  return arriving.map(({ pair }) => pair).toSorted();
}

describe("on today's cloud, with an office behind a Basic Edition router", () => {
  it("they agree after every write of sagctl", patience, async () => {
    const built = await openEnterprise("tutorial-a-today-empty");
    const moments: { state: WorldState; carried: readonly string[] }[] = [];
    const reached = async ({ at }: Boundary) => {
      const { world } = built.cloud;
      if (at === "after-send") moments.push({ state: structuredClone(world.state), carried: carriedToday(world) });
    };
    await built.run({ reached });
    moments.push({ state: structuredClone(built.cloud.world.state), carried: carriedToday(built.cloud.world) });
    await built.close();
    expect([moments.length, moments.at(-1)?.carried.length]).toEqual([40, 4]);
    expect(await differences("tutorial-a-today-empty", moments)).toEqual([]);
  });
});

const kinds = ["tr-association", "tr-propagation", "route-entry", "tr-attachment", "security-group"];

/** The finished world without one thing, for each thing that carries packets; of a security group its rules are taken. */
function withoutEach(state: WorldState, vpcs: readonly VpcOfThree[]): Moment[] {
  const things = kinds.flatMap((kind) => Object.keys(state.things[kind] ?? {}).map((id) => ({ kind, id })));
  return things.map(({ kind, id }) => {
    const world = new LivingWorld(structuredClone(state), {});
    if (kind === "security-group")
      world.put(kind, { ...world.find<SecurityGroup>(kind, id), rules: [] } as SecurityGroup);
    else world.remove(kind, id);
    return { state: world.state, carried: reachingPairs(world, vpcs) };
  });
}
