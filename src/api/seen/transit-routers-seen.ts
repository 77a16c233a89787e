import type { Reply } from "../call.ts";
import { textAt } from "../reply-fields.ts";
import { type NamedSeen, namedSeen } from "./named-seen.ts";

/** A transit router of a CEN: one a region. */
export interface TransitRouterSeen extends NamedSeen {
  readonly cen: string;
  readonly region: string;
  /** `Basic` or `Enterprise`. */
  readonly type: string;
  /** Creating, Active, Modifying, Upgrading, Deleting; compare with `isStatus`. */
  readonly status: string;
}

export function transitRouterSeen(from: Reply): TransitRouterSeen {
  return {
    ...namedSeen(from, "TransitRouterId", "TransitRouter"),
    cen: textAt(from, "CenId"),
    region: textAt(from, "RegionId"),
    type: textAt(from, "Type"),
    status: textAt(from, "Status"),
  };
}
