import type { SimRequest } from "../action.ts";
import type { World } from "../world.ts";
import { findGateway, requireUsable } from "./find-gateway.ts";
import { refusal } from "./refusals.ts";
import type { Gateway } from "./things.ts";

export const deviceParameters = {
  RegionId: { type: "string", required: true },
  SmartAGId: { type: "string", required: true },
  SmartAGSn: { type: "string", required: true },
} as const;

/** The gateway of a call about one of its devices. */
export function findDevice(world: World, request: SimRequest): Gateway {
  const gateway = findGateway(world, request, "SAG.InstanceNoFound");
  requireUsable(gateway);
  if (!gateway.serialNumbers.includes(String(request.params.SmartAGSn))) throw refusal("Sag.DeviceNotExist");
  return gateway;
}

/** Two codes for one trouble: never seen by its controller, or lost again. */
export function requireOnline(gateway: Gateway): void {
  if (gateway.online) return;
  throw refusal(gateway.cabled ? "SmartAccessGatewayOffline" : "SmartAccessGatewayNotOnline");
}
