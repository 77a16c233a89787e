import { describe, expect, test } from "vitest";
import { CEN } from "../../../src/simulator/scenarios/put-backbone.ts";
import { DirectCloud, hub, shop } from "../direct-cloud.ts";

const hangzhou = { RegionId: "cn-hangzhou" };
const vpcId = "vpc-bp1hz0prod4k7m2x9q3w1";
const sandbox = "vpc-bp1sandbox3k8m1x5q7w2";
const tableId = "vtb-bp1hz0prod4k7m2x9q3w1";
const vSwitchId = "vsw-bp1hz0prod4k7m2x9q3w1";

// biome-ignore lint/suspicious/noExplicitAny: answers are read as a foreign client reads them.
type Answer = any;

function ids(answer: Answer): string[] {
  return answer.Vpcs.Vpc.map((vpc: Answer) => vpc.VpcId);
}

describe("VPCs", () => {
  test("are listed by region, several ids by comma", () => {
    const cloud = new DirectCloud();
    expect(ids(cloud.call("Vpc.DescribeVpcs", hangzhou))).toEqual([vpcId, sandbox]);
    expect(ids(cloud.call("Vpc.DescribeVpcs", { ...hangzhou, VpcId: `${sandbox},vpc-none` }))).toEqual([sandbox]);
    expect(ids(cloud.call("Vpc.DescribeVpcs", { ...hangzhou, VpcName: "sandbox" }))).toEqual([sandbox]);
    expect(ids(cloud.call("Vpc.DescribeVpcs", { ...hangzhou, PageSize: "1", PageNumber: "2" }))).toEqual([sandbox]);
    expect(ids(cloud.call("Vpc.DescribeVpcs", { RegionId: "us-west-1" }))).toEqual(["vpc-rj9sv0prod8d5n1c6t2y4"]);
  });

  test.each(["DescribeVpcs", "DescribeVSwitches", "DescribeRouteTableList", "DescribeZones"])(
    "are not looked for in a region that does not exist: %s",
    (action) => {
      new DirectCloud().expectRefusal(404, "InvalidRegionId.NotFound", `Vpc.${action}`, { RegionId: "cn-atlantis" });
    },
  );

  test("of another account are not there", () => {
    expect(ids(new DirectCloud().call("Vpc.DescribeVpcs", hangzhou, shop))).toEqual([]);
  });

  test("tell their tables, vSwitches and whether they are on a CEN", () => {
    const [first, second] = new DirectCloud().call("Vpc.DescribeVpcs", hangzhou).Vpcs.Vpc;
    expect(first).toMatchObject({
      CidrBlock: "10.1.0.0/16",
      Status: "Available",
      OwnerId: Number(hub),
      RouterTableIds: { RouterTableIds: [tableId] },
      VSwitchIds: { VSwitchId: [vSwitchId] },
      CenStatus: "Attached",
    });
    expect(second.CenStatus).toBe("Detached");
  });

  test("one by one show their CENs, and no route table", () => {
    const shown = new DirectCloud().call("Vpc.DescribeVpcAttribute", { ...hangzhou, VpcId: vpcId });
    expect(shown.AssociatedCens.AssociatedCen).toEqual([
      { CenId: CEN, CenOwnerId: Number(hub), CenStatus: "Attached" },
    ]);
    expect(shown).not.toHaveProperty("RouterTableIds");
  });

  test("one by one are refused in another region, to another account, and unknown", () => {
    const cloud = new DirectCloud();
    const action = "Vpc.DescribeVpcAttribute";
    cloud.expectRefusal(404, "InvalidVpcId.NotFound", action, { RegionId: "us-west-1", VpcId: vpcId });
    cloud.expectRefusal(404, "InvalidVpcId.NotFound", action, { ...hangzhou, VpcId: vpcId }, shop);
    cloud.expectRefusal(404, "InvalidVpcId.NotFound", action, { ...hangzhou, VpcId: "vpc-none" });
    cloud.expectRefusal(400, "MissingParameter", action, hangzhou);
  });

  test("can be asked for as a dry run, which answers with an error that means yes", () => {
    const flat = { ...hangzhou, DryRun: "true" };
    new DirectCloud().expectRefusal(400, "DryRunOperation", "Vpc.DescribeVpcs", flat);
  });
});

