import { Refusal, type SimAction } from "../action.ts";
import { cancelOrder } from "../orders.ts";
import { findOrder } from "./find-order.ts";
import { succeed } from "./order-shape.ts";

/** Takes back an order that nobody has paid. */
export const cancelOrderAction: SimAction = {
  product: "BssOpenApi",
  name: "CancelOrder",
  kind: "write",
  permission: "bss:CancelOrder",
  parameters: { OrderId: { type: "string", required: true } },
  evidence: "SDK model; code of an order that is paid or cancelled already: assumption",
  handle(world, request) {
    const order = findOrder(world, request);
    if (cancelOrder(world, order.orderId)) return succeed({ HostId: "" });
    throw new Refusal(200, "InvalidOrderStatus", `The order is ${order.status} and cannot be cancelled.`);
  },
};
