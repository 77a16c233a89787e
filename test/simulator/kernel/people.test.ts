import { describe, expect, test } from "vitest";
import type { Gateway } from "../../../src/simulator/smartag/things.ts";
import { createTinyCloud, hub } from "../wire/tiny-cloud.ts";
import { buyGateway } from "./buy-gateway.ts";

type Cloud = ReturnType<typeof createTinyCloud>;

const HOUR = 3_600_000;
const gateway = (cloud: Cloud, id: string) => cloud.world.find<Gateway>("gateway", id);

describe("people who act by themselves", () => {
  test("ship, deliver and cable what was paid, on the virtual clock", async () => {
    const cloud = createTinyCloud();
    const start = cloud.now();
    const { gatewayId } = await buyGateway(cloud);
    await cloud.advanceTo(start + 20 * HOUR);
    expect(gateway(cloud, gatewayId)).toMatchObject({ status: "Delivered", cabled: false });
    await cloud.advanceTo(start + 47 * HOUR);
    expect(gateway(cloud, gatewayId)?.status).toBe("Received");
    await cloud.advanceTo(start + 50 * HOUR);
    expect(gateway(cloud, gatewayId)?.cabled).toBe(true);
  });

  test("pay what was left unpaid, after some hours", async () => {
    const cloud = createTinyCloud();
    const { orderId } = await buyGateway(cloud, { AutoPay: "false" });
    expect(cloud.ledger()).toMatchObject([{ orderId, status: "unpaid" }]);
    await cloud.advanceTo(cloud.now() + 4 * HOUR);
    expect(cloud.ledger()).toMatchObject([{ orderId, status: "paid" }]);
  });
});

describe("people who wait to be told", () => {
  test("leave everything as it is", async () => {
    const cloud = createTinyCloud({ people: "manual" });
    const { gatewayId } = await buyGateway(cloud);
    await buyGateway(cloud, { AutoPay: "false" });
    await cloud.advanceTo(cloud.now() + 100 * HOUR);
    expect(gateway(cloud, gatewayId)?.status).toBe("Ordered");
    expect(cloud.ledger().map(({ status }) => status)).toEqual(["paid", "unpaid"]);
  });

  test("pay, deliver and plug in when told, one or all, and say what that changed", async () => {
    const cloud = createTinyCloud({ people: "manual" });
    const first = await buyGateway(cloud, { AutoPay: "false" });
    const second = await buyGateway(cloud);
    expect(cloud.people.deliver(first.gatewayId)).toEqual([]);
    expect(cloud.people.plugIn()).toEqual([]);
    expect(cloud.people.pay(first.orderId)).toEqual([first.orderId]);
    expect(cloud.people.pay()).toEqual([]);
    expect(cloud.people.deliver(second.gatewayId)).toEqual([second.gatewayId]);
    expect(gateway(cloud, second.gatewayId)?.status).toBe("Received");
    expect(cloud.people.deliver()).toEqual([first.gatewayId]);
    expect(cloud.people.plugIn()).toEqual([first.gatewayId, second.gatewayId]);
    expect(gateway(cloud, first.gatewayId)?.cabled).toBe(true);
  });

  test("who hurry people that act by themselves: the agenda then changes nothing more", async () => {
    const cloud = createTinyCloud();
    const { gatewayId } = await buyGateway(cloud);
    cloud.people.deliver();
    cloud.people.plugIn();
    const early = structuredClone(gateway(cloud, gatewayId));
    await cloud.advanceTo(cloud.now() + 60 * HOUR);
    expect(gateway(cloud, gatewayId)).toEqual(early);
  });
});

describe("money", () => {
  test("an order above the balance stays unpaid and takes nothing from it", async () => {
    const cloud = createTinyCloud({ people: "manual" });
    cloud.world.account(hub).balance = 1;
    await buyGateway(cloud);
    expect(cloud.ledger()).toMatchObject([{ status: "unpaid", uid: hub, action: "CreateSmartAccessGateway" }]);
    expect(cloud.world.account(hub).balance).toBe(1);
  });

  test("a paid order is taken from the balance, once", async () => {
    const cloud = createTinyCloud({ people: "manual" });
    const { orderId } = await buyGateway(cloud);
    const price = cloud.ledger()[0]?.price ?? 0;
    expect(price).toBeGreaterThan(0);
    expect(cloud.people.pay(orderId)).toEqual([]);
    expect(cloud.world.account(hub).balance).toBe(100_000 - price);
  });

  test("an order that a person pays before its time is not paid again when its time comes", async () => {
    const cloud = createTinyCloud();
    const { orderId } = await buyGateway(cloud, { AutoPay: "false" });
    const paidAt = cloud.now();
    expect(cloud.people.pay()).toEqual([orderId]);
    await cloud.advanceTo(paidAt + 10 * HOUR);
    const { price = 0, ...order } = cloud.ledger()[0] ?? {};
    expect(order).toMatchObject({ status: "paid", paidAt });
    expect(cloud.world.account(hub).balance).toBe(100_000 - price);
  });
});
