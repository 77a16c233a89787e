import { describe, expect, test } from "vitest";
import type { Gateway } from "../../../src/simulator/smartag/things.ts";
import { DAY, DirectCloud, HOUR, SECOND } from "../direct-cloud.ts";
import { activate, area, bind, buy, receive, route, statusOf } from "./branch.ts";

const activateCall = "Smartag.ActivateSmartAccessGateway";

describe("with people who act by themselves", () => {
  test("a parcel is shipped (Delivered), arrives (Received), and gets its serial number on the way", () => {
    const cloud = new DirectCloud();
    const id = buy(cloud);
    expect(cloud.thing("gateway", id)).toMatchObject({ status: "Ordered", serialNumbers: [] });
    cloud.pass(20 * HOUR);
    expect(statusOf(cloud, id)).toBe("Delivered");
    expect(cloud.thing<Gateway>("gateway", id).serialNumbers).toEqual([expect.stringMatching(/^sag[0-9a-z]{8}$/)]);
    cloud.pass(28 * HOUR);
    expect(statusOf(cloud, id)).toBe("Received");
  });

  test("two devices have two numbers", () => {
    const cloud = new DirectCloud();
    const id = receive(cloud, { HaType: "cold_backup" });
    expect(cloud.thing<Gateway>("gateway", id).serialNumbers).toHaveLength(2);
  });

  test("a gateway is Active only when it is activated, bound and cabled", () => {
    const cloud = new DirectCloud();
    const id = activate(cloud);
    cloud.pass(HOUR);
    expect(cloud.thing("gateway", id)).toMatchObject({ status: "Unconfirmed", cabled: true, online: true });
    route(cloud, id, "172.16.0.0/12");
    bind(cloud, id);
    expect(statusOf(cloud, id)).toBe("Offline");
    cloud.pass(5 * 60 * SECOND);
    expect(statusOf(cloud, id)).toBe("Active");
  });

  test("a virtual device needs no parcel", () => {
    const cloud = new DirectCloud();
    const id = buy(cloud, { HardWareSpec: "sag-vcpe", HaType: "warm_backup", MaxBandWidth: "10" });
    expect(cloud.thing<Gateway>("gateway", id).serialNumbers).toHaveLength(2);
    cloud.call(activateCall, { ...area, SmartAGId: id });
    expect(statusOf(cloud, id)).toBe("Init");
  });
});

describe("with people who wait to be told", () => {
  test("nothing arrives and nothing is cabled by itself", () => {
    const cloud = new DirectCloud({ people: "manual" });
    const id = receive(cloud);
    expect(statusOf(cloud, id)).toBe("Ordered");
    for (const event of ["gateway.shipped", "gateway.arrived"]) cloud.world.fire(event, { gatewayId: id });
    expect(statusOf(cloud, id)).toBe("Received");
    cloud.pass(DAY);
    expect(cloud.thing("gateway", id)).toMatchObject({ cabled: false });
    cloud.world.fire("gateway.cabled", { gatewayId: id });
    expect(cloud.thing("gateway", id)).toMatchObject({ cabled: true });
  });

  test("a bound gateway that nobody cables stays Offline", () => {
    const cloud = new DirectCloud({ people: "manual" });
    const id = buy(cloud);
    for (const event of ["gateway.shipped", "gateway.arrived"]) cloud.world.fire(event, { gatewayId: id });
    cloud.call(activateCall, { ...area, SmartAGId: id });
    bind(cloud, id);
    cloud.pass(10 * DAY);
    expect(statusOf(cloud, id)).toBe("Offline");
    cloud.world.fire("gateway.cabled", { gatewayId: id });
    cloud.pass(5 * 60 * SECOND);
    expect(statusOf(cloud, id)).toBe("Active");
  });

  test("a box that is under way cannot be cabled, although its gateway is activated", () => {
    const cloud = new DirectCloud({ people: "manual" });
    const id = buy(cloud);
    cloud.world.fire("gateway.shipped", { gatewayId: id });
    cloud.call(activateCall, { ...area, SmartAGId: id });
    cloud.world.fire("gateway.cabled", { gatewayId: id });
    expect(cloud.thing("gateway", id)).toMatchObject({ cabled: false });
    cloud.world.fire("gateway.arrived", { gatewayId: id });
    cloud.world.fire("gateway.cabled", { gatewayId: id });
    expect(cloud.thing("gateway", id)).toMatchObject({ cabled: true, status: "Init" });
  });
});

