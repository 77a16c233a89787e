import { describe, expect, test } from "vitest";
import { CCN } from "../../../src/simulator/scenarios/put-backbone.ts";
import { DAY, DirectCloud, shop } from "../direct-cloud.ts";
import { activate, area, bind, buy, receive, route } from "./branch.ts";

const list = "Smartag.DescribeSmartAccessGateways";
const one = "Smartag.DescribeSmartAccessGatewayAttribute";

function ids(answer: { SmartAccessGateways: { SmartAccessGateway: { SmartAGId: string }[] } }): string[] {
  return answer.SmartAccessGateways.SmartAccessGateway.map((gateway) => gateway.SmartAGId);
}

describe("the list", () => {
  test("pages by ten", () => {
    const cloud = new DirectCloud();
    const bought = Array.from({ length: 12 }, () => buy(cloud));
    expect(ids(cloud.call(list, area))).toEqual(bought.slice(0, 10));
    const second = cloud.call(list, { ...area, PageNumber: "2" });
    expect(second).toMatchObject({ PageNumber: 2, PageSize: 10, TotalCount: 12 });
    expect(ids(second)).toEqual(bought.slice(10));
    expect(ids(cloud.call(list, { ...area, PageSize: "50" }))).toEqual(bought);
  });

  test("has at most 50 a page", () => {
    new DirectCloud().expectRefusal(400, "InvalidParameter", list, { ...area, PageSize: "51" });
  });

  test("shows bandwidth with its unit, prefixes and numbers joined by commas, times in milliseconds", () => {
    const cloud = new DirectCloud();
    const id = activate(cloud, { HaType: "cold_backup", MaxBandWidth: "10", Description: "sagctl-7c1e0b9a52d4-g1" });
    route(cloud, id, "172.16.0.0/16,192.168.1.0/24");
    bind(cloud, id);
    const [shown] = cloud.call(list, area).SmartAccessGateways.SmartAccessGateway;
    expect(shown).toMatchObject({
      SmartAGId: id,
      Description: "sagctl-7c1e0b9a52d4-g1",
      MaxBandwidth: "10M",
      CidrBlock: "172.16.0.0/16,192.168.1.0/24",
      HardwareVersion: "sag-100wm",
      AssociatedCcnId: CCN,
      AssociatedCcnName: "default",
      RoutingStrategy: "static",
    });
    expect(shown.SerialNumber).toMatch(/^sag\w{8},sag\w{8}$/);
    expect(shown.EndTime).toBeGreaterThan(cloud.world.now);
  });
});

describe("what the list shows", () => {
  test("is filtered, statuses in any case", () => {
    const cloud = new DirectCloud();
    const bound = activate(cloud);
    bind(cloud, bound);
    const fresh = buy(cloud, { Name: "shanghai", HardWareSpec: "sag-1000", MaxBandWidth: "10" });
    const wanted: [Record<string, string>, string[]][] = [
      [{ Name: "shanghai" }, [fresh]],
      [{ SmartAGId: bound }, [bound]],
      [{ "SmartAGIds.1": fresh, "SmartAGIds.2": "sag-none" }, [fresh]],
      [{ Status: "OFFLINE" }, [bound]],
      [{ Status: "ordered" }, [fresh]],
      [{ AssociatedCcnId: CCN }, [bound]],
      [{ AssociatedCcnName: "default" }, [bound]],
      [{ HardwareType: "sag-1000" }, [fresh]],
      [{ InstanceType: "software" }, []],
      [{ BusinessState: "Arrearage" }, []],
      [{ BusinessState: "Normal" }, [bound, fresh]],
    ];
    for (const [filter, found] of wanted)
      expect([filter, ids(cloud.call(list, { ...area, ...filter }))]).toEqual([filter, found]);
  });

  test("is empty for an unknown id, another area and another account", () => {
    const cloud = new DirectCloud();
    const id = buy(cloud);
    expect(ids(cloud.call(list, { ...area, SmartAGId: "sag-none" }))).toEqual([]);
    expect(ids(cloud.call(list, { RegionId: "cn-hongkong" }))).toEqual([]);
    expect(ids(cloud.call(list, { ...area, SmartAGId: id }, shop))).toEqual([]);
  });

  test("depends on RegionId; filters that are not modelled are refused", () => {
    const cloud = new DirectCloud();
    cloud.expectRefusal(403, "MissingParameter", list);
    cloud.expectRefusal(400, "InvalidParameter", list, { ...area, AclIds: "acl-x" });
  });

  test("is behind by the read lag", () => {
    const cloud = new DirectCloud({ switches: { readLagMs: 5000 } });
    const id = buy(cloud);
    expect(ids(cloud.call(list, area))).toEqual([]);
    cloud.pass(6000);
    expect(ids(cloud.call(list, area))).toEqual([id]);
  });

  test("is worth repeating while something is on its way, and not once it waits for us", () => {
    const cloud = new DirectCloud({ people: "manual" });
    const id = buy(cloud);
    cloud.call(list, area);
    expect(cloud.world.call.transitional).toBe(true);
    for (const event of ["gateway.shipped", "gateway.arrived"]) cloud.world.fire(event, { gatewayId: id });
    cloud.call(list, area);
    expect(cloud.world.call.transitional).toBe(false);
  });
});

