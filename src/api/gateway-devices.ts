import type { ApiCall, Read } from "./call.ts";
import { listAt } from "./reply-fields.ts";
import { type DeviceSeen, deviceSeen, type PortSeen, portSeen } from "./seen/gateway-devices-seen.ts";
import { type InArea, smartagCall } from "./smartag-call.ts";

export type { DeviceSeen, PortSeen };

/** A device of a gateway, by its serial number. */
export interface OfDevice extends InArea {
  readonly gateway: string;
  readonly serial: string;
}

const device = (of: OfDevice) => ({ SmartAGId: of.gateway, SmartAGSn: of.serial });

/** Undefined: the device is not online, or the gateway has none. */
export function readDevice(of: OfDevice): Read<DeviceSeen | undefined> {
  return {
    call: smartagCall("DescribeSAGDeviceInfo", of, device(of)),
    take: ([reply]) => (reply === undefined ? undefined : deviceSeen(reply)),
    none: undefined,
  };
}

/** The ports towards the internet; none where there is no answer. */
export function listWanPorts(of: OfDevice): Read<readonly PortSeen[]> {
  return listPorts(smartagCall("DescribeSagWanList", of, device(of)), "Wans");
}

/** The ports towards the branch; none where there is no answer. */
export function listLanPorts(of: OfDevice): Read<readonly PortSeen[]> {
  return listPorts(smartagCall("DescribeSagLanList", of, device(of)), "Lans");
}

function listPorts(of: ApiCall, field: string): Read<readonly PortSeen[]> {
  return { call: of, take: ([reply]) => listAt(reply ?? {}, field).map(portSeen), none: [] };
}
