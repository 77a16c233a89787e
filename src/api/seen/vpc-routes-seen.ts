import type { Reply } from "../call.ts";
import { listAt, textAt, wordsAt } from "../reply-fields.ts";

/** A route table of a VPC. */
export interface VpcRouteTableSeen {
  readonly id: string;
  readonly vpc: string;
  /** `System` (one a VPC) or `Custom`. */
  readonly type: string;
  readonly vSwitches: readonly string[];
}

/** A route of a VPC's own table. */
export interface VpcRouteSeen {
  readonly id: string;
  readonly cidr: string;
  /** `System`, `Custom`, `BGP`, `CEN`, `ECR`. */
  readonly type: string;
  /** Pending, Available, Modifying, Deleting; compare with `isStatus`. */
  readonly status: string;
  /** Of several equal ones the first: `local`, `service`, `Attachment`, `Instance` and others. */
  readonly nextHopType: string;
  /** The attachment's id where that is the type; "" of a system route. */
  readonly nextHopId: string;
  readonly description: string;
}

export function vpcRouteTableSeen(from: Reply): VpcRouteTableSeen {
  return {
    id: textAt(from, "RouteTableId"),
    vpc: textAt(from, "VpcId"),
    type: textAt(from, "RouteTableType"),
    vSwitches: wordsAt(from, "VSwitchIds", "VSwitchId"),
  };
}

export function vpcRouteSeen(from: Reply): VpcRouteSeen {
  const [hop = {}] = listAt(from, "NextHops", "NextHop");
  return {
    id: textAt(from, "RouteEntryId"),
    cidr: textAt(from, "DestinationCidrBlock"),
    type: textAt(from, "Type"),
    status: textAt(from, "Status"),
    nextHopType: textAt(hop, "NextHopType"),
    nextHopId: textAt(hop, "NextHopId"),
    description: textAt(from, "Description"),
  };
}
