import type { Reply } from "../call.ts";
import { flagAt, listAt, numberAt, present, textAt, timeAt, wordsAt } from "../reply-fields.ts";
import { type NamedSeen, namedSeen } from "./named-seen.ts";
import { type LimitSeen, limitSeen } from "./region-connections-seen.ts";

/** A bandwidth package. Bandwidths in Mbit/s, times in milliseconds since 1970. */
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
  readonly limits: readonly LimitSeen[];
  readonly createdAt?: number;
  /** Far in the future (2999) for POSTPAY. */
  readonly endsAt?: number;
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
