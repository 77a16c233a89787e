import type { EventHandler, World } from "../world.ts";
import { change, startDelivery } from "./life-cycle.ts";
import type { Gateway } from "./things.ts";

/** Kind of a bought gateway that gets its id only with the payment (switch `unpaidGatewayHasId`). */
export const HIDDEN = "unpaid-gateway";

/** As the wire has it: a string, or by the switch a number as in the older documents' examples. */
export function orderIdOnWire(world: World, orderId: string): string | number {
  return world.state.switches.orderIdAsNumber ? Number(orderId) : orderId;
}

function ofOrder(world: World, kind: string, orderId: unknown): Gateway | undefined {
  return world.all<Gateway>(kind).find((gateway) => gateway.orderId === orderId);
}

function unhide(world: World, gateway: Gateway): Gateway {
  world.remove(HIDDEN, gateway.id);
  world.put("gateway", gateway);
  world.state.ledger.find((entry) => entry.orderId === gateway.orderId)?.instanceIds.push(gateway.id);
  return gateway;
}

function payGateway(world: World, orderId: unknown): void {
  const hidden = ofOrder(world, HIDDEN, orderId);
  const gateway = hidden ? unhide(world, hidden) : ofOrder(world, "gateway", orderId);
  if (gateway !== undefined && !gateway.paid) startDelivery(world, gateway);
}

/** A paid up- or downgrade takes effect. */
export function applyBandwidth(world: World, gateway: Gateway, bandwidthMbps: number): void {
  change(world, gateway, { bandwidthMbps });
}

function payBandwidth(world: World, orderId: string): void {
  const gateway = world.all<Gateway>("gateway").find((one) => one.bandwidthOrders?.[orderId] !== undefined);
  const { [orderId]: mbps, ...rest } = gateway?.bandwidthOrders ?? {};
  if (gateway !== undefined && mbps !== undefined) applyBandwidth(world, { ...gateway, bandwidthOrders: rest }, mbps);
}

function cancel(world: World, orderId: unknown): void {
  for (const kind of [HIDDEN, "gateway"]) {
    const gateway = ofOrder(world, kind, orderId);
    if (gateway !== undefined && !gateway.paid) world.remove(kind, gateway.id);
  }
}

/** What follows from orders that are paid, or cancelled, later. */
export const orderEvents: Record<string, EventHandler> = {
  "paid:Smartag": (world, data) => {
    payGateway(world, data.orderId);
    payBandwidth(world, String(data.orderId));
  },
  "cancelled:Smartag": (world, data) => cancel(world, data.orderId),
};
