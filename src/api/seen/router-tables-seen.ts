import type { Reply } from "../call.ts";
import { textAt } from "../reply-fields.ts";
import { type NamedSeen, namedSeen } from "./named-seen.ts";

/** A route table of an Enterprise Edition router. */
export interface RouterTableSeen extends NamedSeen {
  /** `System` (one, the default table) or `Custom`. */
  readonly type: string;
  /** Creating, Active, Deleting; compare with `isStatus`. */
  readonly status: string;
}

/** An attachment's association with a table, or its propagation to one. */
export interface AssociationSeen {
  readonly attachment: string;
  readonly table: string;
  /** What is behind the attachment: a VPC, or the transit router at the other end. */
  readonly resource: string;
  /** `VPC`, `TR`, `VBR`, `VPN`. */
  readonly resourceType: string;
  /** Active, or on its way: Associating, Replacing, Dissociating; Enabling, Disabling. */
  readonly status: string;
}

/** A route of a transit router's table. */
export interface RouterRouteSeen {
  readonly cidr: string;
  /** `Propagated` or `Static`. */
  readonly type: string;
  /** Active, Rejected, Prohibited, Standby, Candidate, Creating, Deleting. */
  readonly status: string;
  /** The attachment's id; "" of a black hole. */
  readonly nextHopId: string;
  /** `Attachment` or `BlackHole`. */
  readonly nextHopType: string;
  readonly nextHopResourceId: string;
  readonly nextHopResourceType: string;
  /** Where the route was learnt; "" of a static one. */
  readonly originResourceId: string;
}

export function routerTableSeen(from: Reply): RouterTableSeen {
  return {
    ...namedSeen(from, "TransitRouterRouteTableId", "TransitRouterRouteTable"),
    type: textAt(from, "TransitRouterRouteTableType"),
    status: textAt(from, "TransitRouterRouteTableStatus"),
  };
}

export function associationSeen(from: Reply): AssociationSeen {
  return {
    attachment: textAt(from, "TransitRouterAttachmentId"),
    table: textAt(from, "TransitRouterRouteTableId"),
    resource: textAt(from, "ResourceId"),
    resourceType: textAt(from, "ResourceType"),
    status: textAt(from, "Status"),
  };
}

export function routerRouteSeen(from: Reply): RouterRouteSeen {
  const at = (field: string): string => textAt(from, `TransitRouterRouteEntry${field}`);
  return {
    cidr: at("DestinationCidrBlock"),
    type: at("Type"),
    status: at("Status"),
    nextHopId: at("NextHopId"),
    nextHopType: at("NextHopType"),
    nextHopResourceId: at("NextHopResourceId"),
    nextHopResourceType: at("NextHopResourceType"),
    originResourceId: at("OriginResourceId"),
  };
}
