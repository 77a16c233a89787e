import { findGateway } from "./find-gateway.ts";
import { activate, comesInParcel } from "./life-cycle.ts";
import { refusal } from "./refusals.ts";
import { smartagAction } from "./smartag-action.ts";
import type { Gateway } from "./things.ts";

/** Shipped is enough: the console offers it then. A gateway without a parcel needs its serial numbers. */
function canBeActivated(gateway: Gateway): boolean {
  if (!gateway.paid) return false;
  if (comesInParcel(gateway)) return gateway.status === "Delivered" || gateway.status === "Received";
  return gateway.status === "Ordered" && gateway.serialNumbers.length > 0;
}

/** The service period, and the billing, start with it. */
export const activateSmartAccessGateway = smartagAction({
  name: "ActivateSmartAccessGateway",
  kind: "write",
  parameters: { RegionId: { type: "string", required: true }, SmartAGId: { type: "string", required: true } },
  evidence:
    "Page: error SmartAccessGatewayActivateFailed; billing page: the period starts at activation. Assumption: activating " +
    "again, or before the box is shipped or the own device has its serial number, fails with that code.",
  handle(world, request) {
    const gateway = findGateway(world, request);
    if (gateway.status === "Arrearage") throw refusal("SmartAccessGatewayInArrears");
    if (!canBeActivated(gateway)) throw refusal("SmartAccessGatewayActivateFailed");
    activate(world, gateway);
    return {};
  },
});