describe("vSwitches", () => {
  test("are listed by region or VPC, with their free addresses and table", () => {
    const cloud = new DirectCloud();
    const [shown] = cloud.call("Vpc.DescribeVSwitches", { VpcId: vpcId }).VSwitches.VSwitch;
    expect(shown).toMatchObject({ VSwitchId: vSwitchId, ZoneId: "cn-hangzhou-h", CidrBlock: "10.1.0.0/24" });
    // 256, less four that are reserved and one that has an instance.
    expect(shown.AvailableIpAddressCount).toBe(251);
    expect(shown.RouteTable).toEqual({ RouteTableId: tableId, RouteTableType: "System" });
    expect(cloud.call("Vpc.DescribeVSwitches", hangzhou).TotalCount).toBe(2);
    expect(cloud.call("Vpc.DescribeVSwitches", { ...hangzhou, ZoneId: "cn-hangzhou-b" }).TotalCount).toBe(0);
    expect(cloud.call("Vpc.DescribeVSwitches", { VpcId: vpcId }, shop).TotalCount).toBe(0);
    cloud.expectRefusal(400, "MissingParameter", "Vpc.DescribeVSwitches");
  });

  test("one by one answer flat, or are not found", () => {
    const cloud = new DirectCloud();
    expect(cloud.call("Vpc.DescribeVSwitchAttributes", { VSwitchId: vSwitchId }).VpcId).toBe(vpcId);
    const flat = { VSwitchId: vSwitchId, RegionId: "us-west-1" };
    cloud.expectRefusal(404, "InvalidVSwitchId.NotFound", "Vpc.DescribeVSwitchAttributes", flat);
  });
});

describe("route tables", () => {
  test("are listed with a success of their own", () => {
    const cloud = new DirectCloud();
    const answer = cloud.call("Vpc.DescribeRouteTableList", { ...hangzhou, VpcId: vpcId });
    expect(answer).toMatchObject({ TotalCount: 1, Code: "200", Success: true });
    const [shown] = answer.RouterTableList.RouterTableListType;
    expect(shown).toMatchObject({
      RouteTableId: tableId,
      RouteTableType: "System",
      VSwitchIds: { VSwitchId: [vSwitchId] },
    });
    expect(cloud.call("Vpc.DescribeRouteTableList", { ...hangzhou, RouteTableType: "Custom" }).TotalCount).toBe(0);
  });

  test("have an entry for each vSwitch, the cloud's services, and what the CEN teaches", () => {
    const cloud = new DirectCloud();
    const flat = { ...hangzhou, RouteTableId: tableId };
    const entries = cloud.call("Vpc.DescribeRouteEntryList", flat).RouteEntrys.RouteEntry;
    expect(entries.map((one: Answer) => [one.DestinationCidrBlock, one.Type])).toEqual([
      ["10.1.0.0/24", "System"],
      ["100.64.0.0/10", "System"],
      ["10.0.0.0/24", "CEN"],
    ]);
    const learnt = cloud.call("Vpc.DescribeRouteEntryList", { ...flat, RouteEntryType: "CEN" }).RouteEntrys.RouteEntry;
    expect(learnt).toMatchObject([{ NextHops: { NextHop: [{ NextHopRegionId: "us-west-1" }] } }]);
  });

  test("page by MaxResult, in the singular", () => {
    const cloud = new DirectCloud();
    const flat = { ...hangzhou, RouteTableId: tableId, MaxResult: "2" };
    const first = cloud.call("Vpc.DescribeRouteEntryList", flat);
    expect(first.RouteEntrys.RouteEntry).toHaveLength(2);
    expect(first).not.toHaveProperty("TotalCount");
    const second = cloud.call("Vpc.DescribeRouteEntryList", { ...flat, NextToken: first.NextToken });
    expect(second.RouteEntrys.RouteEntry).toHaveLength(1);
    expect(second.NextToken).toBe("");
    cloud.expectRefusal(400, "InvalidParameter", "Vpc.DescribeRouteEntryList", { ...flat, MaxResults: "2" });
    cloud.expectRefusal(400, "InvalidParameter.NextToken", "Vpc.DescribeRouteEntryList", { ...flat, NextToken: "2" });
  });

  test("unknown or elsewhere are not found", () => {
    const cloud = new DirectCloud();
    const action = "Vpc.DescribeRouteEntryList";
    cloud.expectRefusal(404, "InvalidRouteTable.NotFound", action, { ...hangzhou, RouteTableId: "vtb-none" });
    cloud.expectRefusal(404, "InvalidRouteTable.NotFound", action, { RegionId: "us-west-1", RouteTableId: tableId });
    cloud.expectRefusal(404, "InvalidRouteTable.NotFound", action, { ...hangzhou, RouteTableId: tableId }, shop);
  });
});

describe("regions and zones", () => {
  test("name what they are", () => {
    const cloud = new DirectCloud();
    const regions = cloud.call("Vpc.DescribeRegions").Regions.Region;
    expect(regions).toContainEqual(
      expect.objectContaining({ RegionId: "us-west-1", LocalName: "US (Silicon Valley)" }),
    );
    const zonesOf = (RegionId: string) =>
      cloud.call("Vpc.DescribeZones", { RegionId }).Zones.Zone.map((zone: Answer) => zone.ZoneId);
    expect(zonesOf("cn-hangzhou")).toContain("cn-hangzhou-h");
    expect(zonesOf("us-west-1")).toEqual(["us-west-1a", "us-west-1b"]);
    cloud.expectRefusal(404, "InvalidRegionId.NotFound", "Vpc.DescribeZones", { RegionId: "atlantis" });
  });
});
