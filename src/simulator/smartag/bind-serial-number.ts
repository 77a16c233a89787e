import type { World } from "../world.ts";
import { findGateway } from "./find-gateway.ts";
import { deviceCount, giveDevice } from "./life-cycle.ts";
import { refusal } from "./refusals.ts";
import { requireIdle } from "./settle.ts";
import { smartagAction } from "./smartag-action.ts";
import type { Gateway } from "./things.ts";

function isTaken(world: World, serialNumber: string): boolean {
  return world.all<Gateway>("gateway").some((gateway) => gateway.serialNumbers.includes(serialNumber));
}

/** The customer's own device joins the gateway: the active one first, then the standby one. */
export const bindSerialNumber = smartagAction({
  name: "BindSerialNumber",
  kind: "write",
  parameters: {
    RegionId: { type: "string", required: true },
    SmartAGId: { type: "string", required: true },
    SerialNumber: { type: "string", required: true },
  },
  evidence:
    "Page: SAG.SnOverLimit, SAG.SnConflict, ResourceInOperating. Assumption: serial numbers have the form of the samples; " +
    "the same number again is a conflict, on the same gateway too.",
  handle(world, request) {
    const gateway = findGateway(world, request, "SAG.InstanceNoFound");
    const serialNumber = String(request.params.SerialNumber);
    if (!/^sag[a-z0-9]{8,}$/.test(serialNumber)) throw refusal("SAG.InvalidSerialNumber");
    if (!gateway.paid) throw refusal("SAG.InstanceNoFound");
    if (isTaken(world, serialNumber)) throw refusal("SAG.SnConflict");
    if (gateway.serialNumbers.length >= deviceCount(gateway)) throw refusal("SAG.SnOverLimit");
    requireIdle(world, gateway.id, "ResourceInOperating");
    giveDevice(world, gateway, [...gateway.serialNumbers, serialNumber]);
    return {};
  },
});
