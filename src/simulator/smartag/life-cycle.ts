import { drawId } from "../draw.ts";
import type { EventHandler, World } from "../world.ts";
import { isActivated } from "./find-gateway.ts";
import type { Gateway } from "./things.ts";

const DAY_MS = 24 * 60 * 60 * 1000;
/** Source: billing page: the service period starts by itself 15 days after receipt. */
const AUTO_ACTIVATION_MS = 15 * DAY_MS;

export function change(world: World, gateway: Gateway, fields: Partial<Gateway>): Gateway {
  const changed = { ...gateway, ...fields } as Gateway;
  world.put("gateway", changed);
  return changed;
}

/** An own device and a virtual one come without a parcel. */
export function comesInParcel(gateway: Gateway): boolean {
  return !gateway.alreadyHaveSag && gateway.model !== "sag-vcpe";
}

export function deviceCount(gateway: Pick<Gateway, "haType">): number {
  return gateway.haType === "no_backup" ? 1 : 2;
}

function drawSerialNumbers(world: World, gateway: Gateway): string[] {
  return Array.from({ length: deviceCount(gateway) }, () => drawId(world.state, "sag", 8));
}

/** After payment: what is shipped gets under way, a virtual device is there at once, an own one waits for its number. */
export function startDelivery(world: World, gateway: Gateway): void {
  const paid = change(world, gateway, { paid: true });
  if (comesInParcel(paid)) world.byPeople("ship-parcel", "gateway.shipped", { gatewayId: paid.id });
  else if (!paid.alreadyHaveSag) giveDevice(world, paid, drawSerialNumbers(world, paid));
}

/** The gateway knows its devices; somebody will cable them. */
export function giveDevice(world: World, gateway: Gateway, serialNumbers: string[]): void {
  change(world, gateway, { serialNumbers });
  world.byPeople("plug-in", "gateway.cabled", { gatewayId: gateway.id });
}

function afterMonths(from: number, months: number): number {
  const date = new Date(from);
  return date.setUTCMonth(date.getUTCMonth() + months);
}

/** The service period, and with it the billing, starts now. */
export function activate(world: World, gateway: Gateway): void {
  const endTime = afterMonths(world.now, gateway.periodMonths);
  const active = change(world, gateway, { status: "Init", activatedAt: world.now, endTime });
  const data = { gatewayId: gateway.id };
  world.schedule(world.duration("modify-gateway"), "gateway.initialised", data);
  world.schedule(endTime - world.now, "gateway.expired", data);
  expectHeartbeat(world, active);
}

/** A cabled and activated device reports to its controller after a while. */
export function expectHeartbeat(world: World, gateway: Gateway): void {
  if (!gateway.cabled || !isActivated(gateway)) return;
  world.schedule(world.duration("heartbeat"), "gateway.heartbeat", { gatewayId: gateway.id });
}

/** Answers an event about a gateway; does nothing when it is gone. */
export function onGateway(react: (world: World, gateway: Gateway) => void): EventHandler {
  return (world, data) => {
    const gateway = world.find<Gateway>("gateway", String(data.gatewayId));
    if (gateway !== undefined) react(world, gateway);
  };
}

function ship(world: World, gateway: Gateway): void {
  if (gateway.status !== "Ordered" || !gateway.paid || !comesInParcel(gateway)) return;
  const serialNumbers = drawSerialNumbers(world, gateway);
  change(world, gateway, { status: "Delivered", underWay: true, serialNumbers });
  world.byPeople("parcel-under-way", "gateway.arrived", { gatewayId: gateway.id });
}

function arrive(world: World, gateway: Gateway): void {
  if (gateway.underWay !== true) return;
  const status = gateway.status === "Delivered" ? "Received" : gateway.status;
  change(world, gateway, { status, underWay: false });
  world.schedule(AUTO_ACTIVATION_MS, "gateway.auto-activated", { gatewayId: gateway.id });
  world.byPeople("plug-in", "gateway.cabled", { gatewayId: gateway.id });
}

function cable(world: World, gateway: Gateway): void {
  const there = gateway.serialNumbers.length > 0 && gateway.underWay !== true;
  if (gateway.cabled || !there) return;
  expectHeartbeat(world, change(world, gateway, { cabled: true }));
}

function beat(world: World, gateway: Gateway): void {
  if (!gateway.cabled || !isActivated(gateway) || gateway.status === "Arrearage") return;
  const status = gateway.ccnId === undefined ? gateway.status : "Active";
  change(world, gateway, { online: true, status });
}

/** Source: help pages: at the end of the period the gateway stops forwarding at once and is locked. */
function expire(world: World, gateway: Gateway): void {
  if (gateway.endTime === undefined || gateway.endTime > world.now) return;
  change(world, gateway, { status: "Arrearage", online: false });
}

/** What happens to gateways by itself or by people's hands. */
export const lifeCycle: Record<string, EventHandler> = {
  "gateway.shipped": onGateway(ship),
  "gateway.arrived": onGateway(arrive),
  "gateway.cabled": onGateway(cable),
  "gateway.heartbeat": onGateway(beat),
  "gateway.auto-activated": onGateway((world, gateway) => {
    if (gateway.status === "Received") activate(world, gateway);
  }),
  "gateway.initialised": onGateway((world, gateway) => {
    if (gateway.status === "Init") change(world, gateway, { status: "Unconfirmed" });
  }),
  "gateway.expired": onGateway(expire),
};
