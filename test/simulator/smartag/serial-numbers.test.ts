import { describe, expect, test } from "vitest";
import { CCN } from "../../../src/simulator/scenarios/put-backbone.ts";
import type { Gateway } from "../../../src/simulator/smartag/things.ts";
import { DAY, DirectCloud, SECOND } from "../direct-cloud.ts";
import { activate, area, bind, buy, statusOf } from "./branch.ts";

const bindNumber = "Smartag.BindSerialNumber";
const unbindNumber = "Smartag.UnbindSerialNumber";
const number = "sag12345678";

function buyBandwidthOnly(cloud: DirectCloud, HaType = "no_backup"): Record<"RegionId" | "SmartAGId", string> {
  return { ...area, SmartAGId: buy(cloud, { AlreadyHaveSag: "true", HaType }) };
}

describe("an own device", () => {
  test("is there at once: it can be activated, bound and come online", () => {
    const cloud = new DirectCloud();
    const flat = buyBandwidthOnly(cloud);
    cloud.call(bindNumber, { ...flat, SerialNumber: number });
    cloud.call("Smartag.ActivateSmartAccessGateway", flat);
    bind(cloud, flat.SmartAGId);
    cloud.pass(DAY);
    expect(statusOf(cloud, flat.SmartAGId)).toBe("Active");
  });

  test("stand-alone has one number, a pair has two in their order", () => {
    const cloud = new DirectCloud();
    const alone = buyBandwidthOnly(cloud);
    cloud.call(bindNumber, { ...alone, SerialNumber: "sagalone001" });
    cloud.expectRefusal(400, "SAG.SnOverLimit", bindNumber, { ...alone, SerialNumber: "sagalone002" });
    const pair = buyBandwidthOnly(cloud, "cold_backup");
    for (const SerialNumber of ["sagpair0002", "sagpair0001"]) cloud.call(bindNumber, { ...pair, SerialNumber });
    expect(cloud.thing<Gateway>("gateway", pair.SmartAGId).serialNumbers).toEqual(["sagpair0002", "sagpair0001"]);
  });

  test("belongs to one gateway only", () => {
    const cloud = new DirectCloud();
    cloud.call(bindNumber, { ...buyBandwidthOnly(cloud), SerialNumber: number });
    cloud.expectRefusal(400, "SAG.SnConflict", bindNumber, { ...buyBandwidthOnly(cloud), SerialNumber: number });
  });

  test("has a number of the usual form, and joins a paid gateway", () => {
    const cloud = new DirectCloud({ people: "manual" });
    const flat = buyBandwidthOnly(cloud);
    cloud.expectRefusal(400, "SAG.InvalidSerialNumber", bindNumber, { ...flat, SerialNumber: "42" });
    cloud.expectRefusal(400, "SAG.InstanceNoFound", bindNumber, {
      ...flat,
      SmartAGId: "sag-none",
      SerialNumber: number,
    });
    const unpaid = buy(cloud, { AlreadyHaveSag: "true", AutoPay: "false" });
    cloud.expectRefusal(400, "SAG.InstanceNoFound", bindNumber, { ...flat, SmartAGId: unpaid, SerialNumber: number });
  });

  test("waits while the gateway is busy", () => {
    const cloud = new DirectCloud();
    const flat = buyBandwidthOnly(cloud, "cold_backup");
    cloud.call(bindNumber, { ...flat, SerialNumber: number });
    cloud.call("Smartag.ActivateSmartAccessGateway", flat);
    cloud.call("Smartag.BindSmartAccessGateway", { ...flat, CcnId: CCN });
    const second = { ...flat, SerialNumber: "sag87654321" };
    cloud.expectRefusal(400, "ResourceInOperating", bindNumber, second);
    cloud.pass(20 * SECOND);
    cloud.call(bindNumber, second);
  });
});

describe("taking a number away", () => {
  test("takes the gateway offline with its last device", () => {
    const cloud = new DirectCloud();
    const id = activate(cloud);
    bind(cloud, id);
    cloud.pass(DAY);
    const [SerialNumber = ""] = cloud.thing<Gateway>("gateway", id).serialNumbers;
    cloud.call(unbindNumber, { ...area, SmartAGId: id, SerialNumber });
    expect(cloud.thing("gateway", id)).toMatchObject({ status: "Offline", online: false, serialNumbers: [] });
  });

  test("that the gateway does not have is refused", () => {
    const cloud = new DirectCloud();
    const flat = { ...area, SmartAGId: activate(cloud), SerialNumber: number };
    cloud.expectRefusal(400, "SAG.InvalidSerialNumber", unbindNumber, flat);
  });
});
