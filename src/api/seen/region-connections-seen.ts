import type { Reply } from "../call.ts";
import { numberAt, textAt } from "../reply-fields.ts";

/** How much of a package a pair of regions has. */
export interface LimitSeen {
  /** The order of the two may differ from the one asked for; compare with `isSamePair`. */
  readonly between: readonly [string, string];
  readonly bandwidthMbps: number;
}

/** A region connection of Basic Edition. */
export interface ConnectionSeen extends LimitSeen {
  readonly packageId: string;
  readonly spanId: string;
  /** Modifying or Active. */
  readonly status: string;
}

export function connectionSeen(from: Reply): ConnectionSeen {
  return {
    ...limitSeen(from),
    packageId: textAt(from, "BandwidthPackageId"),
    spanId: textAt(from, "GeographicSpanId"),
    status: textAt(from, "Status"),
  };
}

/** A package lists the same pairs as the connections do, in the same fields. */
export function limitSeen(from: Reply): LimitSeen {
  return {
    between: [textAt(from, "LocalRegionId"), textAt(from, "OppositeRegionId")],
    bandwidthMbps: numberAt(from, "BandwidthLimit") ?? 0,
  };
}
