import { describe, expect, test } from "vitest";
import { ATTACHMENTS } from "../../../src/simulator/scenarios/connect-to-singapore.ts";
import { VPC1, VPC3 } from "../../../src/simulator/scenarios/put-three-vpcs.ts";
import { SINGAPORE_ROUTER, SINGAPORE_TABLE } from "../../../src/simulator/scenarios/put-transit-router.ts";
import { tutorialBIsolated } from "../../../src/simulator/scenarios/tutorial-b-isolated.ts";
import { DirectCloud, hub, SECOND, shop } from "../direct-cloud.ts";

const RegionId = "ap-southeast-1";
const table3 = `vtb-${VPC3.tail}`;
const openNetwork = () => new DirectCloud({}, tutorialBIsolated);

function rows(cloud: DirectCloud, RouteTableId: string, uid: string): Record<string, never>[] {
  const answer = cloud.call("Vpc.DescribeRouteEntryList", { RegionId, RouteTableId, MaxResult: "100" }, uid);
  return answer.RouteEntrys.RouteEntry;
}

describe("the routes to a transit router in the VPC of another account", () => {
  const all = { "10.0.0.0/8": 0, "172.16.0.0/12": 1, "192.168.0.0/16": 2 };
  const removed = (cloud: DirectCloud) => {
    for (const DestinationCidrBlock of Object.keys(all)) {
      const flat = { RouteTableId: table3, DestinationCidrBlock, NextHopId: ATTACHMENTS[3] };
      cloud.call("Vpc.DeleteRouteEntry", flat, shop);
      cloud.pass(10 * SECOND);
    }
    return cloud;
  };
  const create = { RouteTableId: table3, NextHopType: "Attachment", NextHopId: ATTACHMENTS[3] };

  test("are its owner's to delete and to write, one of them equal to the VPC's own CIDR block", () => {
    const cloud = removed(openNetwork());
    expect(rows(cloud, table3, shop)).toHaveLength(3);
    for (const DestinationCidrBlock of Object.keys(all)) {
      cloud.call("Vpc.CreateRouteEntry", { ...create, DestinationCidrBlock }, shop);
      cloud.pass(10 * SECOND);
    }
    const written = rows(cloud, table3, shop).slice(3);
    expect(written).toMatchObject(
      Object.keys(all).map((DestinationCidrBlock) => ({
        DestinationCidrBlock,
        Type: "Custom",
        Status: "Available",
        ServiceType: "",
        NextHops: { NextHop: [{ NextHopType: "Attachment", NextHopId: ATTACHMENTS[3], NextHopRegionId: RegionId }] },
      })),
    );
  });

  test("are not the CEN owner's to see, to write or to delete by Vpc", () => {
    const cloud = openNetwork();
    const [entry] = cloud.world.all("route-entry").filter((one) => one.uid === shop);
    const [read, write, remove] = ["DescribeRouteEntryList", "CreateRouteEntry", "DeleteRouteEntry"].map(
      (x) => `Vpc.${x}`,
    );
    cloud.expectRefusal(404, "InvalidRouteTable.NotFound", String(read), { RegionId, RouteTableId: table3 });
    const flat = { ...create, DestinationCidrBlock: "10.9.0.0/16" };
    cloud.expectRefusal(404, "InvalidRouteTableId.NotFound", String(write), flat);
    cloud.expectRefusal(400, "InvalidRouteEntry.NotFound", String(remove), { RouteEntryId: String(entry?.id) });
  });

  test("lead to no attachment but the VPC's own", () => {
    const flat = { ...create, DestinationCidrBlock: "10.9.0.0/16", NextHopId: ATTACHMENTS[1] };
    openNetwork().expectRefusal(404, "InvalidNextHopId.NotFound", "Vpc.CreateRouteEntry", flat, shop);
  });
});

