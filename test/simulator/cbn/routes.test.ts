import { expect, it } from "vitest";
import { legacyCloud } from "../../../src/simulator/scenarios/legacy-cloud.ts";
import { callCloud } from "../wire/call-cloud.ts";
import { type Bench, CCN, CEN, ccnChild, HUB, hangzhouChild, openBench, SANDBOX, sandboxChild } from "./cbn-bench.ts";

const REGIONS = ["cn-hangzhou", "us-west-1", "ccn-cn-shanghai"];

async function routes(bench: Bench, CenRegionId: string, Status = "All") {
  const reply = await bench.call("DescribeCenRegionDomainRouteEntries", { CenId: CEN, CenRegionId, Status });
  return reply.CenRouteEntries.CenRouteEntry;
}

async function told(bench: Bench, region: string): Promise<string[]> {
  const found = await routes(bench, region);
  return found.map((one: Record<string, string>) => `${one.DestinationCidrBlock} ${one.NextHopType} ${one.Status}`);
}

/** A branch on the CCN, the CCN on the CEN. */
async function openWithBranch(cidr = "172.16.0.0/12"): Promise<Bench> {
  const bench = openBench({ scenario: "tutorial-a-half-done" });
  bench.change("gateway", "sag-h4lfd0ne7k2m9x4q1w", { cidrs: [cidr] });
  await bench.call("AttachCenChildInstance", ccnChild);
  await bench.settle();
  return bench;
}

it("every region knows both VPCs by their vSwitches, and the branch by the CCN", async () => {
  const bench = await openWithBranch();
  for (const region of REGIONS) {
    expect(await told(bench, region)).toHaveLength(3);
    expect(await told(bench, region)).toEqual(
      expect.arrayContaining(["10.1.0.0/24 VPC Active", "10.0.0.0/24 VPC Active", "172.16.0.0/12 CCN Active"]),
    );
  }
  expect(await routes(bench, "us-west-1")).toEqual(
    expect.arrayContaining([
      expect.objectContaining({
        NextHopInstanceId: CCN,
        NextHopRegionId: "ccn-cn-shanghai",
        Type: "CEN",
        Preference: 50,
      }),
    ]),
  );
});

it("nothing is known of a branch before the CCN is attached, nor in a region that is not in the CEN", async () => {
  const bench = openBench({ scenario: "tutorial-a-half-done" });
  expect(await told(bench, "cn-hangzhou")).toEqual(["10.1.0.0/24 VPC Active", "10.0.0.0/24 VPC Active"]);
  await bench.call("AttachCenChildInstance", ccnChild);
  expect(await told(bench, "cn-hangzhou")).toHaveLength(2);
  expect(await told(bench, "eu-central-1")).toEqual([]);
});

it("an equal prefix from elsewhere is Rejected where it clashes, and hidden unless asked for", async () => {
  const bench = await openWithBranch("10.1.0.0/24");
  expect(await told(bench, "cn-hangzhou")).toContain("10.1.0.0/24 CCN Rejected");
  expect(await told(bench, "ccn-cn-shanghai")).toContain("10.1.0.0/24 VPC Rejected");
  const active = await bench.call("DescribeCenRegionDomainRouteEntries", { CenId: CEN, CenRegionId: "cn-hangzhou" });
  expect(active.TotalCount).toBe(2);
});

it("what lies within a vSwitch of the region is Rejected there, what contains it is not", async () => {
  const inside = await openWithBranch("10.1.0.128/25");
  expect(await told(inside, "cn-hangzhou")).toContain("10.1.0.128/25 CCN Rejected");
  expect(await told(inside, "us-west-1")).toContain("10.1.0.128/25 CCN Active");
  const around = await openWithBranch("10.0.0.0/8");
  expect(await told(around, "cn-hangzhou")).toContain("10.0.0.0/8 CCN Active");
});

