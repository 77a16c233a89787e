import { describe, expect, test } from "vitest";
import { CEN } from "../../../src/simulator/scenarios/put-backbone.ts";
import type { RouteEntry, VSwitch } from "../../../src/simulator/vpc/things.ts";
import { DirectCloud, hub, SECOND, shop } from "../direct-cloud.ts";

const vpcId = "vpc-bp1hz0prod4k7m2x9q3w1";
const tableId = "vtb-bp1hz0prod4k7m2x9q3w1";
const instanceId = "i-bp1hz0web4k7m2x9q3w1";

describe("a vSwitch that is deleted", () => {
  test("is Pending, then gone, and gone only once", () => {
    const cloud = new DirectCloud();
    const plan = { VpcId: vpcId, ZoneId: "cn-hangzhou-j", CidrBlock: "10.1.1.0/24" };
    const { VSwitchId } = cloud.call("Vpc.CreateVSwitch", plan);
    cloud.expectRefusal(400, "TaskConflict", "Vpc.DeleteVSwitch", { VSwitchId });
    cloud.pass(10 * SECOND);
    cloud.call("Vpc.DeleteVSwitch", { VSwitchId });
    expect(cloud.thing<VSwitch>("vswitch", VSwitchId).status).toBe("Pending");
    cloud.pass(10 * SECOND);
    cloud.expectRefusal(404, "InvalidVSwitchId.NotFound", "Vpc.DeleteVSwitch", { VSwitchId });
  });

  test("is refused while something is in it", () => {
    const cloud = new DirectCloud();
    const [full] = cloud.world.all<VSwitch>("vswitch").filter((one) => one.vpcId === vpcId);
    cloud.expectRefusal(400, "DependencyViolation", "Vpc.DeleteVSwitch", { VSwitchId: full?.id ?? "" });
  });
});

describe("a new vSwitch", () => {
  const create = "Vpc.CreateVSwitch";
  const plan = { VpcId: vpcId, ZoneId: "cn-hangzhou-j", CidrBlock: "10.1.1.0/24" };

  test("is Pending, then Available, on the system table", () => {
    const cloud = new DirectCloud();
    const { VSwitchId } = cloud.call(create, plan);
    expect(VSwitchId).toMatch(/^vsw-bp1\w{18}$/);
    expect(cloud.thing("vswitch", VSwitchId)).toMatchObject({ status: "Pending", routeTableId: tableId });
    cloud.pass(10 * SECOND);
    expect(cloud.thing<VSwitch>("vswitch", VSwitchId).status).toBe("Available");
  });

  test("is made one at a time in a VPC", () => {
    const cloud = new DirectCloud();
    cloud.call(create, plan);
    const next = { ...plan, CidrBlock: "10.1.2.0/24" };
    cloud.expectRefusal(400, "IncorrectVSwitchStatus", create, next);
    cloud.pass(10 * SECOND);
    cloud.call(create, next);
  });

  test("is not made while a CEN attaches or detaches the VPC", () => {
    const cloud = new DirectCloud();
    const child = { ChildInstanceId: vpcId, ChildInstanceType: "VPC", ChildInstanceRegionId: "cn-hangzhou" };
    cloud.call("Cbn.DetachCenChildInstance", { CenId: CEN, ...child });
    cloud.expectRefusal(400, "CreateVSwitch.IncorrectStatus.cbnStatus", create, plan);
    cloud.pass(60 * SECOND);
    cloud.call(create, plan);
  });

  test("is the same one for the same token", () => {
    const cloud = new DirectCloud();
    const flat = { ...plan, ClientToken: "t" };
    expect(cloud.call(create, flat)).toEqual(cloud.call(create, flat));
    cloud.expectRefusal(400, "IdempotentParameterMismatch", create, { ...flat, CidrBlock: "10.1.9.0/24" });
  });

  test.each([
    [{ VpcId: "vpc-none" }, 404, "InvalidVpcId.NotFound"],
    [{ RegionId: "us-west-1" }, 404, "InvalidVpcId.NotFound"],
    [{ ZoneId: "cn-beijing-a" }, 404, "InvalidZoneId.NotFound"],
    [{ CidrBlock: "10.1.1.0" }, 400, "InvalidCidrBlock.Malformed"],
    [{ CidrBlock: "10.1.1.0/30" }, 400, "InvalidCirdrBlock.MaskLength"],
    [{ CidrBlock: "10.2.1.0/24" }, 400, "InvalidParameter"],
    [{ CidrBlock: "10.1.0.128/25" }, 400, "InvalidCidrBlock.Overlapped"],
  ])("with %j is refused", (flat, status, code) => {
    new DirectCloud().expectRefusal(status, code, create, { ...plan, ...flat });
  });
});

