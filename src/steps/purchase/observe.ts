import { type GatewaySeen, listGateways } from "../../api/gateways.ts";
import { isStatus } from "../../api/is-status.ts";
import { listUnpaidOrders, type OrderSeen, readOrder } from "../../api/orders.ts";
import { readGatewayUse, type Use } from "../../api/smartag-use.ts";
import type { Item, Look, OpenOrder } from "../../engine/step.ts";
import type { Branch, Network } from "../../network/network.ts";
import { type Adoption, adopted } from "../adoption.ts";
import { resizeSlot } from "./buy.ts";
import { type Answer, answerOf, claim, orderIdOf } from "./claim.ts";

const DAY_MS = 24 * 60 * 60 * 1000;

export interface PurchaseItem extends Item {
  readonly branch: Branch;
  readonly network: Network;
  readonly needs: Record<never, never>;
}

export interface Seen {
  readonly claimed: Adoption<GatewaySeen>;
  readonly gateways: readonly GatewaySeen[];
  readonly answer: Answer;
  /** Our own order (of the gateway, or of another bandwidth for it), looked up while it may be unpaid. */
  readonly order: OrderSeen | undefined;
  /** Looked up only before something may be bought. */
  readonly use: Use | undefined;
  readonly unpaid: readonly OrderSeen[];
  /** Orders of the step that nobody has seen yet, of branches of this file and of others. */
  readonly open: readonly OpenOrder[];
  readonly marker: string;
  /** As the last order of the gateway, or of the bandwidth wanted, carries it. */
  readonly mark: string;
}

export async function observe(look: Look, item: PurchaseItem): Promise<Seen> {
  const { account, area } = item.branch;
  const gateways = await look.read(listGateways({ account, area }));
  const answer = answerOf(look);
  const claimed = claim(gateways, item.branch, answer, look.marker);
  const open = look.openOrders("purchase");
  const gateway = adopted(claimed);
  const otherMbps = gateway && otherBandwidth(gateway, item);
  const slot = otherMbps === undefined ? "buy" : resizeSlot(otherMbps);
  const none = { order: undefined, use: undefined, unpaid: [] };
  const base = { claimed, gateways, answer, open, marker: look.marker, mark: look.markOf(slot), ...none };
  if (gateway && !isStatus(gateway.status, "Ordered")) return { ...base, order: await resizeOrder(look, item, slot) };
  const order = await ownOrder(look, item, answer, gateway);
  if (gateway) return { ...base, order };
  // What the diary knows of is looked for, and bought again only by a person's word: what is asked before a purchase waits for that.
  const mayBuy = !look.wrote("buy") || item.network.goal.buyAgain.includes(base.mark);
  if (order && !mayBuy) return { ...base, order };
  const [use, unpaid] = await Promise.all([
    mayBuy ? look.read(readGatewayUse({ account, area })) : undefined,
    unpaidOrders(look, item),
  ]);
  return { ...base, order, use, unpaid };
}

/** What the file wants where the gateway has another bandwidth. */
export function otherBandwidth(gateway: GatewaySeen, { branch }: PurchaseItem): number | undefined {
  const wanted = branch.gateway.bandwidthMbps;
  return gateway.bandwidthMbps > 0 && wanted !== gateway.bandwidthMbps ? wanted : undefined;
}

/** A change of bandwidth that was ordered and does not show may not have been paid. */
function resizeOrder(look: Look, item: PurchaseItem, slot: string): Promise<OrderSeen | undefined> | undefined {
  const orderId = slot === "buy" ? undefined : orderIdOf(look.answer(slot));
  return orderId === undefined ? undefined : look.read(readOrder({ account: item.branch.account, orderId }), isPaid);
}

/** By the order id in the diary; a gateway found otherwise may stand in an unpaid order too. */
async function ownOrder(look: Look, item: PurchaseItem, answer: Answer, gateway: GatewaySeen | undefined) {
  const { account } = item.branch;
  if (answer.orderId) return look.read(readOrder({ account, orderId: answer.orderId }), isPaid);
  if (!gateway) return undefined;
  const unpaid = await unpaidOrders(look, item);
  // The list does not say what an order is of.
  const details = await Promise.all(
    unpaid.map((order) => look.read(readOrder({ account, orderId: order.id }), isPaid)),
  );
  return details.find((order) => order?.instanceIds.includes(gateway.id));
}

/** A paid order stays paid. */
function isPaid(order: OrderSeen | undefined): boolean {
  return order !== undefined && isStatus(order.paymentStatus, "paid");
}

/** The last day's; in whole hours, so that every look of a run asks the same. */
function unpaidOrders(look: Look, item: PurchaseItem): Promise<readonly OrderSeen[]> {
  const hour = 60 * 60 * 1000;
  const to = Math.ceil(look.now() / hour) * hour;
  return look.read(
    listUnpaidOrders({ account: item.branch.account, product: "smartag", from: to - DAY_MS - hour, to }),
  );
}
