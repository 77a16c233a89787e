import { MARKER, type Param, type Read, TOKEN, type Write } from "./call.ts";
import { cbnCall as call, type OfCen } from "./cbn-call.ts";
import { makeWrite } from "./make-call.ts";
import { tokenThings } from "./paging.ts";
import { type PeerAttachmentSeen, peerAttachmentSeen } from "./seen/peer-attachments-seen.ts";

export type { PeerAttachmentSeen };

/** Where a connection's bandwidth comes from: a package of the pair of areas, or by the traffic. */
export type BandwidthType = "BandwidthPackage" | "DataTransfer";

/** The connections that have an end in the region. */
export function listPeerAttachments(of: OfCen & { readonly region: string }): Read<readonly PeerAttachmentSeen[]> {
  const first = call("ListTransitRouterPeerAttachments", of, { CenId: of.cen, RegionId: of.region, MaxResults: 100 });
  return tokenThings(first, ["TransitRouterAttachments"], peerAttachmentSeen);
}

/** Both ends of a connection: the routers that a write on it locks. */
interface BothRouters extends OfCen {
  readonly router: string;
  readonly peerRouter: string;
}

interface Bandwidth {
  readonly bandwidthMbps: number;
  /** Always sent when a connection is made: no document names the default. */
  readonly bandwidthType: BandwidthType;
  /** On the CEN, and of the pair of areas; only for `BandwidthPackage`. */
  readonly package?: string;
}

/** A connection between the routers of two regions. */
export interface CreatePeerAttachment extends BothRouters, Bandwidth {
  /** The local side's region. It has to be the Enterprise Edition one where the other is not. */
  readonly region: string;
  readonly peerRegion: string;
  readonly name: string;
}

/** By data transfer it is billed. Nothing is forwarded before associations and propagations on each Enterprise side. */
export function createPeerAttachment(of: CreatePeerAttachment): Write {
  return makeWrite(
    call("CreateTransitRouterPeerAttachment", of, {
      CenId: of.cen,
      RegionId: of.region,
      TransitRouterId: of.router,
      PeerTransitRouterId: of.peerRouter,
      PeerTransitRouterRegionId: of.peerRegion,
      ...bandwidthParams(of),
      AutoPublishRouteEnabled: true,
      TransitRouterAttachmentName: of.name,
      TransitRouterAttachmentDescription: MARKER,
      ClientToken: TOKEN,
    }),
    locksOf(of),
  );
}

/** A connection by its id, `tr-attach-…`, with both its routers. */
export interface OfPeerAttachment extends BothRouters {
  readonly attachment: string;
}

/** What of a connection is to be otherwise. */
export interface UpdatePeerAttachment extends OfPeerAttachment, Partial<Bandwidth> {
  readonly autoPublish?: boolean;
}

/** Changes what is given, and leaves the rest. */
export function updatePeerAttachment(of: UpdatePeerAttachment): Write {
  const params = {
    TransitRouterAttachmentId: of.attachment,
    ...bandwidthParams(of),
    AutoPublishRouteEnabled: of.autoPublish,
    ClientToken: TOKEN,
  };
  return makeWrite(call("UpdateTransitRouterPeerAttachmentAttribute", of, params), locksOf(of));
}

/** Without Force: propagations and associations have to go first. An unknown id is answered like a known one. */
export function deletePeerAttachment(of: OfPeerAttachment): Write {
  const params = { TransitRouterAttachmentId: of.attachment, ClientToken: TOKEN };
  return makeWrite(call("DeleteTransitRouterPeerAttachment", of, params), locksOf(of));
}

function bandwidthParams(of: Partial<Bandwidth>): Readonly<Record<string, Param | undefined>> {
  return { BandwidthType: of.bandwidthType, Bandwidth: of.bandwidthMbps, CenBandwidthPackageId: of.package };
}

function locksOf(of: BothRouters): readonly string[] {
  return [`cen:${of.cen}`, `tr:${of.router}`, `tr:${of.peerRouter}`];
}