const createRoute = "Vpc.CreateRouteEntry";
const instanceRoute = {
  RouteTableId: tableId,
  DestinationCidrBlock: "192.168.0.0/16",
  NextHopType: "Instance",
  NextHopId: instanceId,
};

describe("a new route entry", () => {
  test("is Pending, then Available, and is listed as Custom", () => {
    const cloud = new DirectCloud();
    const { RouteEntryId } = cloud.call(createRoute, instanceRoute);
    expect(cloud.thing("route-entry", RouteEntryId)).toMatchObject({ status: "Pending" });
    cloud.pass(10 * SECOND);
    const flat = { RegionId: "cn-hangzhou", RouteTableId: tableId, RouteEntryType: "Custom" };
    expect(cloud.call("Vpc.DescribeRouteEntryList", flat).RouteEntrys.RouteEntry).toMatchObject([
      { RouteEntryId, Status: "Available", DestinationCidrBlock: "192.168.0.0/16" },
    ]);
  });

  test("may contain the VPC, and a bare address is one of 32", () => {
    const cloud = new DirectCloud();
    cloud.call(createRoute, { ...instanceRoute, DestinationCidrBlock: "10.0.0.0/8" });
    cloud.pass(10 * SECOND);
    const { RouteEntryId } = cloud.call(createRoute, { ...instanceRoute, DestinationCidrBlock: "192.168.7.7" });
    expect(cloud.thing<RouteEntry>("route-entry", RouteEntryId).destinationCidrBlock).toBe("192.168.7.7/32");
  });

  test("points to attachments of its own VPC", () => {
    const cloud = new DirectCloud();
    const flat = { ...instanceRoute, NextHopType: "Attachment", NextHopId: "tr-attach-x" };
    cloud.expectRefusal(404, "InvalidNextHopId.NotFound", createRoute, flat);
    const attachment = { id: "tr-attach-x", uid: shop, resourceType: "VPC", vpcId, zoneMappings: [] };
    cloud.world.put("tr-attachment", { ...attachment, status: "Attaching" });
    cloud.expectRefusal(400, "IncorrectInstanceStatus", createRoute, flat);
    cloud.world.put("tr-attachment", { ...attachment, vpcId: "vpc-other", status: "Attached" });
    cloud.expectRefusal(404, "InvalidNextHopId.NotFound", createRoute, flat);
    cloud.world.put("tr-attachment", { ...attachment, status: "Attached" });
    cloud.call(createRoute, flat);
  });

  test("is written one at a time in a VPC, and not while a CEN attaches it", () => {
    const cloud = new DirectCloud();
    cloud.call(createRoute, instanceRoute);
    cloud.expectRefusal(400, "TaskConflict", createRoute, { ...instanceRoute, DestinationCidrBlock: "10.0.0.0/8" });
    cloud.pass(10 * SECOND);
    const child = { ChildInstanceId: vpcId, ChildInstanceType: "VPC", ChildInstanceRegionId: "cn-hangzhou" };
    cloud.call("Cbn.DetachCenChildInstance", { CenId: CEN, ...child });
    cloud.expectRefusal(400, "TaskConflict", createRoute, { ...instanceRoute, DestinationCidrBlock: "10.0.0.0/8" });
  });

  test("as a dry run does nothing", () => {
    new DirectCloud().expectRefusal(400, "DryRunOperation", createRoute, { ...instanceRoute, DryRun: "true" });
  });
});

