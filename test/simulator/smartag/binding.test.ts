import { describe, expect, test } from "vitest";
import { CCN, CEN } from "../../../src/simulator/scenarios/put-backbone.ts";
import type { Ccn, Gateway } from "../../../src/simulator/smartag/things.ts";
import { DAY, DirectCloud, SECOND, shop } from "../direct-cloud.ts";
import { activate, area, bind, buy, receive, route, statusOf } from "./branch.ts";

const bindCall = "Smartag.BindSmartAccessGateway";
const unbindCall = "Smartag.UnbindSmartAccessGateway";

describe("binding", () => {
  test("shows only when it has settled, and keeps other writes off until then", () => {
    const cloud = new DirectCloud();
    const flat = { ...area, SmartAGId: activate(cloud), CcnId: CCN };
    cloud.call(bindCall, flat);
    expect(cloud.thing<Gateway>("gateway", flat.SmartAGId).ccnId).toBe(undefined);
    cloud.expectRefusal(500, "Operation.Blocking", bindCall, flat);
    cloud.expectRefusal(403, "AlreadyBound.SMARTAG", "Smartag.DeleteCloudConnectNetwork", { ...area, CcnId: CCN });
    cloud.pass(20 * SECOND);
    expect(cloud.thing("gateway", flat.SmartAGId)).toMatchObject({ ccnId: CCN, status: "Offline" });
  });

  test("needs no RegionId, but the right one if there is one", () => {
    const cloud = new DirectCloud();
    const flat = { SmartAGId: activate(cloud), CcnId: CCN };
    cloud.expectRefusal(403, "InvalidId.CCN", bindCall, { ...flat, RegionId: "cn-hongkong" });
    cloud.call(bindCall, flat);
  });

  test("again to the same CCN, or to another, is refused with a code of its own", () => {
    const cloud = new DirectCloud();
    const id = activate(cloud);
    bind(cloud, id);
    const { CcnId } = cloud.call("Smartag.CreateCloudConnectNetwork", area);
    cloud.expectRefusal(403, "SmartAccessGatewayAlreadyBound", bindCall, { SmartAGId: id, CcnId: CCN });
    cloud.expectRefusal(400, "AlreadyBound.CCN", bindCall, { SmartAGId: id, CcnId });
  });
});

describe("binding needs", () => {
  test("an activated gateway", () => {
    const cloud = new DirectCloud();
    cloud.expectRefusal(500, "SmartAccessGatewayNotActivated", bindCall, { SmartAGId: receive(cloud), CcnId: CCN });
  });

  test("a serial number", () => {
    const cloud = new DirectCloud();
    const id = activate(cloud);
    cloud.change("gateway", id, { serialNumbers: [] });
    cloud.expectRefusal(400, "SAG.NoBindSN", bindCall, { SmartAGId: id, CcnId: CCN });
  });

  test("bandwidth, which an order without MaxBandWidth does not have", () => {
    const cloud = new DirectCloud();
    const id = activate(cloud, { MaxBandWidth: "" });
    const { MaxBandwidth } = cloud.call("Smartag.DescribeSmartAccessGatewayAttribute", { ...area, SmartAGId: id });
    expect(MaxBandwidth).toBe("0 M");
    cloud.expectRefusal(400, "SAG.NoBandwidth", bindCall, { SmartAGId: id, CcnId: CCN });
  });

  test("a CCN of its own area, although the call needs no region", () => {
    const cloud = new DirectCloud();
    const { CcnId } = cloud.call("Smartag.CreateCloudConnectNetwork", { RegionId: "cn-hongkong" });
    cloud.expectRefusal(403, "InvalidId.SMARTAG", bindCall, { SmartAGId: activate(cloud), CcnId });
  });

  test("prefixes that no other gateway on the CCN overlaps", () => {
    const cloud = new DirectCloud();
    const [one, other] = [activate(cloud), activate(cloud)];
    for (const id of [one, other]) route(cloud, id, "172.16.0.0/12");
    bind(cloud, one);
    cloud.expectRefusal(403, "CidrConflict", bindCall, { SmartAGId: other, CcnId: CCN });
  });

  test("a gateway and a CCN that exist and are one's own", () => {
    const cloud = new DirectCloud();
    const id = activate(cloud);
    cloud.expectRefusal(403, "InvalidId.CCN", bindCall, { SmartAGId: id, CcnId: "ccn-none" });
    cloud.expectRefusal(403, "InvalidId.SMARTAG", bindCall, { SmartAGId: "sag-none", CcnId: CCN });
    cloud.expectRefusal(403, "InvalidId.SMARTAG", bindCall, { SmartAGId: id, CcnId: CCN, SmartAGUid: shop });
    cloud.expectRefusal(403, "InvalidId.CCN", bindCall, { SmartAGId: id, CcnId: CCN }, shop);
  });

  test("a gateway that is not overdue", () => {
    const cloud = new DirectCloud();
    const id = activate(cloud);
    cloud.pass(40 * DAY);
    cloud.expectRefusal(500, "SmartAccessGatewayInArrears", bindCall, { SmartAGId: id, CcnId: CCN });
  });
});

describe("unbinding", () => {
  test("works although the CCN is on a CEN, and leaves the gateway without one", () => {
    const cloud = new DirectCloud();
    const id = activate(cloud);
    bind(cloud, id);
    cloud.change("ccn", CCN, { cenId: CEN });
    cloud.call(unbindCall, { ...area, SmartAGId: id, CcnId: CCN });
    cloud.expectRefusal(500, "Operation.Blocking", unbindCall, { ...area, SmartAGId: id, CcnId: CCN });
    cloud.pass(20 * SECOND);
    expect(statusOf(cloud, id)).toBe("Unconfirmed");
    expect(cloud.thing("gateway", id)).not.toHaveProperty("ccnId");
  });

  test("waits until the CCN is off its CEN where the error table holds, and the gateway can leave then", () => {
    const cloud = new DirectCloud({ switches: { unbindNeedsFreeCcn: true } });
    const id = activate(cloud);
    bind(cloud, id);
    const flat = { ...area, SmartAGId: id, CcnId: CCN };
    cloud.change("ccn", CCN, { cenId: CEN });
    cloud.expectRefusal(403, "AlreadyBound.CEN", unbindCall, flat);
    const { cenId: _, ...free } = cloud.thing<Ccn>("ccn", CCN);
    cloud.world.put("ccn", free as Ccn);
    cloud.call(unbindCall, flat);
  });

  test("what is not bound is refused", () => {
    const cloud = new DirectCloud();
    const flat = { ...area, CcnId: CCN };
    cloud.expectRefusal(403, "SmartAccessGatewayNotBind", unbindCall, { ...flat, SmartAGId: activate(cloud) });
    cloud.expectRefusal(500, "SmartAccessGatewayNotActivated", unbindCall, { ...flat, SmartAGId: buy(cloud) });
  });
});
