import type { SimAction } from "../action.ts";
import { findOrder } from "./find-order.ts";
import { orderFields, succeed } from "./order-shape.ts";

/** This call writes the status in lower case and with one l; QueryOrders does not. Source: API page. */
const spelling = { unpaid: "unpaid", paid: "paid", cancelled: "canceled", refunded: "paid" } as const;

/** One order, with the ids of what it bought. */
export const getOrderDetail: SimAction = {
  product: "BssOpenApi",
  name: "GetOrderDetail",
  kind: "read",
  permission: "bss:DescribeOrderDetail",
  parameters: { OrderId: { type: "string", required: true } },
  evidence: "SDK model; API page; code of an unknown order: assumption",
  handle(world, request) {
    const order = findOrder(world, request);
    if (order.status === "unpaid") world.call.transitional = true;
    const Order = [
      {
        ...orderFields(order, spelling),
        SubOrderId: order.orderId,
        // Source: API page: a string that holds a list.
        InstanceIDs: JSON.stringify(order.instanceIds),
        Quantity: "1",
        Config: order.what,
      },
    ];
    return succeed({ HostName: "", OrderList: { Order }, PageNum: 1, PageSize: 20, TotalCount: 1 });
  },
};
