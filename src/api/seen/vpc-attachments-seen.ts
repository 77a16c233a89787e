import type { Reply } from "../call.ts";
import { type Payer, payerSeen } from "../payer.ts";
import { flagAt, listAt, textAt } from "../reply-fields.ts";
import { type NamedSeen, namedSeen } from "./named-seen.ts";

/** A zone, and the vSwitch in it that gives an address to the transit router. */
export interface ZoneMapping {
  readonly zone: string;
  readonly vSwitch: string;
}

/** A VPC on an Enterprise Edition router. */
export interface VpcAttachmentSeen extends NamedSeen {
  readonly cen: string;
  readonly router: string;
  readonly vpc: string;
  readonly vpcOwner: string;
  readonly region: string;
  /** Attaching, Attached, Modifying, Detaching; compare with `isStatus`. */
  readonly status: string;
  readonly payer: Payer | "";
  readonly zones: readonly ZoneMapping[];
  /** Route synchronization: the router's routes appear in the VPC's tables by themselves. */
  readonly routeSync: boolean;
}

export function vpcAttachmentSeen(from: Reply): VpcAttachmentSeen {
  return {
    ...namedSeen(from, "TransitRouterAttachmentId", "TransitRouterAttachment"),
    cen: textAt(from, "CenId"),
    router: textAt(from, "TransitRouterId"),
    vpc: textAt(from, "VpcId"),
    vpcOwner: textAt(from, "VpcOwnerId"),
    region: textAt(from, "VpcRegionId"),
    status: textAt(from, "Status"),
    payer: payerSeen(from),
    zones: listAt(from, "ZoneMappings").map(zoneMapping),
    routeSync: flagAt(from, "AutoPublishRouteEnabled") ?? false,
  };
}

function zoneMapping(from: Reply): ZoneMapping {
  return { zone: textAt(from, "ZoneId"), vSwitch: textAt(from, "VSwitchId") };
}
