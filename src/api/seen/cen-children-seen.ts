import type { Reply } from "../call.ts";
import { textAt } from "../reply-fields.ts";

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

export function childSeen(from: Reply): ChildSeen {
  return {
    id: textAt(from, "ChildInstanceId"),
    type: textAt(from, "ChildInstanceType"),
    region: textAt(from, "ChildInstanceRegionId"),
    ownerId: textAt(from, "ChildInstanceOwnerId"),
    status: textAt(from, "Status"),
  };
}
