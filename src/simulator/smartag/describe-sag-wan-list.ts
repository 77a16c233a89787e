import { deviceParameters, findDevice, requireOnline } from "./find-device.ts";
import { smartagAction } from "./smartag-action.ts";

/** Ports are as delivered: WAN by DHCP. Source: SAG-100WM guide. */
export const describeSagWanList = smartagAction({
  name: "DescribeSagWanList",
  kind: "read",
  parameters: deviceParameters,
  evidence: "SDK model: fields. Page: device-level codes. Guide: delivered as DHCP. Port changes are not modelled.",
  handle(world, request) {
    requireOnline(findDevice(world, request));
    const wan = { PortName: "5", IPType: "DHCP", IP: "", Mask: "", Gateway: "", TrafficState: "active", Weight: 100 };
    return { Wans: [wan], TaskStates: [] };
  },
});
