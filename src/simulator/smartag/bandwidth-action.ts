import type { Quote, SimAction, SimRequest } from "../action.ts";
import { gatewayPrice } from "../prices.ts";
import type { World } from "../world.ts";
import { requireBandwidth } from "./bandwidth.ts";
import { findGateway, requireUsable } from "./find-gateway.ts";
import { change } from "./life-cycle.ts";
import { applyBandwidth, orderIdOnWire } from "./orders.ts";
import { invalidParameter } from "./refusals.ts";
import { requireIdle } from "./settle.ts";
import { smartagAction } from "./smartag-action.ts";
import type { Gateway } from "./things.ts";

type Direction = "Upgrade" | "Downgrade";

function requireDirection(direction: Direction, gateway: Gateway, mbps: number): void {
  requireBandwidth("BandWidthSpec", gateway.model, mbps);
  const isRight = direction === "Upgrade" ? mbps > gateway.bandwidthMbps : mbps < gateway.bandwidthMbps;
  if (!isRight) throw invalidParameter("BandWidthSpec", `no ${direction.toLowerCase()} from ${gateway.bandwidthMbps}`);
}

/** Invented like all prices: the new bandwidth for a month on the way up, nothing on the way down. */
function quote(direction: Direction, gateway: Gateway, mbps: number): Quote {
  if (direction === "Downgrade") return { now: 0 };
  const bandwidthMbps = mbps - gateway.bandwidthMbps;
  return { now: gatewayPrice({ hardware: gateway.model, devices: 0, ownDevice: true, bandwidthMbps, months: 1 }) };
}

function placeOrder(world: World, request: SimRequest, direction: Direction, gateway: Gateway, mbps: number) {
  const bill = { uid: gateway.uid, product: "Smartag", action: request.action, instanceIds: [gateway.id] };
  const what = `${gateway.id} from ${gateway.bandwidthMbps} to ${mbps} Mbit/s`;
  const price = quote(direction, gateway, mbps).now;
  return world.order({ ...bill, price, what }, request.params.AutoPay === true);
}

/** Up- and downgrade differ in their direction only: both are orders. */
export function bandwidthAction(direction: Direction): SimAction {
  return smartagAction({
    name: `${direction}SmartAccessGateway`,
    kind: "write",
    parameters: {
      RegionId: { type: "string", required: true },
      SmartAGId: { type: "string", required: true },
      AutoPay: { type: "boolean", required: true },
      // Optional in the model, which serves the software gateway too; hardware has nothing else to change.
      BandWidthSpec: { type: "integer", required: true },
    },
    evidence:
      "SDK model: parameters, OrderId. Assumption: range of the model, the right direction, InvalidParameter; at once when paid.",
    quote: (world, request) => quote(direction, findGateway(world, request), Number(request.params.BandWidthSpec)),
    handle(world, request) {
      const gateway = findGateway(world, request);
      requireUsable(gateway);
      const mbps = Number(request.params.BandWidthSpec);
      requireDirection(direction, gateway, mbps);
      requireIdle(world, gateway.id, "ResourceInOperating");
      const { orderId, status } = placeOrder(world, request, direction, gateway, mbps);
      if (status === "paid") applyBandwidth(world, gateway, mbps);
      else change(world, gateway, { bandwidthOrders: { ...gateway.bandwidthOrders, [orderId]: mbps } });
      return { OrderId: orderIdOnWire(world, orderId) };
    },
  });
}
