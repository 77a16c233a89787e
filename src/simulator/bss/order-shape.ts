import type { LedgerEntry } from "../world.ts";

/** `2026-03-02T01:00:00Z`. */
export function orderTime(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19)}Z`;
}

/** Product names of the ledger as the billing side spells them; smartag is documented, the other an assumption. */
const productCodes: Readonly<Record<string, string>> = { Smartag: "smartag", Cbn: "cbn" };

export function productCode(product: string): string {
  return productCodes[product] ?? product.toLowerCase();
}

/** What both order calls say of an order. `spelling`: each call has its own words for the payment status. */
export function orderFields(order: LedgerEntry, spelling: Readonly<Record<string, string>>): Record<string, unknown> {
  const amount = order.price.toFixed(2);
  return {
    OrderId: order.orderId,
    OrderType: order.orderType ?? "New",
    ProductCode: productCode(order.product),
    ProductType: productCode(order.product),
    CommodityCode: productCode(order.product),
    SubscriptionType: "Subscription",
    CreateTime: orderTime(order.at),
    PaymentStatus: spelling[order.status],
    ...(order.paidAt === undefined ? {} : { PaymentTime: orderTime(order.paidAt) }),
    Currency: "CNY",
    PretaxGrossAmount: amount,
    PretaxAmount: amount,
    Tax: "0.00",
    AfterTaxAmount: amount,
  };
}

/** The frame of every answer of this product. */
export function succeed(data: Record<string, unknown>): Record<string, unknown> {
  return { Code: "Success", Success: true, Message: "Successful!", Data: data };
}
