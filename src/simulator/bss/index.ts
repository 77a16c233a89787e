import type { SimAction } from "../action.ts";
import { cancelOrderAction } from "./cancel-order.ts";
import { getOrderDetail } from "./get-order-detail.ts";
import { queryAvailableInstances } from "./query-available-instances.ts";
import { queryOrders } from "./query-orders.ts";

/** Orders and what was bought with them. */
export const actions: readonly SimAction[] = [getOrderDetail, queryOrders, cancelOrderAction, queryAvailableInstances];
