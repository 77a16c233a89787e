import type { Reply } from "../call.ts";
import { present, textAt } from "../reply-fields.ts";

/** The device of a gateway; every field as spelled, "" where the service leaves it out. */
export interface DeviceSeen {
  readonly controllerState: string;
  readonly vpnState: string;
  readonly syncStatus: string;
  readonly model: string;
  readonly version: string;
  readonly lastConnected: string;
}

/** A WAN or LAN port of a device. */
export interface PortSeen {
  readonly name: string;
  /** `DHCP`, `STATIC`, `PPPOE`. */
  readonly mode: string;
  readonly address: string;
  readonly mask: string;
  readonly gateway?: string;
  readonly traffic?: string;
}

export function deviceSeen(from: Reply): DeviceSeen {
  return {
    controllerState: textAt(from, "ControllerState"),
    vpnState: textAt(from, "VpnState"),
    syncStatus: textAt(from, "SynStatus"),
    model: textAt(from, "SmartAGType"),
    version: textAt(from, "Version"),
    lastConnected: textAt(from, "LastConnectedControllerTime"),
  };
}

export function portSeen(from: Reply): PortSeen {
  return {
    name: textAt(from, "PortName"),
    mode: textAt(from, "IPType"),
    address: textAt(from, "IP"),
    mask: textAt(from, "Mask"),
    ...present({
      gateway: textAt(from, "Gateway") || undefined,
      traffic: textAt(from, "TrafficState") || undefined,
    }),
  };
}
