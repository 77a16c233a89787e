import { later } from "../../api/call.ts";
import { isStatus } from "../../api/is-status.ts";
import { listUnpaidOrders, type OrderSeen, readOrder } from "../../api/orders.ts";
import { type GatewaySeen, listGateways, readGatewayUse, type Use } from "../../api/smartag.ts";
import { type Item, type Look, step, type Verdict } from "../../engine/step.ts";
import { done, guard, notNeeded } from "../../engine/verdicts.ts";
import type { Branch, Network } from "../../network/network.ts";
import { say } from "../../text.ts";
import { type Adoption, adopted } from "../adoption.ts";
import { type GatewayFacts, gatewayRef } from "../refs.ts";
import { isoDay } from "../words.ts";
import { buy, resize } from "./buy.ts";
import { type Answer, answerOf, candidates, claim, strangeOrders } from "./claim.ts";
import { purchaseInputs } from "./inputs.ts";
import { cancelled, describe, notPaid } from "./words.ts";

const DAY_MS = 24 * 60 * 60 * 1000;

interface PurchaseItem extends Item {
  readonly branch: Branch;
  readonly network: Network;
  readonly needs: Record<never, never>;
}

interface Seen {
  readonly claimed: Adoption<GatewaySeen>;
  readonly gateways: readonly GatewaySeen[];
  readonly answer: Answer;
  /** Our own order, looked up while it may be unpaid. */
  readonly order: OrderSeen | undefined;
  /** Looked up only before buying. */
  readonly use: Use | undefined;
  readonly unpaid: readonly OrderSeen[];
  readonly marker: string;
  /** As the last order carries it. */
  readonly mark: string;
}

/** Buys the gateway, exactly once. */
export const purchase = step<PurchaseItem, Seen, GatewayFacts>({
  name: "purchase",
  title: "Gateway bought",
  inputs: purchaseInputs,
  items: (network) => network.branches.map((branch) => itemOf(network, branch)),
  observe,
  facts: (item, seen) => ({
    // An id that is seen to be nobody's is given to no other look.
    id: (seen ? adopted(seen.claimed)?.id : item.branch.gateway.id) ?? later(item.key, "id"),
    ...orderFact(seen),
  }),
  judge,
  undo,
});

function itemOf(network: Network, branch: Branch): PurchaseItem {
  const { key } = gatewayRef(branch);
  const order = readOrder({ account: branch.account, orderId: later(key, "order") });
  return { key, needs: {}, toCome: [order.call], branch, network };
}

/** The order of the very gateway that is there: a file that names another one has no order in the diary. */
function orderFact(seen: Seen | undefined): Pick<GatewayFacts, "orderId"> {
  const { gatewayId, orderId } = seen?.answer ?? {};
  const isOfIt = gatewayId === undefined || gatewayId === (seen && adopted(seen.claimed)?.id);
  return orderId !== undefined && isOfIt ? { orderId } : {};
}

