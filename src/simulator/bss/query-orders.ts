import { Refusal, type SimAction, type SimRequest } from "../action.ts";
import type { LedgerEntry, World } from "../world.ts";
import { orderFields, productCode, succeed } from "./order-shape.ts";
import { pageOf } from "./page.ts";

const HOUR_MS = 60 * 60 * 1000;
const spelling = { unpaid: "Unpaid", paid: "Paid", cancelled: "Cancelled", refunded: "Paid" } as const;

function timeOf(request: SimRequest, name: string, usual: number): number {
  const text = request.params[name];
  if (text === undefined || text === "") return usual;
  const at = Date.parse(String(text));
  if (Number.isNaN(at)) throw new Refusal(400, "InvalidParameter", `The parameter ${name} is not valid.`);
  return at;
}

/** Source: API page: without times only the last hour's orders are listed, which hides older unpaid ones. */
function ordersAsked(world: World, request: SimRequest): LedgerEntry[] {
  const from = timeOf(request, "CreateTimeStart", world.now - HOUR_MS);
  const until = timeOf(request, "CreateTimeEnd", world.now);
  const { ProductCode, ProductType, PaymentStatus, OrderType } = request.params;
  return world.state.ledger.filter((order) => {
    if (order.uid !== request.uid || order.at < from || order.at > until) return false;
    const code = productCode(order.product);
    const asked = { code: ProductCode ?? code, type: ProductType ?? code, kind: OrderType ?? order.orderType ?? "New" };
    if (asked.code !== code || asked.type !== code || asked.kind !== (order.orderType ?? "New")) return false;
    return PaymentStatus === undefined || PaymentStatus === spelling[order.status];
  });
}

/** Orders of the caller's account, newest first. */
export const queryOrders: SimAction = {
  product: "BssOpenApi",
  name: "QueryOrders",
  kind: "read",
  permission: "bss:DescribeOrderList",
  parameters: {
    CreateTimeStart: { type: "string" },
    CreateTimeEnd: { type: "string" },
    OrderType: { type: "string" },
    PaymentStatus: { type: "string", oneOf: ["Unpaid", "Paid", "Cancelled"] },
    ProductCode: { type: "string" },
    ProductType: { type: "string" },
    SubscriptionType: { type: "string", oneOf: ["Subscription"] },
    PageNum: { type: "integer" },
    PageSize: { type: "integer" },
  },
  evidence: "SDK model; API page; the order of the list: assumption",
  handle(world, request) {
    const { items, echo } = pageOf(ordersAsked(world, request).reverse(), request);
    const Order = items.map((order) => orderFields(order, spelling));
    return succeed({ HostName: "", OrderList: { Order }, ...echo });
  },
};
