import type { Reply } from "../../api/call.ts";
import type { GatewaySeen } from "../../api/gateways.ts";
import type { OrderSeen } from "../../api/orders.ts";
import type { Look } from "../../engine/step.ts";
import { overlaps } from "../../network/addresses.ts";
import type { Branch, Network } from "../../network/network.ts";
import { type Adoption, adopt, adopted } from "../adoption.ts";
import { gatewayRef } from "../refs.ts";

/** What the diary holds of our own purchase. */
export interface Answer {
  readonly gatewayId: string | undefined;
  readonly orderId: string | undefined;
}

export function answerOf(look: Pick<Look, "answer">): Answer {
  const reply = look.answer("buy");
  return { gatewayId: textOf(reply?.SmartAGId), orderId: orderIdOf(reply) };
}

export function orderIdOf(reply: Reply | undefined): string | undefined {
  return textOf(reply?.OrderId);
}

// A number by the older documents. Source: examples of CreateSmartAccessGateway, 2019.
function textOf(value: unknown): string | undefined {
  return value === undefined || value === "" ? undefined : String(value);
}

/** Which of the area's gateways is this branch's. */
export function claim(
  gateways: readonly GatewaySeen[],
  branch: Branch,
  answer: Answer,
  marker: string,
): Adoption<GatewaySeen> {
  return adopt(gateways, { id: branch.gateway.id, answered: answer.gatewayId, marker, name: branch.name });
}

/** The gateways that this network has bought or names, as the purchase of each branch claims them: names in the console may change. */
export function ownGateways(
  look: Look,
  { branches }: Network,
  gateways: readonly GatewaySeen[],
): readonly GatewaySeen[] {
  return branches.flatMap((branch) => {
    const purchase = look.of(gatewayRef(branch).key);
    return adopted(claim(gateways, branch, answerOf(purchase), purchase.marker)) ?? [];
  });
}

/** Gateways that nobody names and that may be the one: on no CCN, or with one of the branch's blocks. */
export function candidates(gateways: readonly GatewaySeen[], branch: Branch, network: Network): readonly GatewaySeen[] {
  const named = new Set(network.branches.flatMap((one) => (one.gateway.id ? [one.gateway.id] : [one.name])));
  const unnamed = gateways.filter((one) => !named.has(one.id) && !named.has(one.name));
  return unnamed.filter((one) => one.ccnId === "" || carries(one, branch));
}

function carries(gateway: GatewaySeen, branch: Branch): boolean {
  return gateway.cidrs.some((cidr) => branch.cidrs.some((own) => overlaps(cidr, own)));
}

/** Unpaid orders that are not ours: each may become the gateway that somebody meant for this branch. */
export function strangeOrders(orders: readonly OrderSeen[], answer: Answer): readonly OrderSeen[] {
  return orders.filter((order) => order.id !== answer.orderId);
}
