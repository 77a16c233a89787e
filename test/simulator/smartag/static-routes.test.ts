import { describe, expect, test } from "vitest";
import { CCN, CEN } from "../../../src/simulator/scenarios/put-backbone.ts";
import type { Gateway } from "../../../src/simulator/smartag/things.ts";
import { DirectCloud, SECOND } from "../direct-cloud.ts";
import { activate, area, bind, receive, route } from "./branch.ts";

const modify = "Smartag.ModifySmartAccessGateway";

function modifying(cloud: DirectCloud, flat: Record<string, string>): Record<string, string> {
  return { ...area, SmartAGId: activate(cloud), RoutingStrategy: "static", ...flat };
}

describe("the list of prefixes", () => {
  test("replaces the one that is there", () => {
    const cloud = new DirectCloud();
    const id = activate(cloud);
    route(cloud, id, "172.16.0.0/16,192.168.1.0/24");
    route(cloud, id, "192.168.1.0/24");
    expect(cloud.thing<Gateway>("gateway", id).cidrs).toEqual(["192.168.1.0/24"]);
  });

  test("stays when only the name is changed", () => {
    const cloud = new DirectCloud();
    const id = activate(cloud);
    route(cloud, id, "172.16.0.0/16");
    cloud.call(modify, { ...area, SmartAGId: id, Name: "bj" });
    cloud.pass(10 * SECOND);
    expect(cloud.thing("gateway", id)).toMatchObject({ name: "bj", cidrs: ["172.16.0.0/16"] });
  });

  test.each([
    ["malformed", "172.16.0.0", 403, "InvalidCidr"],
    ["with a byte too large", "172.16.256.0/24", 403, "InvalidCidr"],
    ["with leading zeros", "172.16.00.0/24", 403, "InvalidCidr"],
    ["with a space after the comma", "172.16.0.0/16, 192.168.0.0/24", 403, "InvalidCidr"],
    ["with host bits", "172.16.0.1/24", 403, "InvalidCidr"],
    ["wider than 8", "0.0.0.0/0", 403, "InvalidCidr"],
    ["longer than 32", "172.16.0.0/33", 403, "InvalidCidr"],
    ["overlapping", "172.16.0.0/12,172.16.1.0/24", 403, "CidrConflict"],
    ["twice the same", "172.16.0.0/12,172.16.0.0/12", 403, "CidrConflict"],
    ["empty", "", 400, "SAG.CidrEmpty"],
  ])("is refused when %s", (_, CidrBlock, status, code) => {
    const cloud = new DirectCloud();
    cloud.expectRefusal(status, code, modify, modifying(cloud, { CidrBlock }));
  });

  test("has room for ten", () => {
    const cloud = new DirectCloud();
    const eleven = Array.from({ length: 11 }, (_, at) => `172.16.${at}.0/24`);
    const flat = modifying(cloud, { CidrBlock: eleven.join(",") });
    cloud.expectRefusal(400, "SAG.CidrAmountLimit", modify, flat);
    cloud.call(modify, { ...flat, CidrBlock: eleven.slice(1).join(",") });
    cloud.pass(10 * SECOND);
    expect(cloud.thing<Gateway>("gateway", flat.SmartAGId ?? "").cidrs).toHaveLength(10);
  });

  test("takes a single address", () => {
    const cloud = new DirectCloud();
    const id = activate(cloud);
    route(cloud, id, "172.16.0.1/32");
    expect(cloud.thing<Gateway>("gateway", id).cidrs).toEqual(["172.16.0.1/32"]);
  });
});

test.each([true, false])("is listed at once: %s, as the switch says, and after some seconds in any case", (atOnce) => {
  const cloud = new DirectCloud();
  cloud.world.state.switches.gatewayChangesShowAtOnce = atOnce;
  const id = activate(cloud);
  cloud.call(modify, { ...area, SmartAGId: id, CidrBlock: "172.16.0.0/16" });
  expect(cloud.thing<Gateway>("gateway", id).cidrs).toEqual(atOnce ? ["172.16.0.0/16"] : []);
  cloud.pass(10 * SECOND);
  expect(cloud.thing<Gateway>("gateway", id).cidrs).toEqual(["172.16.0.0/16"]);
});

describe("the list of prefixes of a bound gateway", () => {
  test("must not overlap another gateway of the same CCN, but may overlap one elsewhere", () => {
    const cloud = new DirectCloud();
    const [one, other] = [activate(cloud), activate(cloud)];
    route(cloud, one, "172.16.0.0/16");
    bind(cloud, one);
    route(cloud, other, "172.16.1.0/24");
    route(cloud, other, "192.168.1.0/24");
    bind(cloud, other);
    const clash = { ...area, SmartAGId: other, CidrBlock: "172.16.1.0/24" };
    cloud.expectRefusal(403, "CidrConflict", modify, clash);
  });

  test("must not overlap the CCN's SNAT block", () => {
    const cloud = new DirectCloud();
    cloud.change("ccn", CCN, { snatCidrBlock: "192.168.9.0/24" });
    const id = activate(cloud);
    bind(cloud, id);
    const flat = { ...area, SmartAGId: id, CidrBlock: "192.168.0.0/16" };
    cloud.expectRefusal(400, "SAG.ConflictCidr.CcnSnatCidr", modify, flat);
  });
});