describe("a route entry", () => {
  test.each([
    [{ RouteTableId: "vtb-none" }, 404, "InvalidRouteTableId.NotFound"],
    [{ DestinationCidrBlock: "192.168.0.0/99" }, 400, "InvalidCidrBlock.Malformed"],
    [{ DestinationCidrBlock: "10.1.0.0/24" }, 400, "InvalidCidrBlock"],
    [{ DestinationCidrBlock: "10.1.0.8/32" }, 400, "InvalidCidrBlock"],
    [{ DestinationCidrBlock: "100.64.1.0/24" }, 400, "InvalidCidrBlock"],
    [{ NextHopId: "i-none" }, 404, "InvalidNextHopId.NotFound"],
    [{ NextHopId: "i-rj9sv0web8d5n1c6t2y4" }, 404, "InvalidNextHopId.NotFound"],
    [{ NextHopType: "NatGateway" }, 400, "InvalidNextHopType"],
  ])("with %j is refused", (flat, status, code) => {
    new DirectCloud().expectRefusal(status, code, createRoute, { ...instanceRoute, ...flat });
  });

  test("is refused in another account's table, and where one stands already", () => {
    const cloud = new DirectCloud();
    cloud.expectRefusal(404, "InvalidRouteTableId.NotFound", createRoute, instanceRoute, shop);
    cloud.call(createRoute, instanceRoute);
    cloud.pass(10 * SECOND);
    cloud.expectRefusal(400, "RouterEntryConflict.Duplicated", createRoute, instanceRoute);
    const [{ id = "" } = {}] = cloud.world.all("route-entry");
    cloud.change("route-entry", id, { status: "Pending" });
    const other = { ...instanceRoute, DestinationCidrBlock: "10.0.0.0/8" };
    cloud.expectRefusal(400, "TaskConflict", createRoute, other);
    cloud.change("route-entry", id, { status: "Available" });
    cloud.expectRefusal(400, "InvalidCidrBlock.Overlapped", "Vpc.CreateVSwitch", {
      VpcId: vpcId,
      ZoneId: "cn-hangzhou-h",
      CidrBlock: routeInVpc(cloud),
    });
  });

  test("is the two hundredth at most", () => {
    const cloud = new DirectCloud();
    const entry = { uid: hub, routeTableId: tableId, destinationCidrBlock: "", type: "Custom", status: "Available" };
    for (let at = 0; at < 200; at += 1) cloud.world.put("route-entry", { ...entry, id: `rte-${at}` });
    cloud.expectRefusal(400, "QuotaExceeded", createRoute, instanceRoute);
  });

  /** A route within the VPC, where a vSwitch would otherwise fit. */
  function routeInVpc(cloud: DirectCloud): string {
    const DestinationCidrBlock = "10.1.7.0/24";
    cloud.call(createRoute, { ...instanceRoute, DestinationCidrBlock });
    cloud.pass(10 * SECOND);
    return DestinationCidrBlock;
  }
});

