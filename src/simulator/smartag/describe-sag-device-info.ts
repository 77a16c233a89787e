import { deviceParameters, findDevice } from "./find-device.ts";
import { refusal } from "./refusals.ts";
import { smartagAction } from "./smartag-action.ts";

function deviceTime(at: number): string {
  return new Date(at).toISOString().slice(0, 19).replace("T", " ");
}

/** Whether the box is really connected: to its controller, and by VPN to the CCN. */
export const describeSagDeviceInfo = smartagAction({
  name: "DescribeSAGDeviceInfo",
  kind: "read",
  parameters: deviceParameters,
  evidence:
    "SDK model: fields. Page: device-level codes. Assumption: a box that nobody has cabled is NotOnline, else Abnormal.",
  handle(world, request) {
    const gateway = findDevice(world, request);
    if (!gateway.cabled) throw refusal("SmartAccessGatewayNotOnline");
    const isActive = gateway.status === "Active";
    world.call.transitional = !gateway.online || (gateway.ccnId !== undefined && !isActive);
    return {
      ControllerState: gateway.online ? "Normal" : "Abnormal",
      VpnState: isActive ? "Normal" : "Abnormal",
      SynStatus: gateway.online ? "Synchronized" : "Unsynchronized",
      SmartAGType: gateway.model,
      LastConnectedControllerTime: gateway.online ? deviceTime(world.now) : "",
      ResettableStatus: gateway.online ? "Enabled" : "Disabled",
    };
  },
});
