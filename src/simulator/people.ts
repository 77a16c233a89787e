import type { LivingWorld } from "./living-world.ts";
import { payOrder } from "./orders.ts";

/** What a person can be told to do; each answers with the ids on which it had an effect. */
export interface People<Effect = readonly string[]> {
  /** Parcels arrive (they are shipped first where that is still to come): of one gateway, or of all that wait. */
  deliver(gatewayId?: string): Effect;
  /** Boxes that have arrived are cabled and switched on. */
  plugIn(gatewayId?: string): Effect;
  /** Unpaid orders are paid. */
  pay(orderId?: string): Effect;
}

function onGateways(world: LivingWorld, events: readonly string[], only: string | undefined): string[] {
  const ids = world.all("gateway").map((gateway) => gateway.id);
  return ids.filter((gatewayId) => {
    if (only !== undefined && only !== gatewayId) return false;
    const before = JSON.stringify(world.find("gateway", gatewayId));
    for (const event of events) world.fire(event, { gatewayId });
    return JSON.stringify(world.find("gateway", gatewayId)) !== before;
  });
}

/** People's commands on a world: what they bring about happens now. */
export function createPeople(world: () => LivingWorld): People {
  return {
    deliver: (gatewayId) => onGateways(world(), ["gateway.shipped", "gateway.arrived"], gatewayId),
    plugIn: (gatewayId) => onGateways(world(), ["gateway.cabled"], gatewayId),
    pay: (orderId) => {
      const unpaid = world().state.ledger.filter((order) => order.status === "unpaid");
      const wanted = unpaid.filter((order) => orderId === undefined || order.orderId === orderId);
      return wanted.filter((order) => payOrder(world(), order.orderId)).map((order) => order.orderId);
    },
  };
}
