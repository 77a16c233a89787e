import { parsePrefix } from "../cidr.ts";
import { deviceParameters, findDevice, requireOnline } from "./find-device.ts";
import { smartagAction } from "./smartag-action.ts";
import type { Gateway } from "./things.ts";

function dotted(address: number): string {
  return [24, 16, 8, 0].map((shift) => Math.floor(address / 2 ** shift) % 256).join(".");
}

/** Source: published SDK model: in dynamic-IP mode the gateway's first prefix feeds the LAN's addresses. */
function lanOf(gateway: Gateway): Record<string, unknown> {
  const lan = { PortName: "1", IPType: "DHCP", Lease: "1440" };
  const prefix = parsePrefix(gateway.cidrs[0] ?? "");
  if (prefix === undefined || prefix.mask > 29) return { ...lan, IP: "", Mask: "", StartIp: "", EndIp: "" };
  const addresses = { IP: dotted(prefix.first + 1), StartIp: dotted(prefix.first + 2), EndIp: dotted(prefix.last - 1) };
  return { ...lan, ...addresses, Mask: dotted(2 ** 32 - (prefix.last - prefix.first + 1)) };
}

export const describeSagLanList = smartagAction({
  name: "DescribeSagLanList",
  kind: "read",
  parameters: deviceParameters,
  evidence: "SDK model: fields; the first prefix feeds DHCP. Page: device-level codes. Port changes are not modelled.",
  handle(world, request) {
    const gateway = findDevice(world, request);
    requireOnline(gateway);
    return { Lans: [lanOf(gateway)], TaskStates: [] };
  },
});