describe("activation", () => {
  test("starts the service period", () => {
    const cloud = new DirectCloud({ start: Date.UTC(2026, 0, 10) });
    const id = activate(cloud, { Period: "12" });
    const { activatedAt = 0, endTime } = cloud.thing<Gateway>("gateway", id);
    expect(activatedAt).toBe(Date.UTC(2026, 0, 13));
    expect(endTime).toBe(Date.UTC(2027, 0, 13));
  });

  test("happens by itself 15 days after receipt", () => {
    const cloud = new DirectCloud();
    const id = receive(cloud);
    cloud.pass(12 * DAY);
    expect(statusOf(cloud, id)).toBe("Received");
    cloud.pass(4 * DAY);
    expect(statusOf(cloud, id)).toBe("Unconfirmed");
  });

  test("fails before the box is shipped", () => {
    const cloud = new DirectCloud();
    const flat = { ...area, SmartAGId: buy(cloud) };
    cloud.expectRefusal(500, "SmartAccessGatewayActivateFailed", activateCall, flat);
    cloud.pass(20 * HOUR);
    cloud.call(activateCall, flat);
  });

  test("fails the second time", () => {
    const cloud = new DirectCloud();
    const flat = { ...area, SmartAGId: activate(cloud) };
    cloud.expectRefusal(500, "SmartAccessGatewayActivateFailed", activateCall, flat);
  });

  test("of an unknown gateway, or in another area, is refused", () => {
    const cloud = new DirectCloud();
    const id = receive(cloud);
    cloud.expectRefusal(403, "InvalidId.SMARTAG", activateCall, { ...area, SmartAGId: "sag-none" });
    cloud.expectRefusal(403, "InvalidId.SMARTAG", activateCall, { RegionId: "cn-hongkong", SmartAGId: id });
  });

  test("of an own device waits for its serial number", () => {
    const cloud = new DirectCloud();
    const flat = { ...area, SmartAGId: buy(cloud, { AlreadyHaveSag: "true" }) };
    cloud.expectRefusal(500, "SmartAccessGatewayActivateFailed", activateCall, flat);
    cloud.call("Smartag.BindSerialNumber", { ...flat, SerialNumber: "sag12345678" });
    cloud.call(activateCall, flat);
    expect(statusOf(cloud, flat.SmartAGId)).toBe("Init");
  });
});

describe("the end of the service period", () => {
  test("locks the gateway at once", () => {
    const cloud = new DirectCloud();
    const id = activate(cloud);
    bind(cloud, id);
    cloud.pass(40 * DAY);
    expect(cloud.thing("gateway", id)).toMatchObject({ status: "Arrearage", online: false });
    const flat = { ...area, SmartAGId: id };
    cloud.expectRefusal(500, "SmartAccessGatewayInArrears", activateCall, flat);
    cloud.expectRefusal(500, "SmartAccessGatewayInArrears", "Smartag.ModifySmartAccessGateway", {
      ...flat,
      Name: "bj",
    });
  });
});

describe("what comes too late or too early does nothing", () => {
  test.each([{ cabled: false }, { status: "Arrearage" }, { status: "Received" }])("a heartbeat with %j", (fields) => {
    const cloud = new DirectCloud({ people: "manual" });
    const id = "sag-x";
    cloud.world.put("gateway", {
      id,
      uid: "1",
      cabled: true,
      online: false,
      status: "Offline",
      ccnId: "ccn-x",
      ...fields,
    });
    cloud.world.fire("gateway.heartbeat", { gatewayId: id });
    expect(cloud.thing("gateway", id)).toMatchObject({ online: false, ...fields });
  });

  test.each([
    ["an order that nobody has paid", { AutoPay: "false" }],
    ["a device of one's own", { AlreadyHaveSag: "true" }],
  ])("a delivery of %s", (_, differently) => {
    const cloud = new DirectCloud({ people: "manual" });
    const id = buy(cloud, differently);
    for (const event of ["gateway.shipped", "gateway.arrived", "gateway.cabled"])
      cloud.world.fire(event, { gatewayId: id });
    expect(cloud.thing("gateway", id)).toMatchObject({ status: "Ordered", serialNumbers: [], cabled: false });
  });

  test("an event of a gateway that is gone", () => {
    const cloud = new DirectCloud();
    cloud.world.fire("gateway.bound", { gatewayId: "sag-none", ccnId: "ccn-none" });
    expect(cloud.world.all("gateway")).toEqual([]);
  });
});
