import { afterEach, describe, expect, it } from "vitest";
import { deleteVpcRoute } from "../../src/api/vpc-routes.ts";
import { ATTACHMENTS } from "../../src/simulator/scenarios/connect-to-singapore.ts";
import { VPC1, VPC3 } from "../../src/simulator/scenarios/put-three-vpcs.ts";
import type { RouteEntry, RouteTable, Vpc, VSwitch } from "../../src/simulator/vpc/things.ts";
import type { World } from "../../src/simulator/world.ts";
import { createMemoryStore } from "../../src/state/memory-store.ts";
import type { Boundary } from "../support/crash.ts";
import { openRig, type Rig } from "../support/rig.ts";
import { doByHand } from "./by-hand.ts";
import { type EnterpriseRig, endOf, exampleBut, ofSteps, planned, writesIn } from "./enterprise.ts";
import { compareWithPlan } from "./planned-calls.ts";
import { Rigs } from "./rigs.ts";

const PRIVATE = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16"];
const TABLE3 = `vtb-${VPC3.tail}`;
const only = ofSteps("vpc-routes");
const untilRoutes = ofSteps("grant", "attach", "route-tables", "vpc-routes");
const rigs = new Rigs();

afterEach(() => rigs.close());

function openB(options: EnterpriseRig = {}): Promise<Rig> {
  return rigs.at("tutorial-b", options);
}

function routesIn({ cloud }: Rig, table = TABLE3): readonly RouteEntry[] {
  return cloud.world.all<RouteEntry>("route-entry").filter((one) => one.routeTableId === table);
}

const cidrsIn = (rig: Rig, table = TABLE3) => routesIn(rig, table).map((one) => one.destinationCidrBlock);

function entry(cidr: string, hop: Partial<RouteEntry> = {}): RouteEntry {
  const owned = { uid: VPC3.uid, region: VPC3.region, routeTableId: TABLE3, name: "", description: "" };
  const base = { nextHopType: "Instance", nextHopId: `i-${VPC3.tail.replace("vpc", "ecs")}`, modifiedAt: 0 };
  const route = { ...owned, ...base, type: "Custom", status: "Available", destinationCidrBlock: cidr } as const;
  return { ...route, id: `rte-${cidr}`, ...hop };
}

describe("the way from a VPC to its transit router", () => {
  it("is three routes in its table, marked as sagctl's, and none more in VPCs that have them", async () => {
    const rig = await openB();
    const ran = await rig.run({ only: untilRoutes });
    expect(writesIn(ran).filter((action) => action === "CreateRouteEntry")).toHaveLength(3);
    expect(compareWithPlan(ran.plan, ran.sent)).toEqual({ plannedOnly: [], sentOnly: [] });
    expect(cidrsIn(rig).sort()).toEqual(PRIVATE);
    const hops = routesIn(rig).map((one) => [one.nextHopType, one.nextHopId.slice(0, 10), one.description.slice(0, 7)]);
    expect(hops).toEqual(Array(3).fill(["Attachment", "tr-attach-", "sagctl-"]));
    expect((await rig.run({ only: untilRoutes })).sent).toEqual([]);
    expect((await rig.run({ only: untilRoutes, store: createMemoryStore() })).sent).toEqual([]);
  });

  it("is written into every route table of the VPC", async () => {
    const custom = "vtb-t4ncustom0000000000001";
    const rig = await openB({
      build: (world) => {
        const system = world.find<RouteTable>("route-table", TABLE3);
        world.put("route-table", { ...system, id: custom, type: "Custom" } as RouteTable);
      },
    });
    await rig.run({ only: untilRoutes });
    expect([cidrsIn(rig).sort(), cidrsIn(rig, custom).sort()]).toEqual([PRIVATE, PRIVATE]);
  });

  it("leads to an office outside the three blocks, too", async () => {
    const branch = "branches:\n  beijing: { cidrs: [100.1.0.0/16, 10.64.0.0/12], gateway: { id: sag-1 } }\n\nvpcs:\n";
    const connection = "connections:\n  - { between: [ccn, ap-southeast-1], bandwidthMbps: 2 }\n\nallow:";
    const rig = await openB({ text: exampleBut("tutorial-b", ["vpcs:\n", branch], ["allow:", connection]) });
    const ran = await rig.run({ only });
    expect(planned(ran, "vpc-routes/vpc1").words).toContain("route 100.1.0.0/16");
    expect(cidrsIn(rig, `vtb-${VPC1.tail}`)).toEqual([...PRIVATE, "100.1.0.0/16"]);
  });

  it("needs no route for a block that one vSwitch holds: it never leaves the VPC", async () => {
    const rig = await openB({
      build: (world) => {
        const vSwitch = world.find<VSwitch>("vswitch", `vsw-${VPC3.tail}`);
        world.put("vswitch", { ...vSwitch, cidrBlock: "192.168.0.0/16" } as VSwitch);
      },
    });
    const ran = await rig.run({ only: untilRoutes });
    expect(endOf(ran, "vpc-routes/vpc3").is).toBe("done");
    expect(cidrsIn(rig)).toEqual(["10.0.0.0/8", "172.16.0.0/12"]);
  });

  it("is the CEN's own work on Basic Edition", async () => {
    const rig = await rigs.keep(openRig({ scenario: "tutorial-a", wire: "none" }));
    const ran = await rig.run({ only: ofSteps("vpc-routes", "route-tables") });
    expect([...ran.ends.values()].filter((end) => end.is === "not-needed")).toHaveLength(4);
    const asked = ran.calls.map((call) => call.action);
    expect(asked).not.toContain("DescribeRouteEntryList");
    expect(asked).not.toContain("ListTransitRouterRouteTables");
  });
});

