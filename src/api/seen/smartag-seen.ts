import type { Reply } from "../call.ts";
import { flagAt, numberAt, present, textAt, timeAt, wordsAt } from "../reply-fields.ts";
import { type NamedSeen, namedSeen } from "./named-seen.ts";

/** A gateway as the list and the attribute call show it. */
export interface GatewaySeen extends NamedSeen {
  /** As spelled; compare with `isStatus`. */
  readonly status: string;
  readonly cidrs: readonly string[];
  readonly routingStrategy: string;
  readonly bandwidthMbps: number;
  /** "" when it is on no CCN. */
  readonly ccnId: string;
  readonly serials: readonly string[];
  /** `sag-100wm`, `sag-1000`, `sag-vcpe`, `sag-software`; one document spells `sag-10wm`. */
  readonly hardware: string;
  readonly vpnStatus: string;
  /** Milliseconds since 1970. */
  readonly createdAt?: number;
  readonly endsAt?: number;
}

/** The account's quota: what it uses, and may use. */
export interface Use {
  readonly total: number;
  readonly used: number;
}

export interface CcnSeen extends NamedSeen {
  readonly cidrs: readonly string[];
  /** "" when it is on no CEN: a CCN has no status of its own. */
  readonly cenId: string;
  readonly cenOwnerId: string;
  readonly gatewayCount: number;
  /** Of the new access generation, which another call binds to a CEN. */
  readonly newAgw: boolean;
  /** Absent where the service does not say (current SDK). */
  readonly isDefault?: boolean;
  readonly createdAt?: number;
}

/** A route that a gateway hands on: to the CCN (`local`) or to the branch (`cloud`). */
export interface DistributedRoute {
  readonly cidr: string;
  readonly source: string;
  readonly status: string;
  readonly published: string;
  readonly isConflict: boolean;
  readonly conflict: string;
}

export interface DeviceSeen {
  readonly controllerState: string;
  readonly vpnState: string;
  readonly syncStatus: string;
  readonly model: string;
  readonly version: string;
  readonly lastConnected: string;
}

export interface PortSeen {
  readonly name: string;
  /** `DHCP`, `STATIC`, `PPPOE`. */
  readonly mode: string;
  readonly address: string;
  readonly mask: string;
  readonly gateway?: string;
  readonly traffic?: string;
}

export function gatewaySeen(from: Reply): GatewaySeen {
  return {
    ...namedSeen(from, "SmartAGId"),
    status: textAt(from, "Status"),
    cidrs: wordsAt(from, "CidrBlock"),
    routingStrategy: textAt(from, "RoutingStrategy"),
    bandwidthMbps: numberAt(from, "MaxBandwidth") ?? 0,
    ccnId: textAt(from, "AssociatedCcnId"),
    serials: wordsAt(from, "SerialNumber"),
    hardware: textAt(from, "HardwareVersion", "InstanceType"),
    vpnStatus: textAt(from, "VpnStatus"),
    ...present({ createdAt: timeAt(from, "CreateTime"), endsAt: timeAt(from, "EndTime") }),
  };
}

export function ccnSeen(from: Reply): CcnSeen {
  return {
    ...namedSeen(from, "CcnId"),
    cidrs: wordsAt(from, "CidrBlock"),
    cenId: textAt(from, "AssociatedCenId"),
    cenOwnerId: textAt(from, "AssociatedCenOwnerId"),
    gatewayCount: numberAt(from, "AssociatedCloudBoxCount") ?? 0,
    newAgw: flagAt(from, "NewAgw") ?? false,
    ...present({ isDefault: flagAt(from, "IsDefault"), createdAt: timeAt(from, "CreateTime") }),
  };
}

export function distributedRoute(from: Reply): DistributedRoute {
  return {
    cidr: textAt(from, "DestCidrBlock"),
    source: textAt(from, "RouteSource"),
    status: textAt(from, "Status"),
    published: textAt(from, "StrategyPublishStatus"),
    isConflict: flagAt(from, "IsConflict") ?? false,
    conflict: textAt(from, "ConflictInfo"),
  };
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
