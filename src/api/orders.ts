import type { AccountName } from "../keys.ts";
import type { ApiCall, Read, Reply } from "./call.ts";
import { makeCall, type Place } from "./make-call.ts";
import { withParam } from "./paging.ts";
import { listAt, numberAt, once, present, textAt, timeAt } from "./reply-fields.ts";

/** An order at BSS; one order may have several parts, which are put together here. */
export interface OrderSeen {
  readonly id: string;
  /** `unpaid`, `paid`, `canceled` or `Unpaid`, `Paid`, `Cancelled`, by the call that answered. */
  readonly paymentStatus: string;
  readonly type: string;
  readonly product: string;
  readonly instanceIds: readonly string[];
  readonly createdAt?: number;
}

// An account of the international site is served by another host; the client changes over when told NotApplicable.
const place = (account: AccountName): Place => ({ account, region: "cn-hangzhou" });

const ordersOf = (reply: Reply): readonly Reply[] => listAt(reply, "Data", "OrderList", "Order");

/** Undefined: there is no such order. */
export function readOrder(of: {
  readonly account: AccountName;
  readonly orderId: string;
}): Read<OrderSeen | undefined> {
  return {
    call: makeCall("BssOpenApi", "GetOrderDetail", place(of.account), { OrderId: of.orderId }),
    take: (pages) => {
      const parts = pages.flatMap(ordersOf).map(orderSeen);
      const [order] = parts;
      return order && { ...order, instanceIds: [...new Set(parts.flatMap((part) => part.instanceIds))] };
    },
    none: undefined,
  };
}

/** Times are milliseconds since 1970; both are always sent, since the default is the last hour only. */
export function listUnpaidOrders(of: {
  readonly account: AccountName;
  readonly product: string;
  readonly from: number;
  readonly to: number;
}): Read<readonly OrderSeen[]> {
  const first = makeCall("BssOpenApi", "QueryOrders", place(of.account), {
    ProductCode: of.product,
    PaymentStatus: "Unpaid",
    CreateTimeStart: isoSeconds(of.from),
    CreateTimeEnd: isoSeconds(of.to),
    PageNum: 1,
    PageSize: 20,
  });
  return {
    call: first,
    take: (pages) => once(pages.flatMap(ordersOf).map(orderSeen)),
    next: (last) => nextPage(first, last),
    none: [],
  };
}

function nextPage(first: ApiCall, last: Reply): ApiCall | undefined {
  const [data = {}] = listAt(last, "Data");
  const page = numberAt(data, "PageNum");
  const total = numberAt(data, "TotalCount") ?? 0;
  if (page === undefined || ordersOf(last).length === 0) return undefined;
  return page * Number(first.params.PageSize) < total ? withParam(first, "PageNum", page + 1) : undefined;
}

function orderSeen(from: Reply): OrderSeen {
  return {
    id: textAt(from, "OrderId"),
    paymentStatus: textAt(from, "PaymentStatus"),
    type: textAt(from, "OrderType"),
    product: textAt(from, "ProductCode"),
    instanceIds: instanceIds(from.InstanceIDs),
    ...present({ createdAt: timeAt(from, "CreateTime") }),
  };
}

// Text that looks like a JSON list: `["sag-…"]`. Source: published SDK model, 2026.
function instanceIds(value: unknown): readonly string[] {
  const text = Array.isArray(value) ? value.join(",") : String(value ?? "");
  return text.split(/[[\]",\s]+/).filter((part) => part !== "");
}

function isoSeconds(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19)}Z`;
}