describe("the attribute call", () => {
  test("answers flat, with a space before the unit", () => {
    const cloud = new DirectCloud();
    const id = receive(cloud);
    const shown = cloud.call(one, { ...area, SmartAGId: id });
    expect(shown).toMatchObject({ SmartAGId: id, Status: "Received", MaxBandwidth: "2 M", InstanceType: "sag-100wm" });
    expect(shown.Devices.Device).toEqual([expect.objectContaining({ SerialNumber: shown.SerialNumber })]);
    expect(shown.Links).toEqual({ Link: [] });
    expect(shown.VpnStatus).toBe("");
  });

  test("has no CCN and no end time where there are none", () => {
    const cloud = new DirectCloud();
    const shown = cloud.call(one, { ...area, SmartAGId: buy(cloud) });
    expect(shown).not.toHaveProperty("AssociatedCcnId");
    expect(shown).not.toHaveProperty("EndTime");
  });

  test("knows neither unknown gateways nor those of others", () => {
    const cloud = new DirectCloud();
    const id = buy(cloud);
    cloud.expectRefusal(403, "InvalidId.SMARTAG", one, { ...area, SmartAGId: "sag-none" });
    cloud.expectRefusal(403, "InvalidId.SMARTAG", one, { ...area, SmartAGId: id }, shop);
    cloud.expectRefusal(403, "InvalidId.SMARTAG", one, { RegionId: "cn-hongkong", SmartAGId: id });
  });
});

test("the bindable are activated and on no CCN", () => {
  const cloud = new DirectCloud();
  const [free, bound] = [activate(cloud), activate(cloud)];
  buy(cloud);
  bind(cloud, bound);
  const bindable = "Smartag.DescribeBindableSmartAccessGateways";
  expect(ids(cloud.call(bindable, { ...area, CcnId: CCN }))).toEqual([free]);
  expect(ids(cloud.call(bindable, { ...area, CcnId: CCN, CrossAccount: "true" }))).toEqual([]);
  cloud.expectRefusal(400, "CCN.InvalidId", bindable, { ...area, CcnId: "ccn-none" });
});

test("the limits count what the area's lists show", () => {
  const cloud = new DirectCloud();
  buy(cloud);
  buy(cloud, { RegionId: "cn-hongkong", AlreadyHaveSag: "true" });
  expect(cloud.call("Smartag.GetSmartAccessGatewayUseLimit", area)).toEqual({ TotalAmount: 500, UsedAmount: 1 });
  expect(cloud.call("Smartag.GetCloudConnectNetworkUseLimit", area)).toEqual({ TotalAmount: 10, UsedAmount: 1 });
  expect(cloud.call("Smartag.GetSmartAccessGatewayUseLimit", area, shop).UsedAmount).toBe(0);
});

test("the regions have a closed one, which only its name tells", () => {
  const regions = new DirectCloud().call("Smartag.DescribeRegions").Regions.Region;
  const closed = regions.filter((region: { LocalName: string }) => region.LocalName.includes("已关停"));
  expect(closed.map((region: { RegionId: string }) => region.RegionId)).toEqual(["ap-southeast-2"]);
  expect(regions).toContainEqual(expect.objectContaining({ RegionId: "cn-shanghai", LocalName: "Mainland China" }));
});

test("a gateway that is 40 days past its activation shows Arrearage", () => {
  const cloud = new DirectCloud();
  const id = activate(cloud);
  cloud.pass(40 * DAY);
  expect(ids(cloud.call(list, { ...area, BusinessState: "Arrearage" }))).toEqual([id]);
});

test.each([
  "DescribeSmartAccessGateways",
  "DescribeCloudConnectNetworks",
  "DescribeGrantRules",
  "GetSmartAccessGatewayUseLimit",
])("%s: a region without gateways is refused, and not empty; the closed one is empty", (action) => {
  const cloud = new DirectCloud();
  cloud.expectRefusal(400, "InvalidRegionID", `Smartag.${action}`, { RegionId: "us-west-1" });
  cloud.call(`Smartag.${action}`, { RegionId: "ap-southeast-2" });
});
