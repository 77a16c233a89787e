import type { Reply } from "../call.ts";
import { present, textAt, timeAt, wordsAt } from "../reply-fields.ts";
import { type NamedSeen, namedSeen } from "./named-seen.ts";

/** A Cloud Enterprise Network as the list shows it. */
export interface CenSeen extends NamedSeen {
  /** Creating, Active, Modifying, Deleting; compare with `isStatus`. */
  readonly status: string;
  readonly protectionLevel: string;
  /** The positive control of the list of packages. */
  readonly packageIds: readonly string[];
  readonly createdAt?: number;
}

/** A route as a region of the CEN knows it; Basic Edition. */
export interface RegionRoute {
  readonly cidr: string;
  readonly nextHopId: string;
  /** `VPC`, `VBR`, `CCN`, `local_service`. */
  readonly nextHopType: string;
  readonly nextHopRegion: string;
  /** CEN, Custom, System. */
  readonly type: string;
  /** Active, Candidate, Rejected, Prohibited. */
  readonly status: string;
}

export function cenSeen(from: Reply): CenSeen {
  return {
    ...namedSeen(from, "CenId"),
    status: textAt(from, "Status"),
    protectionLevel: textAt(from, "ProtectionLevel"),
    packageIds: wordsAt(from, "CenBandwidthPackageIds", "CenBandwidthPackageId"),
    ...present({ createdAt: timeAt(from, "CreationTime") }),
  };
}

export function regionRoute(from: Reply): RegionRoute {
  return {
    cidr: textAt(from, "DestinationCidrBlock"),
    nextHopId: textAt(from, "NextHopInstanceId"),
    nextHopType: textAt(from, "NextHopType"),
    nextHopRegion: textAt(from, "NextHopRegionId"),
    type: textAt(from, "Type"),
    status: textAt(from, "Status"),
  };
}
