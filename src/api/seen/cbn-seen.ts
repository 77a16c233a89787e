import type { Reply } from "../call.ts";
import { flagAt, listAt, numberAt, present, textAt, timeAt, wordsAt } from "../reply-fields.ts";
import { type NamedSeen, namedSeen } from "./named-seen.ts";

export interface CenSeen extends NamedSeen {
  /** Creating, Active, Modifying, Deleting; compare with `isStatus`. */
  readonly status: string;
  readonly protectionLevel: string;
  /** The positive control of the list of packages. */
  readonly packageIds: readonly string[];
  readonly createdAt?: number;
}

/** A network on a CEN; Basic Edition, and probably Enterprise attachments too. */
export interface ChildSeen {
  readonly id: string;
  /** `VPC`, `VBR`, `CCN`. */
  readonly type: string;
  /** For a CCN the CEN side's name: `ccn-cn-shanghai`. */
  readonly region: string;
  readonly ownerId: string;
  /** Attaching, Attached, Detaching. */
  readonly status: string;
}

export interface PackageSeen extends NamedSeen {
  readonly bandwidthMbps: number;
  /** `PREPAY` or `POSTPAY`. */
  readonly charge: string;
  /** Idle or InUse. */
  readonly status: string;
  /** Normal, FinancialLocked, SecurityLocked. */
  readonly businessStatus: string;
  /** As answered, in lower case (`china`); compare with `isSamePair`. */
  readonly areas: readonly [string, string];
  readonly spanId: string;
  readonly cenIds: readonly string[];
  readonly isCrossBorder?: boolean;
  readonly limits: readonly { readonly between: readonly [string, string]; readonly bandwidthMbps: number }[];
  readonly createdAt?: number;
  /** Far in the future (2999) for POSTPAY. */
  readonly endsAt?: number;
}

/** A region connection of Basic Edition. */
export interface ConnectionSeen {
  /** The order of the two may differ from the one asked for; compare with `isSamePair`. */
  readonly between: readonly [string, string];
  readonly bandwidthMbps: number;
  readonly packageId: string;
  readonly spanId: string;
  /** Modifying or Active. */
  readonly status: string;
}

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

export function packageSeen(from: Reply): PackageSeen {
  return {
    ...namedSeen(from, "CenBandwidthPackageId"),
    bandwidthMbps: numberAt(from, "Bandwidth") ?? 0,
    charge: textAt(from, "BandwidthPackageChargeType"),
    status: textAt(from, "Status"),
    businessStatus: textAt(from, "BusinessStatus"),
    areas: [textAt(from, "GeographicRegionAId"), textAt(from, "GeographicRegionBId")],
    spanId: textAt(from, "GeographicSpanId"),
    cenIds: wordsAt(from, "CenIds", "CenId"),
    // Both names lack the first "i" of "Origin". Source: published metadata, 2026-04.
    limits: listAt(from, "OrginInterRegionBandwidthLimits", "OrginInterRegionBandwidthLimit").map(limitSeen),
    ...present({
      isCrossBorder: flagAt(from, "IsCrossBorder"),
      createdAt: timeAt(from, "CreationTime"),
      endsAt: timeAt(from, "ExpiredTime"),
    }),
  };
}

function limitSeen(from: Reply): { readonly between: readonly [string, string]; readonly bandwidthMbps: number } {
  return {
    between: [textAt(from, "LocalRegionId"), textAt(from, "OppositeRegionId")],
    bandwidthMbps: numberAt(from, "BandwidthLimit") ?? 0,
  };
}

export function childSeen(from: Reply): ChildSeen {
  return {
    id: textAt(from, "ChildInstanceId"),
    type: textAt(from, "ChildInstanceType"),
    region: textAt(from, "ChildInstanceRegionId"),
    ownerId: textAt(from, "ChildInstanceOwnerId"),
    status: textAt(from, "Status"),
  };
}

export function connectionSeen(from: Reply): ConnectionSeen {
  return {
    ...limitSeen(from),
    packageId: textAt(from, "BandwidthPackageId"),
    spanId: textAt(from, "GeographicSpanId"),
    status: textAt(from, "Status"),
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