describe("deleting a route entry", () => {
  const remove = "Vpc.DeleteRouteEntry";
  const destination = { RouteTableId: tableId, DestinationCidrBlock: "192.168.0.0/16", NextHopId: instanceId };

  function created(cloud: DirectCloud): string {
    const { RouteEntryId } = cloud.call("Vpc.CreateRouteEntry", { ...destination, NextHopType: "Instance" });
    cloud.pass(10 * SECOND);
    return RouteEntryId;
  }

  test("takes a while, by id or by destination and next hop", () => {
    const cloud = new DirectCloud();
    for (const flat of [{ RouteEntryId: created(cloud) }, destination]) {
      cloud.call(remove, flat);
      expect(cloud.world.all<RouteEntry>("route-entry")).toMatchObject([{ status: "Deleting" }]);
      cloud.pass(10 * SECOND);
      expect(cloud.world.all("route-entry")).toEqual([]);
      created(cloud);
    }
  });

  test("that is gone, is the system's, the transit router's, or not ready is refused", () => {
    const cloud = new DirectCloud();
    cloud.expectRefusal(400, "InvalidRouteEntry.NotFound", remove, { RouteEntryId: "rte-none" });
    cloud.expectRefusal(400, "InvalidRouteEntry.NotFound", remove, destination);
    const system = { ...destination, DestinationCidrBlock: "10.1.0.0/24" };
    cloud.expectRefusal(400, "OperationDenied", remove, system);
    cloud.expectRefusal(400, "InvalidNextHop", remove, {
      RouteTableId: tableId,
      DestinationCidrBlock: "192.168.0.0/16",
    });
    const RouteEntryId = created(cloud);
    cloud.expectRefusal(400, "InvalidRouteEntry.NotFound", remove, { RouteEntryId }, shop);
    cloud.change("route-entry", RouteEntryId, { serviceType: "TR" });
    cloud.expectRefusal(400, "Forbbiden", remove, { RouteEntryId });
    cloud.change("route-entry", RouteEntryId, { serviceType: undefined, status: "Pending" });
    cloud.expectRefusal(400, "IncorrectRouteEntryStatus", remove, { RouteEntryId });
  });
});

describe("a grant of a VPC to another account's CEN", () => {
  const grant = "Vpc.GrantInstanceToCen";
  const revoke = "Vpc.RevokeInstanceFromCen";
  const rule = {
    RegionId: "cn-hangzhou",
    InstanceId: vpcId,
    InstanceType: "VPC",
    CenId: "cen-ofshop",
    CenOwnerId: shop,
  };

  function rules(cloud: DirectCloud, uid = hub) {
    const { CenId: _, CenOwnerId: __, ...flat } = rule;
    return cloud.call("Vpc.DescribeGrantRulesToCen", flat, uid).CenGrantRules.CbnGrantRule;
  }

  test("is listed for the owner of the VPC, until it is taken back; twice is once", () => {
    const cloud = new DirectCloud();
    cloud.call(grant, rule);
    cloud.call(grant, rule);
    expect(rules(cloud)).toMatchObject([{ CenInstanceId: "cen-ofshop", CenOwnerId: Number(shop) }]);
    expect(rules(cloud, shop)).toEqual([]);
    cloud.call(revoke, rule);
    expect(rules(cloud)).toEqual([]);
    cloud.expectRefusal(404, "InvalidInstanceId.NotFound", revoke, rule);
  });

  test("needs a VPC of one's own in that region", () => {
    const cloud = new DirectCloud();
    cloud.expectRefusal(404, "InvalidInstanceId.NotFound", grant, rule, shop);
    cloud.expectRefusal(404, "InvalidInstanceId.NotFound", grant, { ...rule, RegionId: "us-west-1" });
  });

  test("waits while something else is done with the VPC", () => {
    const cloud = new DirectCloud();
    cloud.call(createRoute, instanceRoute);
    cloud.expectRefusal(400, "TaskConflict", grant, rule);
    cloud.pass(10 * SECOND);
    cloud.call(grant, rule);
  });

  test("cannot be taken back while the VPC is on that CEN", () => {
    const cloud = new DirectCloud();
    cloud.call(grant, rule);
    cloud.change("vpc", vpcId, { cens: [{ cenId: "cen-ofshop", cenUid: shop, status: "Attached" }] });
    cloud.expectRefusal(400, "IncorrectStatus", revoke, rule);
  });
});
