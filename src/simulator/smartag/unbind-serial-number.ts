import { findGateway } from "./find-gateway.ts";
import { change } from "./life-cycle.ts";
import { refusal } from "./refusals.ts";
import { requireIdle } from "./settle.ts";
import { smartagAction } from "./smartag-action.ts";
import type { Gateway } from "./things.ts";

/** Without a device the gateway is no longer connected. */
function afterLoss(gateway: Gateway, serialNumbers: string[]): Partial<Gateway> {
  if (serialNumbers.length > 0) return { serialNumbers };
  const status = gateway.status === "Active" ? "Offline" : gateway.status;
  return { serialNumbers, cabled: false, online: false, status };
}

export const unbindSerialNumber = smartagAction({
  name: "UnbindSerialNumber",
  kind: "write",
  parameters: {
    RegionId: { type: "string", required: true },
    SmartAGId: { type: "string", required: true },
    SerialNumber: { type: "string", required: true },
  },
  evidence:
    "Page: SAG.InstanceNoFound, SAG.InvalidSerialNumber. Assumption: the last device's loss takes the gateway offline.",
  handle(world, request) {
    const gateway = findGateway(world, request, "SAG.InstanceNoFound");
    const { serialNumbers } = gateway;
    if (!serialNumbers.includes(String(request.params.SerialNumber))) throw refusal("SAG.InvalidSerialNumber");
    requireIdle(world, gateway.id, "ResourceInOperating");
    const left = serialNumbers.filter((one) => one !== request.params.SerialNumber);
    change(world, gateway, afterLoss(gateway, left));
    return {};
  },
});
