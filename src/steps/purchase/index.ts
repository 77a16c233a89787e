import { later } from "../../api/call.ts";
import type { GatewaySeen } from "../../api/gateways.ts";
import { isStatus } from "../../api/is-status.ts";
import { readOrder } from "../../api/orders.ts";
import { step } from "../../engine/step.ts";
import type { Verdict } from "../../engine/verdict.ts";
import { change, guard, notNeeded } from "../../engine/verdicts.ts";
import type { Branch, Network } from "../../network/network.ts";
import { say } from "../../text.ts";
import { isActivated } from "../activate/activated.ts";
import { adopted, isMarked } from "../adoption.ts";
import { type GatewayFacts, gatewayRef } from "../refs.ts";
import { buy, resize, resizeSlot } from "./buy.ts";
import { obstacle, twice } from "./guards.ts";
import { purchaseInputs } from "./inputs.ts";
import { observe, otherBandwidth, type PurchaseItem, type Seen } from "./observe.ts";
import { billing, cancelled, describe, inTheBalance, notPaid } from "./words.ts";

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

function judge(seen: Seen, item: PurchaseItem): Verdict {
  const verdict = judgeOrder(seen, item);
  return isThere(seen) && verdict.is !== "done" ? { ...verdict, stands: true } : verdict;
}

/** Bought and paid: others need no more than its id, whatever becomes of another bandwidth for it. */
function isThere({ claimed, order }: Seen): boolean {
  const gateway = adopted(claimed);
  const isPaid = order === undefined || isStatus(order.paymentStatus, "paid");
  return gateway !== undefined && (isPaid || !isStatus(gateway.status, "Ordered"));
}

function judgeOrder(seen: Seen, item: PurchaseItem): Verdict {
  const { claimed, order, mark } = seen;
  if (order && isStatus(order.paymentStatus, "unpaid")) return notPaid(order);
  // One call spells it with one l, the other with two.
  const isCancelled = order && isStatus(order.paymentStatus, "canceled", "cancelled");
  if (isCancelled && !item.network.goal.buyAgain.includes(mark)) {
    return cancelled(order, mark, claimed.is === "one" ? "nothing has changed" : "there is no gateway");
  }
  if (claimed.is === "one") return judgeGateway(claimed.thing, seen, item);
  if (claimed.is === "missing") {
    return guard(
      say`There is no gateway ${claimed.id} in ${item.branch.area}`,
      say`Correct branches.${item.branch.name}.gateway.id in the network file`,
    );
  }
  if (claimed.is === "several") return twice(claimed.things);
  const stop = obstacle(seen, item);
  if (stop) return stop;
  const notes = seen.open.filter((one) => one.item === item.key).map(inTheBalance);
  return { ...change(buy(item.branch)), ...(notes.length === 0 ? {} : { notes }) };
}

function judgeGateway(gateway: GatewaySeen, seen: Seen, item: PurchaseItem): Verdict {
  const { branch } = item;
  const otherMbps = otherBandwidth(gateway, item);
  if (otherMbps !== undefined) {
    return isActivated(gateway) ? resize(branch, gateway, otherMbps) : afterActivation(gateway, otherMbps);
  }
  const open = seen.open.filter((one) => one.item === item.key && !isShown(one.slot, gateway, seen));
  const notes = open.map(inTheBalance);
  return {
    is: "done",
    as: describe(gateway, branch),
    ...(open.length === 0 ? {} : { leaves: open.map((one) => one.slot), notes }),
  };
}

/** The service changes no gateway before that (SmartAccessGatewayNotActivated): nobody is asked to pay for it yet. */
function afterActivation({ id, bandwidthMbps }: GatewaySeen, otherMbps: number): Verdict {
  const then = say`Nothing is ordered before that: the same command, run again then, asks and orders it`;
  const on = say`${id} to be activated, since its bandwidth can be changed from ${bandwidthMbps} to ${otherMbps} Mbit/s only then`;
  return { is: "blocked", who: "person", on, tryThis: [then] };
}

/** Whether the gateway is what was ordered: another one may have been named since, or another bandwidth. */
function isShown(slot: string, gateway: GatewaySeen, { answer, marker }: Seen): boolean {
  if (slot === "buy") return gateway.id === answer.gatewayId || isMarked(gateway, marker);
  return slot === resizeSlot(gateway.bandwidthMbps);
}

function undo(seen: Seen): Verdict {
  if (seen.claimed.is === "several") {
    const ids = seen.claimed.things.map((one) => one.id).join(", ");
    const because = say`gateways ${ids}: Alibaba Cloud deletes them only when they are overdue and bound to nothing`;
    return { is: "stays", because, bills: say`a refund is asked for in the order centre of the console` };
  }
  const gateway = adopted(seen.claimed);
  if (!gateway) return notNeeded(say`there is no gateway`);
  return {
    is: "stays",
    because: say`gateway ${gateway.id}: Alibaba Cloud deletes it only when it is overdue and bound to nothing`,
    bills: billing(gateway, seen.order),
  };
}
