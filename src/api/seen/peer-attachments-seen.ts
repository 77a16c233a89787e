import type { Reply } from "../call.ts";
import { flagAt, numberAt, textAt } from "../reply-fields.ts";
import { type NamedSeen, namedSeen } from "./named-seen.ts";

/** A region connection of Enterprise Edition; either end's region lists it, and always in the direction it was made in. */
export interface PeerAttachmentSeen extends NamedSeen {
  readonly cen: string;
  /** The local side, of Enterprise Edition. */
  readonly router: string;
  readonly region: string;
  /** The other side; a CCN's router is of Basic Edition, and its region `ccn-cn-shanghai`. */
  readonly peerRouter: string;
  readonly peerRegion: string;
  readonly bandwidthMbps: number;
  /** `BandwidthPackage` or `DataTransfer`. */
  readonly bandwidthType: string;
  /** "" by data transfer. */
  readonly packageId: string;
  /** The routers advertise their routes to each other. */
  readonly autoPublish: boolean;
  /** Attaching, Attached, Modifying, Detaching, Detached; compare with `isStatus`. */
  readonly status: string;
}

export function peerAttachmentSeen(from: Reply): PeerAttachmentSeen {
  return {
    ...namedSeen(from, "TransitRouterAttachmentId", "TransitRouterAttachment"),
    cen: textAt(from, "CenId"),
    router: textAt(from, "TransitRouterId"),
    region: textAt(from, "RegionId"),
    peerRouter: textAt(from, "PeerTransitRouterId"),
    peerRegion: textAt(from, "PeerTransitRouterRegionId"),
    bandwidthMbps: numberAt(from, "Bandwidth") ?? 0,
    bandwidthType: textAt(from, "BandwidthType"),
    packageId: textAt(from, "CenBandwidthPackageId"),
    autoPublish: flagAt(from, "AutoPublishRouteEnabled") ?? false,
    status: textAt(from, "Status"),
  };
}
