import type { EventHandler, World } from "../world.ts";
import { onGateway } from "./life-cycle.ts";

type Work = "bind-gateway" | "unbind-gateway" | "modify-gateway";
type BusyCode = "Operation.Blocking" | "ResourceInOperating";

function lockOf(gatewayId: string): string {
  return `gateway:${gatewayId}`;
}

/** For a write that is done when it is answered: refused while another one settles. */
export function requireIdle(world: World, gatewayId: string, busyCode: BusyCode): void {
  if (isSettling(world, gatewayId)) world.hold([lockOf(gatewayId)], busyCode);
}

/**
 * Keeps the gateway busy while its configuration travels to the device; then `event` happens.
 * Both codes are ones that the Terraform provider repeats.
 */
export function settle(
  world: World,
  gatewayId: string,
  order: { work: Work; busyCode: BusyCode; event: string; data?: object },
): void {
  world.hold([lockOf(gatewayId)], order.busyCode);
  const ms = world.duration(order.work);
  world.call.settlesMs = ms;
  world.schedule(ms, order.event, { ...order.data, gatewayId });
}

/** Lets the gateway go, then reacts. */
export function onSettled(react: EventHandler): EventHandler {
  return (world, data) => {
    world.release([lockOf(String(data.gatewayId))]);
    onGateway(() => react(world, data))(world, data);
  };
}

export function isSettling(world: World, gatewayId: string): boolean {
  return world.isHeld(lockOf(gatewayId));
}

/** Whether some gateway is on its way to the CCN. */
export function isBinding(world: World, ccnId: string): boolean {
  return world.state.agenda.some((entry) => entry.event === "gateway.bound" && entry.data.ccnId === ccnId);
}
