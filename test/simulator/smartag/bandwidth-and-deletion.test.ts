import { describe, expect, test } from "vitest";
import { CCN } from "../../../src/simulator/scenarios/put-backbone.ts";
import type { Gateway } from "../../../src/simulator/smartag/things.ts";
import { DAY, DirectCloud, SECOND } from "../direct-cloud.ts";
import { activate, area, bind, buy } from "./branch.ts";

const upgrade = "Smartag.UpgradeSmartAccessGateway";
const downgrade = "Smartag.DowngradeSmartAccessGateway";

function bandwidth(cloud: DirectCloud, id: string): number {
  return cloud.thing<Gateway>("gateway", id).bandwidthMbps;
}

describe("another bandwidth", () => {
  test("is an order, and there at once when it is paid", () => {
    const cloud = new DirectCloud();
    const id = activate(cloud);
    const { OrderId } = cloud.call(upgrade, { ...area, SmartAGId: id, AutoPay: "true", BandWidthSpec: "20" });
    expect(bandwidth(cloud, id)).toBe(20);
    expect(cloud.world.state.ledger.at(-1)).toMatchObject({ orderId: OrderId, action: "UpgradeSmartAccessGateway" });
    cloud.call(downgrade, { ...area, SmartAGId: id, AutoPay: "true", BandWidthSpec: "5" });
    expect(bandwidth(cloud, id)).toBe(5);
  });

  test("comes with the payment when it is not", () => {
    const cloud = new DirectCloud({ people: "manual" });
    const id = buy(cloud);
    for (const event of ["gateway.shipped", "gateway.arrived"]) cloud.world.fire(event, { gatewayId: id });
    const flat = { ...area, SmartAGId: id };
    cloud.call("Smartag.ActivateSmartAccessGateway", flat);
    const { OrderId } = cloud.call(upgrade, { ...flat, AutoPay: "false", BandWidthSpec: "20" });
    expect(bandwidth(cloud, id)).toBe(2);
    cloud.world.fire("order.paid", { orderId: OrderId });
    expect(bandwidth(cloud, id)).toBe(20);
  });

  test.each([
    ["an upgrade downwards", upgrade, "2", "InvalidParameter"],
    ["a downgrade upwards", downgrade, "20", "InvalidParameter"],
    ["more than the model has", upgrade, "51", "InvalidParameter"],
  ])("%s is refused", (_, action, BandWidthSpec, code) => {
    const cloud = new DirectCloud();
    const flat = { ...area, SmartAGId: activate(cloud), AutoPay: "true", BandWidthSpec };
    cloud.expectRefusal(400, code, action, flat);
    expect(cloud.world.state.ledger).toHaveLength(1);
  });

  test("needs an activated gateway", () => {
    const cloud = new DirectCloud();
    const flat = { ...area, SmartAGId: buy(cloud), AutoPay: "true", BandWidthSpec: "20" };
    cloud.expectRefusal(500, "SmartAccessGatewayNotActivated", upgrade, flat);
  });
});

describe("deletion", () => {
  const remove = "Smartag.DeleteSmartAccessGateway";

  test("is possible a week after the gateway was locked, by InstanceId", () => {
    const cloud = new DirectCloud();
    const InstanceId = activate(cloud);
    cloud.pass(33 * DAY);
    cloud.expectRefusal(400, "SAG.BusinessStateNotSupport", remove, { InstanceId });
    cloud.pass(7 * DAY);
    cloud.call(remove, { InstanceId });
    expect(cloud.world.find("gateway", InstanceId)).toBe(undefined);
  });

  test("of a gateway in use is refused", () => {
    const cloud = new DirectCloud();
    cloud.expectRefusal(400, "SAG.BusinessStateNotSupport", remove, { InstanceId: activate(cloud) });
    cloud.expectRefusal(400, "SAG.BusinessStateNotSupport", remove, { InstanceId: buy(cloud) });
    cloud.expectRefusal(400, "SAG.InstanceNoFound", remove, { InstanceId: "sag-none" });
  });

  test("of an overdue gateway on a CCN is refused until it is unbound", () => {
    const cloud = new DirectCloud();
    const InstanceId = activate(cloud);
    bind(cloud, InstanceId);
    cloud.pass(45 * DAY);
    cloud.expectRefusal(400, "SAG.BusinessStateNotSupport", remove, { InstanceId });
    cloud.call("Smartag.UnbindSmartAccessGateway", { ...area, SmartAGId: InstanceId, CcnId: CCN });
    cloud.pass(20 * SECOND);
    cloud.call(remove, { InstanceId });
  });
});
