import { expect, it, test } from "vitest";
import { enterpriseScenarios } from "../../../src/simulator/scenarios/enterprise-scenarios.ts";
import { createSimulatedCloud } from "../../../src/simulator/simulated-cloud.ts";
import type { Thing, World } from "../../../src/simulator/world.ts";
import { ALL_PAIRS, reachingPairs } from "../data-plane/three-vpcs.ts";

const names = Object.keys(enterpriseScenarios);
const open = (name: string): World => {
  const scenario = enterpriseScenarios[name];
  if (!scenario) throw new Error(`no scenario ${name}`);
  return createSimulatedCloud({ scenario }).world;
};
const all = (world: World, kind: string, show: (thing: Thing) => string) => world.all(kind).map(show);

it("are five, each under its own name and with a line about it", () => {
  const tutorialB = ["tutorial-b", "tutorial-b-cross-region", "tutorial-b-isolated"];
  expect(names).toEqual([...tutorialB, "tutorial-a-today", "tutorial-a-today-empty"]);
  for (const [name, scenario] of Object.entries(enterpriseScenarios)) {
    expect(scenario.name).toBe(name);
    expect(scenario.about).toMatch(/^[A-Z].{40,110}\.$/);
  }
});

test.each(names)(
  "%s hangs together: what one thing names, another is, of the same owner where it has to be",
  (name) => {
    const world = open(name);
    const things = Object.values(world.state.things).flatMap((kind) => Object.values(kind));
    const known = new Set(things.map((thing) => thing.id));
    const references = "vpcId vSwitchId routeTableId cenId routerId tableId attachmentId instanceId nextHopId".split(
      " ",
    );
    for (const thing of things) {
      for (const field of references) if (thing[field] !== undefined) expect(known).toContain(thing[field]);
      for (const id of (thing.securityGroupIds as string[] | undefined) ?? []) expect(known).toContain(id);
      for (const one of (thing.zoneMappings as { vSwitchId: string; zoneId: string }[] | undefined) ?? []) {
        expect(world.find("vswitch", one.vSwitchId)).toMatchObject({ vpcId: thing.vpcId, zoneId: one.zoneId });
      }
      expect(world.state.accounts.map((account) => account.uid)).toContain(thing.uid);
    }
    expect(known.size).toBe(things.length);
    for (const kind of ["vswitch", "route-table", "security-group", "instance"]) {
      for (const thing of world.all(kind)) expect(world.find("vpc", String(thing.vpcId))?.uid).toBe(thing.uid);
    }
  },
);

test.each(names)("the ids of %s have their published form", (name) => {
  const world = open(name);
  const regional = ["vpc", "vswitch", "route-table", "transit-router", "tr-route-table", "instance", "security-group"];
  for (const { id } of regional.flatMap((kind) => world.all(kind))) {
    expect(id).toMatch(/^(vpc|vsw|vtb|tr|i|sg)-[a-z0-9]{20,21}$/);
  }
  for (const { id } of world.all("tr-attachment")) expect(id).toMatch(/^tr-attach-[a-z0-9]{18}$/);
  for (const { id } of world.all("cen")) expect(id).toMatch(/^cen-[a-z0-9]{18}$/);
  for (const { id } of world.all("route-entry")) expect(id).toMatch(/^rte-[a-z0-9]{21}$/);
});

test.each(names)(
  "%s is today's cloud, the same every time it is built, with nothing under way and nothing bought",
  (name) => {
    const { state } = open(name);
    expect(state.switches).toMatchObject({
      basicVpcAttachments: false,
      postpayPackages: false,
      ccnListShowsIsDefault: false,
      hubMayRouteInSpokes: false,
    });
    expect(open(name).state).toEqual(state);
    expect([state.agenda, state.ledger, state.locks]).toEqual([[], [], {}]);
  },
);

