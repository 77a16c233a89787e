import type { Reply } from "../call.ts";
import { flagAt, numberAt, present, textAt, timeAt, wordsAt } from "../reply-fields.ts";
import { type NamedSeen, namedSeen } from "./named-seen.ts";

/** A Cloud Connect Network as the list shows it. */
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
