import { describe, expect, test } from "vitest";
import { buyGateway } from "../kernel/buy-gateway.ts";
import { callCloud } from "../wire/call-cloud.ts";
import { createTinyCloud, hubKey } from "../wire/tiny-cloud.ts";

type Cloud = ReturnType<typeof createTinyCloud>;

const HOUR = 3_600_000;
const shopKey = { id: "LTAI5tSimulatedShop001", secret: "simulated-shop-secret-001" };

function iso(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19)}Z`;
}

async function listed(cloud: Cloud, params: Record<string, string> = {}, key = hubKey) {
  const { body } = await callCloud(cloud, "Bss.QueryOrders", params, { key });
  const data = body.Data as { OrderList: { Order: { OrderId: string; PaymentStatus: string }[] }; TotalCount: number };
  return { orders: data.OrderList.Order, total: data.TotalCount };
}

describe("QueryOrders", () => {
  test("without times shows the last hour only; with times the rest", async () => {
    const cloud = createTinyCloud({ people: "manual" });
    const { orderId } = await buyGateway(cloud, { AutoPay: "false" });
    const bought = cloud.now();
    await cloud.advanceTo(bought + 2 * HOUR);
    expect((await listed(cloud)).orders).toEqual([]);
    const window = { CreateTimeStart: iso(bought - HOUR), CreateTimeEnd: iso(cloud.now()) };
    expect((await listed(cloud, window)).orders).toMatchObject([{ OrderId: orderId, PaymentStatus: "Unpaid" }]);
  });

  test("filters by payment status and product, newest first, in pages, and for the own account only", async () => {
    const cloud = createTinyCloud({ people: "manual" });
    const paid = await buyGateway(cloud);
    const unpaid = await buyGateway(cloud, { AutoPay: "false" });
    expect((await listed(cloud)).orders.map(({ OrderId }) => OrderId)).toEqual([unpaid.orderId, paid.orderId]);
    expect((await listed(cloud, { PaymentStatus: "Paid" })).orders).toMatchObject([{ OrderId: paid.orderId }]);
    expect((await listed(cloud, { ProductCode: "cbn" })).total).toBe(0);
    expect((await listed(cloud, { ProductCode: "smartag", ProductType: "smartag" })).total).toBe(2);
    const second = await listed(cloud, { PageNum: "2", PageSize: "1" });
    expect([second.total, second.orders[0]?.OrderId]).toEqual([2, paid.orderId]);
    expect((await listed(cloud, {}, shopKey)).total).toBe(0);
  });
});

describe("GetOrderDetail", () => {
  test("writes the status its own way and names what was bought", async () => {
    const cloud = createTinyCloud({ people: "manual" });
    const { orderId, gatewayId } = await buyGateway(cloud, { AutoPay: "false" });
    const { body } = await callCloud(cloud, "Bss.GetOrderDetail", { OrderId: orderId });
    expect(body).toMatchObject({ Code: "Success", Success: true });
    const order = {
      OrderId: orderId,
      PaymentStatus: "unpaid",
      InstanceIDs: `["${gatewayId}"]`,
      ProductCode: "smartag",
    };
    expect(body.Data).toMatchObject({ OrderList: { Order: [order] } });
    expect(cloud.calls().at(-1)?.transitional).toBe(true);
    cloud.people.pay();
    const later = await callCloud(cloud, "Bss.GetOrderDetail", { OrderId: orderId });
    expect(later.body.Data).toMatchObject({
      OrderList: { Order: [{ PaymentStatus: "paid", PaymentTime: iso(cloud.now()) }] },
    });
  });

  test("of another account's or an unknown order is a business failure under status 200", async () => {
    const cloud = createTinyCloud();
    const { orderId } = await buyGateway(cloud);
    for (const [OrderId, key] of [[orderId, shopKey] as const, ["1", hubKey] as const]) {
      const { status, body } = await callCloud(cloud, "Bss.GetOrderDetail", { OrderId }, { key });
      expect([status, body.Success, body.Code]).toEqual([200, false, "InvalidOrderId"]);
    }
  });
});

describe("CancelOrder", () => {
  test("takes back an unpaid order for good, and what it would have bought", async () => {
    const cloud = createTinyCloud();
    const { orderId, gatewayId } = await buyGateway(cloud, { AutoPay: "false" });
    expect((await callCloud(cloud, "Bss.CancelOrder", { OrderId: orderId })).body.Success).toBe(true);
    await cloud.advanceTo(cloud.now() + 10 * HOUR);
    expect(cloud.ledger()).toMatchObject([{ status: "cancelled" }]);
    expect(cloud.world.find("gateway", gatewayId)).toBe(undefined);
    const { body } = await callCloud(cloud, "Bss.GetOrderDetail", { OrderId: orderId });
    expect(body.Data).toMatchObject({ OrderList: { Order: [{ PaymentStatus: "canceled" }] } });
  });

  test("refuses a paid order", async () => {
    const cloud = createTinyCloud();
    const { orderId } = await buyGateway(cloud);
    const { status, body } = await callCloud(cloud, "Bss.CancelOrder", { OrderId: orderId });
    expect([status, body.Success, body.Code]).toEqual([200, false, "InvalidOrderStatus"]);
    expect(cloud.ledger()).toMatchObject([{ status: "paid" }]);
  });
});

describe("QueryAvailableInstances", () => {
  test("shows a gateway, its owner as a number, and its end once it is activated", async () => {
    const cloud = createTinyCloud({ people: "manual" });
    const { gatewayId } = await buyGateway(cloud);
    const ask = async () =>
      (await callCloud(cloud, "Bss.QueryAvailableInstances", { ProductCode: "smartag" })).body.Data;
    const before = { InstanceID: gatewayId, OwnerId: 1000000000000001, Status: "Creating" };
    expect(await ask()).toMatchObject({ TotalCount: 1, InstanceList: [before] });
    cloud.people.deliver();
    await callCloud(cloud, "Smartag.ActivateSmartAccessGateway", { RegionId: "cn-shanghai", SmartAGId: gatewayId });
    const end = new Date(cloud.now());
    end.setUTCMonth(end.getUTCMonth() + 1);
    expect(await ask()).toMatchObject({ InstanceList: [{ Status: "Normal", EndTime: iso(end.getTime()) }] });
  });
});