it("tutorial-b has two accounts with a key each, and the tutorial's VPCs, vSwitches and servers", () => {
  const world = open("tutorial-b");
  expect(world.state.accounts).toMatchObject([
    { uid: "1000000000000001", name: "hub", keys: [{ id: "LTAI5tSimulatedHub0001" }], transitRouterServiceOpen: true },
    {
      uid: "2000000000000002",
      name: "shop",
      keys: [{ id: "LTAI5tSimulatedShop001", secret: "simulated-shop-secret-001" }],
      transitRouterServiceOpen: false,
    },
  ]);
  expect(all(world, "vpc", (one) => `${one.name} ${one.uid} ${one.region} ${one.cidrBlock}`)).toEqual([
    "VPC1 1000000000000001 ap-southeast-1 10.0.0.0/16",
    "VPC2 1000000000000001 ap-southeast-1 172.16.0.0/16",
    "VPC3 2000000000000002 ap-southeast-1 192.168.0.0/16",
  ]);
  expect(all(world, "vswitch", (one) => `${one.name} ${one.zoneId} ${one.cidrBlock}`)).toEqual([
    "vSwitch 1 ap-southeast-1a 10.0.0.0/24",
    "vSwitch 2 ap-southeast-1b 10.0.1.0/24",
    "vSwitch 1 ap-southeast-1a 172.16.0.0/24",
    "vSwitch 2 ap-southeast-1b 172.16.1.0/24",
    "vSwitch 1 ap-southeast-1a 192.168.0.0/24",
    "vSwitch 2 ap-southeast-1b 192.168.1.0/24",
  ]);
  expect(all(world, "instance", (one) => `${one.name} ${one.privateIp} ${one.cloudAssistant}`)).toEqual([
    "ECS1 10.0.0.1 true",
    "ECS2 172.16.0.1 true",
    "ECS3 192.168.0.1 true",
  ]);
});

it("tutorial-b has VPC1 and VPC2 on CEN1 with everything that the console does, and VPC3 alone", () => {
  const world = open("tutorial-b");
  expect(all(world, "cen", (one) => `${one.name} ${one.status}`)).toEqual(["CEN1 Active"]);
  expect(all(world, "transit-router", (one) => `${one.regionId} ${one.edition}`)).toEqual([
    "ap-southeast-1 Enterprise",
  ]);
  expect(all(world, "tr-attachment", (one) => `${one.name} ${one.status}`)).toEqual([
    "attach1 Attached",
    "attach2 Attached",
  ]);
  const [association, propagation] = [world.all("tr-association"), world.all("tr-propagation")];
  expect([association.length, propagation.length, world.all("vpc-grant").length]).toEqual([2, 2, 0]);
  expect(world.find("vpc", "vpc-t4nvpc3h3j0s6u2z7g4p8")?.cens).toEqual([]);
  expect(
    all(world, "route-entry", (one) => `${one.destinationCidrBlock} ${String(one.nextHopId).slice(-18, -17)}`),
  ).toEqual([
    "10.0.0.0/8 1",
    "172.16.0.0/12 1",
    "192.168.0.0/16 1",
    "10.0.0.0/8 2",
    "172.16.0.0/12 2",
    "192.168.0.0/16 2",
  ]);
  expect(reachingPairs(world)).toEqual([]);
});

it("tutorial-b-cross-region has account B's VPC in Hangzhou, where CEN1 has no router", () => {
  const world = open("tutorial-b-cross-region");
  const regions = all(world, "vpc", (one) => `${one.name} ${one.region}`);
  expect(regions).toEqual(["VPC1 ap-southeast-1", "VPC2 ap-southeast-1", "VPC3 cn-hangzhou"]);
  expect(all(world, "transit-router", (one) => String(one.regionId))).toEqual(["ap-southeast-1"]);
  const zones = world.all("vswitch").filter((one) => one.region === "cn-hangzhou");
  expect(zones.map((one) => one.zoneId)).toEqual(["cn-hangzhou-h", "cn-hangzhou-i"]);
});

it("tutorial-b-isolated is open: all six ordered pairs, VPC3 granted, attached and routed", () => {
  const world = open("tutorial-b-isolated");
  expect(reachingPairs(world)).toEqual(ALL_PAIRS);
  expect(world.all("vpc-grant")).toMatchObject([{ uid: "2000000000000002", cenUid: "1000000000000001" }]);
  expect(world.all("tr-route-table")).toHaveLength(1);
});

it("tutorial-a-today has CEN and CCN as tutorial-a, no router, and vSwitches in two zones of both VPCs", () => {
  const [world, legacy] = [open("tutorial-a-today"), createSimulatedCloud({ scenario: "tutorial-a" }).world];
  for (const kind of ["cen", "ccn", "instance", "security-group"]) expect(world.all(kind)).toEqual(legacy.all(kind));
  expect([world.all("transit-router"), world.all("cen-attachment")]).toEqual([[], []]);
  const zones = all(world, "vswitch", (one) => `${one.zoneId} ${one.cidrBlock}`);
  expect(zones).toEqual(expect.arrayContaining(["cn-hangzhou-i 10.1.1.0/24", "us-west-1b 10.0.1.0/24"]));
  expect(world.state.accounts).toMatchObject([{ transitRouterServiceOpen: true }]);
});

it("tutorial-a-today-empty has neither CEN nor CCN, and the transit router service is not open", () => {
  const world = open("tutorial-a-today-empty");
  expect(["cen", "ccn", "transit-router", "gateway"].flatMap((kind) => world.all(kind))).toEqual([]);
  expect(world.state.accounts).toMatchObject([{ transitRouterServiceOpen: false }]);
});