async function observe(look: Look, item: PurchaseItem): Promise<Seen> {
  const { account, area } = item.branch;
  const gateways = await look.read(listGateways({ account, area }));
  const answer = answerOf(look);
  const claimed = claim(gateways, item.branch, answer, look.marker);
  const base = { claimed, gateways, answer, marker: look.marker, mark: look.markOf("buy") };
  const gateway = adopted(claimed);
  if (gateway && !isStatus(gateway.status, "Ordered")) return { ...base, order: undefined, use: undefined, unpaid: [] };
  const order = await ownOrder(look, item, answer, gateway);
  if (gateway || order) return { ...base, order, use: undefined, unpaid: [] };
  const [use, unpaid] = await Promise.all([look.read(readGatewayUse({ account, area })), unpaidOrders(look, item)]);
  return { ...base, order, use, unpaid };
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

// One call spells it with one l, the other with two.
function isCancelled(order: OrderSeen): boolean {
  return isStatus(order.paymentStatus, "canceled", "cancelled");
}

/** The last day's; in whole hours, so that every look of a run asks the same. */
function unpaidOrders(look: Look, item: PurchaseItem): Promise<readonly OrderSeen[]> {
  const hour = 60 * 60 * 1000;
  const to = Math.ceil(look.now() / hour) * hour;
  return look.read(
    listUnpaidOrders({ account: item.branch.account, product: "smartag", from: to - DAY_MS - hour, to }),
  );
}

function judge(seen: Seen, item: PurchaseItem): Verdict {
  const { claimed, order } = seen;
  if (order && isStatus(order.paymentStatus, "unpaid")) return notPaid(order);
  if (order && isCancelled(order) && !mayBuyAgain(seen, item)) return cancelled(order, seen.mark);
  if (claimed.is === "one") return judgeGateway(claimed.thing, item);
  if (claimed.is === "missing") {
    return guard(
      say`There is no gateway ${claimed.id} in ${item.branch.area}`,
      say`Correct branches.${item.branch.name}.gateway.id in the network file`,
    );
  }
  if (claimed.is === "several") return twice(claimed.things);
  return uncertainList(seen, item) ?? unclaimed(seen, item) ?? buy(item.branch);
}

/** A person's word for this purchase, and for no other one. */
function mayBuyAgain({ mark }: Seen, { network }: PurchaseItem): boolean {
  return network.goal.buyAgain.includes(mark);
}

function judgeGateway(gateway: GatewaySeen, item: PurchaseItem): Verdict {
  const wanted = item.branch.gateway.bandwidthMbps;
  if (wanted !== undefined && gateway.bandwidthMbps > 0 && wanted !== gateway.bandwidthMbps) {
    return resize(item.branch, gateway, wanted);
  }
  return done(describe(gateway, item.branch));
}

/** Without a token nobody can prevent it; it is found at the next look, and never settled by sagctl. */
function twice(things: readonly GatewaySeen[]): Verdict {
  const list = things.map((one) => `${one.id} (${isoDay(one.createdAt ?? 0)})`).join(", ");
  return guard(
    say`${things.length} gateways carry the mark or name of this branch: ${list}`,
    say`Say which one serves it: gateway: {id: ${things[0]?.id ?? "sag-…"}}`,
    say`Ask for a refund of the other in the order centre of the console; sagctl deletes nothing`,
  );
}

/** An empty list may be a permission that is missing: it counts only if the account's usage agrees with it. */
function uncertainList(seen: Seen, item: PurchaseItem): Verdict | undefined {
  const listed = seen.gateways.length;
  if (!seen.use || seen.use.used <= listed || item.network.goal.listed === listed) return undefined;
  return {
    is: "failed",
    kind: "denied",
    because: say`The account uses ${seen.use.used} gateways, but the list shows ${listed}: before a purchase that must agree`,
    tryThis: [
      say`Allow smartag:DescribeSmartAccessGateways on all gateways to this key`,
      say`If the list is complete all the same: --listed ${listed}`,
    ],
  };
}

function unclaimed(seen: Seen, item: PurchaseItem): Verdict | undefined {
  if (item.network.goal.createNew) return undefined;
  const gateways = candidates(seen.gateways, item.branch, item.network);
  const orders = strangeOrders(seen.unpaid, seen.answer);
  const [gateway] = gateways;
  if (!gateway && orders.length === 0) return undefined;
  const list = [
    ...gateways.map((one) => `${one.id} (${one.name || "unnamed"}, ${one.status})`),
    ...orders.map((one) => `unpaid order ${one.id}`),
  ].join(", ");
  return guard(
    say`Nothing is bought beside what may be this branch's gateway already: ${list}`,
    gateway
      ? say`To use it: gateway: {id: ${gateway.id}}`
      : say`Pay or cancel the order in the console, then run again`,
    say`To buy another one all the same: --new`,
  );
}

function undo(seen: Seen): Verdict {
  if (seen.claimed.is === "several") {
    const ids = seen.claimed.things.map((one) => one.id).join(", ");
    const because = say`gateways ${ids}: Alibaba Cloud deletes them only when they are overdue and bound to nothing`;
    return { is: "stays", because, bills: say`a refund is asked for in the order centre of the console` };
  }
  const gateway = adopted(seen.claimed);
  if (!gateway) return notNeeded(say`there is no gateway`);
  const until = gateway.endsAt === undefined ? "its subscription ends" : isoDay(gateway.endsAt);
  return {
    is: "stays",
    because: say`gateway ${gateway.id}: Alibaba Cloud deletes it only when it is overdue and bound to nothing`,
    bills: say`paid until ${until}; a refund is asked for in the order centre of the console`,
  };
}
