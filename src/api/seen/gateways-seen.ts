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

/** A route that a gateway hands on: to the CCN (`local`) or to the branch (`cloud`). */
export interface DistributedRoute {
  readonly cidr: string;
  readonly source: string;
  readonly status: string;
  readonly published: string;
  readonly isConflict: boolean;
  readonly conflict: string;
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