describe("route synchronization", () => {
  function synchronized(): DirectCloud {
    const cloud = openNetwork();
    cloud.change("tr-attachment", ATTACHMENTS[1], { autoPublish: true });
    return cloud;
  }
  const table1 = `vtb-${VPC1.tail}`;
  const learnt = (cloud: DirectCloud) => rows(cloud, table1, hub).filter((one) => one.ServiceType === "TR");

  test("brings the associated table's routes of others into the VPC, as the transit router's own", () => {
    const cloud = synchronized();
    const back = {
      destination: "10.9.0.0/16",
      nextHopType: "Attachment",
      attachmentId: ATTACHMENTS[1],
      status: "Active",
    };
    cloud.world.put("tr-route", { ...back, id: "rte-back", uid: hub, tableId: SINGAPORE_TABLE });
    const destinations = ["172.16.0.0/24", "172.16.1.0/24", "192.168.0.0/24", "192.168.1.0/24"];
    expect(learnt(cloud).map((one) => one.DestinationCidrBlock)).toEqual(destinations);
    const hop = { NextHopType: "Attachment", NextHopId: ATTACHMENTS[1] };
    expect(learnt(cloud)[0]).toMatchObject({ Type: "Custom", Status: "Available", NextHops: { NextHop: [hop] } });
    expect(rows(openNetwork(), table1, hub).filter((one) => one.ServiceType === "TR")).toEqual([]);
  });

  test("needs an association, and leaves out what is written already", () => {
    const cloud = synchronized();
    const flat = { RouteTableId: table1, NextHopType: "Attachment", NextHopId: ATTACHMENTS[1] };
    cloud.call("Vpc.CreateRouteEntry", { ...flat, DestinationCidrBlock: "172.16.0.0/24" });
    cloud.pass(10 * SECOND);
    expect(learnt(cloud)).toHaveLength(3);
    cloud.world.remove("tr-association", `${ATTACHMENTS[1]}/${SINGAPORE_ROUTER}`);
    expect(learnt(cloud)).toEqual([]);
  });

  test("counts against the table's two hundred", () => {
    const cloud = synchronized();
    const route = { uid: hub, tableId: SINGAPORE_TABLE, nextHopType: "Attachment", attachmentId: ATTACHMENTS[3] };
    for (let at = 0; at < 193; at += 1) {
      cloud.world.put("tr-route", { ...route, id: `rte-${at}`, status: "Active", destination: `192.168.2.${at}/32` });
    }
    const flat = { RouteTableId: table1, NextHopType: "Attachment", NextHopId: ATTACHMENTS[1] };
    const more = { ...flat, DestinationCidrBlock: "192.0.2.0/24" };
    cloud.expectRefusal(400, "QuotaExceeded", "Vpc.CreateRouteEntry", more);
    cloud.world.remove("tr-route", "rte-0");
    cloud.call("Vpc.CreateRouteEntry", more);
  });
});

test("several route tables are listed with their type and the vSwitches that each has, and with their own entries", () => {
  const cloud = openNetwork();
  const [first, second] = [`vsw-${VPC3.tail}`, `vsw-${VPC3.tail.replace("vpc", "vsb")}`];
  const table = cloud.thing("route-table", table3);
  cloud.world.put("route-table", { ...table, id: "vtb-custom", type: "Custom", name: "of zone B" });
  cloud.change("vswitch", second, { routeTableId: "vtb-custom" });
  const flat = { RegionId, VpcId: `vpc-${VPC3.tail}` };
  const listed = cloud.call("Vpc.DescribeRouteTableList", flat, shop).RouterTableList.RouterTableListType;
  expect(listed).toMatchObject([
    { RouteTableId: table3, RouteTableType: "System", VSwitchIds: { VSwitchId: [first] }, OwnerId: Number(shop) },
    { RouteTableId: "vtb-custom", RouteTableType: "Custom", VSwitchIds: { VSwitchId: [second] } },
  ]);
  const destinations = rows(cloud, "vtb-custom", shop).map((one) => one.DestinationCidrBlock);
  expect(destinations).toEqual(["192.168.0.0/24", "192.168.1.0/24", "100.64.0.0/10"]);
  expect(cloud.call("Vpc.DescribeRouteTableList", flat).TotalCount).toBe(0);
});

test("the interfaces of a transit router take an address each of the vSwitches that they are in", () => {
  const cloud = openNetwork();
  const free = (vpc: typeof VPC3, uid: string) => {
    const listed = cloud.call("Vpc.DescribeVSwitches", { RegionId, VpcId: `vpc-${vpc.tail}` }, uid).VSwitches.VSwitch;
    return listed.map((one: { AvailableIpAddressCount: number }) => one.AvailableIpAddressCount);
  };
  expect(free(VPC3, shop)).toEqual([250, 251]);
  cloud.change("tr-attachment", ATTACHMENTS[3], { zoneMappings: [] });
  expect(free(VPC3, shop)).toEqual([251, 252]);
});
