import { expect, test } from "vitest";
import { listUnpaidOrders, readOrder } from "../../../src/api/orders.ts";

const part = (instances: unknown) => ({ OrderId: 203377778550296, PaymentStatus: "paid", InstanceIDs: instances });
const page = (orders: unknown) => ({ Success: true, Data: { OrderList: { Order: orders } } });

test("an order's id is text, and the instances of all its parts are put together", () => {
  const order = readOrder({ account: "hub", orderId: "203377778550296" }).take([
    page([part('["sag-1"]'), part('["sag-1","sag-2"]')]),
  ]);
  expect(order).toMatchObject({ id: "203377778550296", instanceIds: ["sag-1", "sag-2"] });
});

test("an order that has no instance yet is an order", () => {
  const order = readOrder({ account: "hub", orderId: "1" }).take([page(part(undefined))]);
  expect(order?.instanceIds).toEqual([]);
});

test("no order is undefined", () => {
  expect(readOrder({ account: "hub", orderId: "1" }).take([page([])])).toBeUndefined();
});

test("unpaid orders are asked for with both ends of the time, whole seconds, UTC", () => {
  const from = Date.UTC(2026, 10, 1, 8, 30, 15, 250);
  const { params } = listUnpaidOrders({ account: "hub", product: "smartag", from, to: from + 3_600_000 }).call;
  expect(params).toMatchObject({ CreateTimeStart: "2026-11-01T08:30:15Z", CreateTimeEnd: "2026-11-01T09:30:15Z" });
});

test("pages of orders are counted inside Data", () => {
  const { next } = listUnpaidOrders({ account: "hub", product: "smartag", from: 0, to: 1 });
  const data = { PageNum: 1, TotalCount: 21, OrderList: { Order: [part("")] } };
  expect(next?.({ Data: data })?.params.PageNum).toBe(2);
  expect(next?.({ Data: { ...data, PageNum: 2 } })).toBeUndefined();
});
