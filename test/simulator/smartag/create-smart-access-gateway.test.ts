import { describe, expect, test } from "vitest";
import type { Gateway } from "../../../src/simulator/smartag/things.ts";
import { DAY, DirectCloud, hub } from "../direct-cloud.ts";
import { buy, order, statusOf } from "./branch.ts";

const create = "Smartag.CreateSmartAccessGateway";

describe("an order that is paid at once", () => {
  test("gives an id and an order id as text, and takes the money", () => {
    const cloud = new DirectCloud();
    const before = cloud.world.account(hub).balance;
    const { SmartAGId, OrderId } = cloud.call(create, order);
    expect(SmartAGId).toMatch(/^sag-[0-9a-z]{18}$/);
    const [entry] = cloud.world.state.ledger;
    expect(entry).toMatchObject({ orderId: OrderId, status: "paid", instanceIds: [SmartAGId], product: "Smartag" });
    expect(cloud.world.account(hub).balance).toBe(before - (entry?.price ?? 0));
    expect(entry?.price).toBeGreaterThan(0);
  });

  test("called twice buys twice: there is no ClientToken", () => {
    const cloud = new DirectCloud();
    expect(buy(cloud)).not.toBe(buy(cloud));
    expect(cloud.world.state.ledger).toHaveLength(2);
    cloud.expectRefusal(400, "InvalidParameter", create, { ...order, ClientToken: "t" });
  });

  test("has an order id that is a number by the switch", () => {
    const cloud = new DirectCloud({ switches: { orderIdAsNumber: true } });
    expect(cloud.call(create, order).OrderId).toBeTypeOf("number");
  });
});

describe("an unpaid order", () => {
  test("waits for a person when AutoPay is off, listed as Ordered, and goes on once paid", () => {
    const cloud = new DirectCloud({ people: "manual" });
    const id = buy(cloud, { AutoPay: "false" });
    cloud.pass(3 * DAY);
    expect(cloud.thing("gateway", id)).toMatchObject({ status: "Ordered", paid: false });
    const [entry] = cloud.world.state.ledger;
    cloud.world.fire("order.paid", { orderId: entry?.orderId });
    expect(cloud.thing("gateway", id)).toMatchObject({ paid: true });
    expect(entry?.status).toBe("paid");
  });

  test("is refused when the balance is too low, where the switch says so, and leaves no order", () => {
    const cloud = new DirectCloud({ switches: { lowBalance: "refused" } });
    cloud.world.account(hub).balance = 1;
    cloud.expectRefusal(400, "InsufficientBalance", create, order);
    expect(cloud.world.state.ledger).toEqual([]);
    cloud.call(create, { ...order, AutoPay: "false" });
    expect(cloud.world.state.ledger).toMatchObject([{ status: "unpaid" }]);
  });

  test("waits when the balance is too low, and is no error", () => {
    const cloud = new DirectCloud();
    cloud.world.account(hub).balance = 1;
    const { OrderId } = cloud.call(create, order);
    expect(cloud.world.state.ledger).toMatchObject([{ orderId: OrderId, status: "unpaid" }]);
  });

  test("has no id that anybody sees until it is paid, by the switch", () => {
    const cloud = new DirectCloud({ people: "manual", switches: { unpaidGatewayHasId: false } });
    const { SmartAGId, OrderId } = cloud.call(create, { ...order, AutoPay: "false" });
    expect(SmartAGId).toBe("");
    expect(cloud.world.all("gateway")).toEqual([]);
    expect(cloud.world.state.ledger).toMatchObject([{ instanceIds: [] }]);
    cloud.world.fire("order.paid", { orderId: OrderId });
    const [gateway] = cloud.world.all<Gateway>("gateway");
    expect(gateway).toMatchObject({ orderId: OrderId, paid: true });
    expect(cloud.world.state.ledger).toMatchObject([{ instanceIds: [gateway?.id] }]);
  });

  test("that is cancelled leaves no gateway", () => {
    const cloud = new DirectCloud({ people: "manual" });
    const id = buy(cloud, { AutoPay: "false" });
    cloud.world.fire("cancelled:Smartag", { orderId: cloud.world.state.ledger[0]?.orderId });
    expect(cloud.world.find("gateway", id)).toBe(undefined);
  });

  test("cannot be cancelled away after it is paid", () => {
    const cloud = new DirectCloud();
    const id = buy(cloud);
    cloud.world.fire("cancelled:Smartag", { orderId: cloud.world.state.ledger[0]?.orderId });
    expect(statusOf(cloud, id)).toBe("Ordered");
  });
});

describe("an order is refused, and nothing is bought,", () => {
  test.each([
    ["with a bandwidth below the model's", { MaxBandWidth: "1" }],
    ["with a bandwidth above the model's", { MaxBandWidth: "51" }],
    ["with a bandwidth that another model has", { HardWareSpec: "sag-1000", MaxBandWidth: "9" }],
    ["with a model that does not exist", { HardWareSpec: "SAG-100WM" }],
    ["with a period that is not sold", { Period: "10" }],
    ["as pay-as-you-go", { ChargeType: "POSTPAY" }],
    ["with a kind of backup that does not exist", { HaType: "hot" }],
    ["for a virtual device without warm_backup", { HardWareSpec: "sag-vcpe", HaType: "no_backup", MaxBandWidth: "10" }],
    ["with CPEVersion for hardware", { CPEVersion: "basic" }],
    ["for hardware shipped abroad", { RegionId: "cn-hongkong" }],
  ])("%s", (_, differently) => {
    new DirectCloud().expectRefusal(400, "InvalidParameter", create, { ...order, ...differently });
  });

  test.each(["ReceiverTown", "BuyerMessage", "HaType", "AutoPay", "Period", "ReceiverZip"])("without %s", (name) => {
    const { [name]: _, ...rest } = order as Record<string, string>;
    new DirectCloud().expectRefusal(403, "MissingParameter", create, rest);
  });

  test.each(["ap-southeast-2", "cn-hangzhou", "us-west-1"])("in %s, where none are sold", (RegionId) => {
    new DirectCloud().expectRefusal(400, "InvalidRegionID", create, { ...order, RegionId, AlreadyHaveSag: "true" });
  });

  test.each(["x", "1abc", "two words", "a".repeat(129)])("with the name %j", (Name) => {
    new DirectCloud().expectRefusal(403, "InvalidName", create, { ...order, Name });
  });

  test("with a description that is too short", () => {
    new DirectCloud().expectRefusal(403, "InvalidDescription", create, { ...order, Description: "x" });
  });

  test("when the account has 500", () => {
    const cloud = new DirectCloud();
    for (let at = 0; at < 500; at += 1) cloud.world.put("gateway", { id: `sag-${at}`, uid: hub });
    cloud.expectRefusal(403, "SmartAccessGatewayAmountLimit", create, order);
  });
});

test("a device of one's own may be anywhere, and nothing is shipped", () => {
  const cloud = new DirectCloud();
  const id = buy(cloud, { RegionId: "cn-hongkong", AlreadyHaveSag: "true" });
  cloud.pass(5 * DAY);
  expect(cloud.thing("gateway", id)).toMatchObject({ status: "Ordered", serialNumbers: [], region: "cn-hongkong" });
});

test("a name may be Chinese", () => {
  const cloud = new DirectCloud();
  expect(cloud.call(create, { ...order, Name: "北京-1" }).Name).toBe("北京-1");
});
