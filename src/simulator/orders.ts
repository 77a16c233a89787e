import { Refusal } from "./action.ts";
import { drawDigits } from "./draw.ts";
import type { LedgerEntry, World } from "./world.ts";

function findOrder(world: World, orderId: unknown): LedgerEntry | undefined {
  return world.state.ledger.find((order) => order.orderId === orderId);
}

/**
 * Where the switch refuses what the balance does not cover. Source: CreateCenBandwidthPackage's page for its own code, which it
 * has with HTTP 500; for the others a code of the billing side, by assumption.
 */
function requireMoney(world: World, product: string): void {
  if (world.state.switches.lowBalance !== "refused") return;
  const [status, code] =
    product === "Cbn" ? ([500, "PayFor.AccountMoneyValidateError"] as const) : ([400, "InsufficientBalance"] as const);
  throw new Refusal(status, code, "Your account does not have enough balance.");
}

/** Writes an order into the ledger; one that is not paid waits for a person. */
export function placeOrder(
  world: World,
  entry: Omit<LedgerEntry, "orderId" | "at" | "status">,
  autoPay: boolean,
): LedgerEntry {
  const account = world.account(entry.uid);
  const paid = autoPay && account.balance >= entry.price;
  if (autoPay && !paid) requireMoney(world, entry.product);
  const order: LedgerEntry = {
    ...entry,
    // Source: 2019 API pages show order ids of 15 digits.
    orderId: drawDigits(world.state, "order", 15),
    at: world.now,
    status: paid ? "paid" : "unpaid",
  };
  if (paid) {
    account.balance -= entry.price;
    order.paidAt = world.now;
  }
  world.state.ledger.push(order);
  if (!paid) world.byPeople("pay-order", "order.paid", { orderId: order.orderId });
  return order;
}

/** What both endings of an unpaid order tell the product that placed it. */
function orderData(order: LedgerEntry): Record<string, unknown> {
  return { orderId: order.orderId, action: order.action, instanceIds: order.instanceIds };
}

/** A person pays, from whatever purse: the balance pays what it can. */
export function payOrder(world: World, orderId: unknown): boolean {
  const order = findOrder(world, orderId);
  if (order?.status !== "unpaid") return false;
  const account = world.account(order.uid);
  account.balance = Math.max(0, account.balance - order.price);
  order.status = "paid";
  order.paidAt = world.now;
  world.fire(`paid:${order.product}`, orderData(order));
  return true;
}

/** CancelOrder: only an order that nobody has paid. */
export function cancelOrder(world: World, orderId: unknown): boolean {
  const order = findOrder(world, orderId);
  if (order?.status !== "unpaid") return false;
  order.status = "cancelled";
  world.fire(`cancelled:${order.product}`, orderData(order));
  return true;
}
