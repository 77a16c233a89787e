import { expect, it } from "vitest";
import { probe } from "../../../src/simulator/data-plane/probe.ts";
import { scenarios } from "../../../src/simulator/scenarios/index.ts";
import { createSimulatedCloud } from "../../../src/simulator/simulated-cloud.ts";
import type { World } from "../../../src/simulator/world.ts";

const open = (scenario: string): World => createSimulatedCloud({ scenario }).world;
const ids = (world: World, kind: string) => world.all(kind).map((thing) => thing.id);

const legacy = ["tutorial-a", "tutorial-a-empty", "tutorial-a-half-done"];

it("are listed, the three of the legacy cloud first, each under its own name and with a line about it", () => {
  expect(Object.keys(scenarios).slice(0, 3)).toEqual(legacy);
  for (const [name, scenario] of Object.entries(scenarios)) {
    expect(scenario.name).toBe(name);
    expect(scenario.about).toMatch(/^[A-Z].{40,110}\.$/);
  }
});

for (const name of legacy) {
  it(`${name} has an account that can buy, three VPCs, two servers, and no way in for a branch's ping`, () => {
    const world = open(name);
    const [hub] = world.state.accounts;
    expect(hub).toMatchObject({ uid: "1000000000000001", name: "hub", postpayOpen: true, realName: true });
    expect(hub?.keys).toEqual([{ id: "LTAI5tSimulatedHub0001", secret: "simulated-hub-secret-0001" }]);
    expect(world.all("vpc").map((vpc) => `${vpc.name} ${vpc.region} ${vpc.cidrBlock}`)).toEqual([
      "hangzhou-prod cn-hangzhou 10.1.0.0/16",
      "sv-prod us-west-1 10.0.0.0/16",
      "sandbox cn-hangzhou 172.16.0.0/16",
    ]);
    expect(world.all("instance")).toMatchObject([
      {
        id: "i-bp1hz0web4k7m2x9q3w1",
        privateIp: "10.1.0.10",
        status: "Running",
        cloudAssistant: true,
        zoneId: "cn-hangzhou-h",
      },
      {
        id: "i-rj9sv0web8d5n1c6t2y4",
        privateIp: "10.0.0.10",
        status: "Running",
        cloudAssistant: true,
        zoneId: "us-west-1a",
      },
    ]);
    expect(ids(world, "security-group")).toEqual(["sg-bp1hz0web4k7m2x9q3w1", "sg-rj9sv0web8d5n1c6t2y4"]);
    const rules = world.all("security-group").flatMap((group) => group.rules as { ipProtocol: string }[]);
    expect(rules.some((rule) => rule.ipProtocol === "ICMP" || rule.ipProtocol === "ALL")).toBe(false);
    expect(probe(world, { from: { cidr: "172.16.0.0/12" }, to: "10.1.0.10", protocol: "icmp" }).arrives).toBe(false);
  });

  it(`${name} hangs together: what one thing names, another is, and ids have their published form`, () => {
    const world = open(name);
    const all = new Set(Object.values(world.state.things).flatMap((things) => Object.keys(things)));
    const references = ["vpcId", "vSwitchId", "routeTableId", "cenId", "childId", "ccnId"];
    for (const thing of Object.values(world.state.things).flatMap((things) => Object.values(things))) {
      for (const field of references) if (thing[field] !== undefined) expect(all).toContain(thing[field]);
    }
    for (const id of ["vpc", "vswitch", "route-table", "transit-router"].flatMap((kind) => ids(world, kind))) {
      expect(id).toMatch(/^(vpc|vsw|vtb|tr)-[a-z0-9]{21}$/);
    }
    for (const id of ["cen", "ccn", "gateway"].flatMap((kind) => ids(world, kind)))
      expect(id).toMatch(/^[a-z]+-[a-z0-9]{18}$/);
  });

  it(`${name} is the legacy cloud, the same every time it is built`, () => {
    const world = open(name);
    expect(world.state.switches).toMatchObject({
      basicVpcAttachments: true,
      postpayPackages: true,
      ccnListShowsIsDefault: true,
      unpaidGatewayHasId: true,
    });
    expect(open(name).state).toEqual(world.state);
  });
}

it("tutorial-a has CEN, default CCN and both VPCs attached by Basic Edition, and nothing bought", () => {
  const world = open("tutorial-a");
  expect(world.all("cen")).toMatchObject([{ id: "cen-a7k2m9x4q1w8e5r3t6", name: "global", status: "Active" }]);
  expect(world.all("ccn")).toMatchObject([
    { id: "ccn-4kd82hx0pq7m3v9zt1", name: "default", isDefault: true, region: "cn-shanghai" },
  ]);
  expect(world.all("cen-attachment").map((one) => `${one.childId} ${one.status}`)).toEqual([
    "vpc-bp1hz0prod4k7m2x9q3w1 Attached",
    "vpc-rj9sv0prod8d5n1c6t2y4 Attached",
  ]);
  expect(world.all("transit-router").map((one) => `${one.regionId} ${one.edition}`)).toEqual([
    "cn-hangzhou Basic",
    "us-west-1 Basic",
  ]);
  expect([world.all("gateway"), world.all("cen-package"), world.state.ledger, world.state.agenda]).toEqual([
    [],
    [],
    [],
    [],
  ]);
});

it("tutorial-a-empty has neither CEN nor CCN", () => {
  const world = open("tutorial-a-empty");
  expect(["cen", "ccn", "cen-attachment", "transit-router", "gateway"].flatMap((kind) => ids(world, kind))).toEqual([]);
});

it("tutorial-a-half-done has a gateway online on the CCN, of no mark and a name of its own, its paid order, and the CCN on no CEN", () => {
  const world = open("tutorial-a-half-done");
  const [gateway] = world.all("gateway");
  expect(gateway).toMatchObject({
    id: "sag-h4lfd0ne7k2m9x4q1w",
    name: "beijing-sag",
    description: "",
    status: "Active",
    online: true,
    cidrs: ["172.16.0.0/12"],
    ccnId: "ccn-4kd82hx0pq7m3v9zt1",
  });
  expect(world.state.ledger).toMatchObject([{ orderId: gateway?.orderId, status: "paid", instanceIds: [gateway?.id] }]);
  expect(world.all("cen-attachment").some((one) => one.childType === "CCN")).toBe(false);
  expect(world.state.agenda).toMatchObject([{ event: "gateway.expired", at: gateway?.endTime }]);
});