it("one CCN's branches are Prohibited in another CCN's region", async () => {
  const bench = await openWithBranch();
  const other = {
    CenId: CEN,
    ChildInstanceId: "ccn-other",
    ChildInstanceType: "CCN",
    ChildInstanceRegionId: "ccn-eu-central-1",
  };
  bench.world.put("ccn", { id: "ccn-other", uid: HUB, region: "eu-central-1", newAgw: false });
  await bench.call("AttachCenChildInstance", other);
  await bench.settle();
  expect(await told(bench, "ccn-eu-central-1")).toContain("172.16.0.0/12 CCN Prohibited");
  expect(await told(bench, "ccn-eu-central-1")).toContain("10.1.0.0/24 VPC Active");
});

it("DescribeRouteConflict names who clashes", async () => {
  const bench = await openWithBranch("172.16.0.0/24");
  await bench.call("AttachCenChildInstance", sandboxChild);
  await bench.settle();
  const { CenId: _, ...sandbox } = sandboxChild;
  const asked = { ...sandbox, ChildInstanceRouteTableId: "vtb-bp1sandbox3k8m1x5q7w2" };
  expect((await bench.call("DescribeRouteConflict", asked)).RouteConflicts.RouteConflict).toEqual([
    {
      DestinationCidrBlock: "172.16.0.0/24",
      InstanceId: CCN,
      InstanceType: "CCN",
      RegionId: "ccn-cn-shanghai",
      Status: "conflict",
    },
  ]);
  const { CenId: __, ...hangzhou } = hangzhouChild;
  const free = await bench.call("DescribeRouteConflict", { ...hangzhou, ChildInstanceRouteTableId: "vtb-x" });
  expect(free.RouteConflicts.RouteConflict).toEqual([]);
  const nobody = { ...asked, ChildInstanceId: "vpc-nobody" };
  expect(await bench.refused("DescribeRouteConflict", nobody)).toBe("404 ParameterInstanceId");
});

it("DescribePublishedRouteEntries publishes the vSwitches and no custom route", async () => {
  const bench = openBench();
  const routeTableId = "vtb-bp1hz0prod4k7m2x9q3w1";
  const custom = {
    id: "rte-1",
    uid: HUB,
    routeTableId,
    destinationCidrBlock: "192.168.9.0/24",
    type: "Custom",
    status: "Available",
  };
  bench.world.put("route-entry", { ...custom, nextHopType: "Instance", nextHopId: "i-1" });
  const reply = await bench.call("DescribePublishedRouteEntries", hangzhouChild);
  expect(reply.PublishedRouteEntries.PublishedRouteEntry).toMatchObject([
    {
      DestinationCidrBlock: "10.1.0.0/24",
      PublishStatus: "Published",
      RouteType: "System",
      ChildInstanceRouteTableId: routeTableId,
    },
    { DestinationCidrBlock: "192.168.9.0/24", PublishStatus: "NonPublished", RouteType: "Custom" },
  ]);
  const unattached = { ...hangzhouChild, ChildInstanceId: SANDBOX };
  expect(await bench.refused("DescribePublishedRouteEntries", unattached)).toBe("400 ParameterIllegal.CenInstanceId");
  expect(await bench.refused("DescribePublishedRouteEntries", ccnChild)).toBe("400 ParameterIllegal.ChildInstanceType");
});

it("lists of routes stay behind as other lists do", async () => {
  const bench = openBench({ switches: { ...legacyCloud, readLagMs: 60_000 } });
  const table = { RegionId: "us-west-1", RouteTableId: "vtb-rj9sv0prod8d5n1c6t2y4", RouteEntryType: "CEN" };
  const counts = async () => {
    const { body } = await callCloud(bench.cloud, "Vpc.DescribeRouteEntryList", table);
    const ofVpc = (body as { RouteEntrys?: { RouteEntry: unknown[] } }).RouteEntrys?.RouteEntry.length;
    return [(await routes(bench, "us-west-1")).length, ofVpc];
  };
  const [all = 0, learnt = 0] = await counts();
  await bench.call("DetachCenChildInstance", hangzhouChild);
  await bench.cloud.advanceTo(bench.cloud.now() + 59_999);
  expect(await counts()).toEqual([all, learnt]);
  await bench.settle();
  expect(await counts()).toEqual([all - 1, learnt - 1]);
});