describe("the routing strategy", () => {
  test("dynamic takes no prefixes, with the call or before it", () => {
    const cloud = new DirectCloud();
    const flat = { ...area, SmartAGId: activate(cloud) };
    const prefixes = { CidrBlock: "172.16.0.0/16" };
    cloud.expectRefusal(400, "SAG.NotAllowConfigCidr", modify, { ...flat, ...prefixes, RoutingStrategy: "dynamic" });
    cloud.call(modify, { ...flat, RoutingStrategy: "dynamic" });
    cloud.pass(30 * SECOND);
    cloud.expectRefusal(400, "SAG.NotAllowConfigCidr", modify, { ...flat, ...prefixes });
  });

  test("is one of two", () => {
    const cloud = new DirectCloud();
    cloud.expectRefusal(400, "SAG.InvalidRoutingStrategy", modify, modifying(cloud, { RoutingStrategy: "bgp" }));
  });
});

test("a gateway that is not activated cannot be changed", () => {
  const cloud = new DirectCloud();
  const flat = { ...area, SmartAGId: receive(cloud), CidrBlock: "172.16.0.0/12" };
  cloud.expectRefusal(500, "SmartAccessGatewayNotActivated", modify, flat);
});

test.each([
  [{ Name: "1" }, "InvalidName"],
  [{ Description: "https://example.com" }, "InvalidDescription"],
  [{ SecurityLockThreshold: "-1" }, "InvalidParameter"],
])("%j is refused with 400; of the names that is unlike the create actions", (flat, code) => {
  const cloud = new DirectCloud();
  cloud.expectRefusal(400, code, modify, modifying(cloud, flat as Record<string, string>));
});

test("while a change travels to the device, another write is refused with a code that means try again", () => {
  const cloud = new DirectCloud();
  const id = activate(cloud);
  const flat = { ...area, SmartAGId: id, CidrBlock: "172.16.0.0/12" };
  cloud.call(modify, flat);
  expect(cloud.world.call).toMatchObject({ locks: [`gateway:${id}`], settlesMs: expect.any(Number) });
  cloud.expectRefusal(400, "ResourceInOperating", modify, flat);
  cloud.expectRefusal(500, "Operation.Blocking", "Smartag.BindSmartAccessGateway", {
    ...area,
    SmartAGId: id,
    CcnId: CCN,
  });
  cloud.call("Smartag.DescribeSmartAccessGatewayAttribute", { ...area, SmartAGId: id });
  expect(cloud.world.call.transitional).toBe(true);
  cloud.pass(10 * SECOND);
  cloud.call(modify, flat);
});

describe("published routes", () => {
  const strategies = "Smartag.DescribeRouteDistributionStrategies";

  test("are the prefixes, published once the gateway is bound", () => {
    const cloud = new DirectCloud();
    const id = activate(cloud);
    route(cloud, id, "192.168.1.0/24");
    const flat = { ...area, SmartAGId: id, SourceType: "local" };
    const shown = { DestCidrBlock: "192.168.1.0/24", RouteSource: "STATIC", IsConflict: false };
    expect(cloud.call(strategies, flat).Strategies.Strategy).toMatchObject([
      { ...shown, StrategyPublishStatus: "not_publish" },
    ]);
    bind(cloud, id);
    expect(cloud.call(strategies, flat).Strategies.Strategy).toMatchObject([
      { ...shown, StrategyPublishStatus: "published" },
    ]);
  });

  test("clash with a VPC on the same CEN, and the cloud's are its vSwitches", () => {
    const cloud = new DirectCloud();
    const id = activate(cloud);
    route(cloud, id, "10.1.0.0/24,192.168.1.0/24");
    bind(cloud, id);
    cloud.change("ccn", CCN, { cenId: CEN, cenUid: "1000000000000001" });
    const flat = { ...area, SmartAGId: id };
    const local = cloud.call(strategies, { ...flat, SourceType: "local" }).Strategies.Strategy;
    expect(local).toMatchObject([{ IsConflict: true }, { IsConflict: false }]);
    const fromCloud = cloud.call(strategies, { ...flat, SourceType: "cloud" }).Strategies.Strategy;
    expect(fromCloud.map((one: { DestCidrBlock: string }) => one.DestCidrBlock)).toEqual([
      "10.1.0.0/24",
      "10.0.0.0/24",
    ]);
  });

  test("have two sides only", () => {
    const cloud = new DirectCloud();
    const flat = { ...area, SmartAGId: activate(cloud), SourceType: "both" };
    cloud.expectRefusal(400, "RD.InvalidSourceType", strategies, flat);
    cloud.expectRefusal(400, "SAG.InstanceNoFound", strategies, {
      ...flat,
      SmartAGId: "sag-none",
      SourceType: "local",
    });
  });
});