describe("what stops it before the first write", () => {
  const put = (...entries: readonly RouteEntry[]) => ({
    build: (world: World) => {
      for (const one of entries) world.put("route-entry", one);
    },
  });

  it("is an equal route that leads elsewhere: it is kept, and named", async () => {
    const rig = await openB(put(entry("172.16.0.0/12")));
    const ran = await rig.run({ only: untilRoutes });
    expect(ran.sent).toEqual([]);
    const { is, words } = endOf(ran, "vpc-routes/vpc3");
    expect(is).toBe("failed");
    expect(words).toContain(
      `Route table ${TABLE3} of vpc3 has routes that lead elsewhere: 172.16.0.0/12 to Instance i-`,
    );
    expect(routesIn(rig)).toHaveLength(1);
  });

  it("is a table without room for three more", async () => {
    const routes = Array.from({ length: 198 }, (_, index) => entry(`203.0.${index}.0/24`));
    const rig = await openB(put(...routes));
    const ran = await rig.run({ only: untilRoutes });
    expect(ran.sent).toEqual([]);
    expect(endOf(ran, "vpc-routes/vpc3").words).toContain("has 198 of 200 custom routes, and 3 more are needed");
  });

  it("is not a table with just enough room", async () => {
    const routes = Array.from({ length: 197 }, (_, index) => entry(`203.0.${index}.0/24`));
    const rig = await openB(put(...routes));
    await rig.run({ only: untilRoutes });
    expect(routesIn(rig)).toHaveLength(200);
  });
});

describe("afterwards", () => {
  it("a route that somebody deletes is written again", async () => {
    const rig = await openB();
    const of = { account: "hub", region: VPC1.region, vpc: `vpc-${VPC1.tail}`, table: `vtb-${VPC1.tail}` };
    const gone = deleteVpcRoute({ ...of, cidr: "192.168.0.0/16", attachment: ATTACHMENTS[1] });
    expect(await doByHand(rig, [gone])).toEqual(["answered"]);
    const ran = await rig.run({ only });
    expect(writesIn(ran)).toEqual(["CreateRouteEntry"]);
    expect(cidrsIn(rig, `vtb-${VPC1.tail}`).sort()).toEqual(PRIVATE);
  });

  it("undo deletes what sagctl wrote, known by its mark alone, and nothing that was there before", async () => {
    const rig = await openB();
    await rig.run({ only: untilRoutes });
    const ran = await rig.run({ way: "undo", only, store: createMemoryStore() });
    expect(writesIn(ran)).toEqual(["DeleteRouteEntry", "DeleteRouteEntry", "DeleteRouteEntry"]);
    expect(compareWithPlan(ran.plan, ran.sent)).toEqual({ plannedOnly: [], sentOnly: [] });
    expect([cidrsIn(rig), cidrsIn(rig, `vtb-${VPC1.tail}`)]).toEqual([[], PRIVATE]);
    expect(endOf(ran, "vpc-routes/vpc1")).toMatchObject({ is: "stays" });
  });

  // Source: the tutorial's undo order: routes, then propagation and association, then the attachment.
  it("undo is through with all of them before the transit router forgets the VPC", async () => {
    const rig = await openB();
    await rig.run({ only: untilRoutes });
    const left: Record<string, readonly string[]> = {};
    const reached = async ({ at, what, state }: Boundary) => {
      if (at !== "before-keep" || state !== "sending") return;
      if (what.startsWith("route-tables/vpc3#")) left[what] = cidrsIn(rig);
    };
    const ran = await rig.run({ way: "undo", only: untilRoutes, reached });
    expect(left).toEqual({ "route-tables/vpc3#disable-vpc3": [], "route-tables/vpc3#dissociate": [] });
    expect(endOf(ran, "attach/vpc3").is).toBe("not-needed");
  });

  it("undo leaves a route of somebody else's to the attachment, and with it the attachment", async () => {
    const rig = await openB();
    await rig.run({ only: untilRoutes });
    const [own] = routesIn(rig);
    const theirs = entry("198.51.100.0/24", { nextHopType: "Attachment", nextHopId: own?.nextHopId ?? "" });
    rig.cloud.world.put("route-entry", theirs);
    const ran = await rig.run({ way: "undo", only: untilRoutes });
    expect(cidrsIn(rig)).toEqual(["198.51.100.0/24"]);
    expect(endOf(ran, "attach/vpc3").is).toBe("stays");
  });
});

describe("a VPC with IPv6", () => {
  const ipv6 = "2408:4005:3c5::/56";
  const build = (world: World) => {
    for (const one of world.all<Vpc>("vpc").filter(({ id }) => id === `vpc-${VPC3.tail}`)) {
      world.put("vpc", { ...one, ipv6CidrBlock: ipv6 } satisfies Vpc);
    }
  };
  const hint = "route synchronization";

  it("is told that the automatic routes are of IPv4 only, and what to do, until it has a way of its own", async () => {
    const rig = await openB({ build });
    const ran = await rig.run({ only: untilRoutes });
    expect(planned(ran, "vpc-routes/vpc3").words).toContain(ipv6);
    expect(planned(ran, "vpc-routes/vpc3").words).toContain(hint);
    expect(planned(ran, "vpc-routes/vpc1").words).not.toContain(hint);
    expect(planned(await rig.run({ only: untilRoutes }), "vpc-routes/vpc3").words).toContain(hint);
    const [route] = routesIn(rig);
    const byHand = { id: "rte-ipv6", destinationCidrBlock: "2408:4005:300::/40" };
    if (route) rig.cloud.world.put("route-entry", { ...route, ...byHand } satisfies RouteEntry);
    expect(planned(await rig.run({ only: untilRoutes }), "vpc-routes/vpc3").words).not.toContain(hint);
  });
});
