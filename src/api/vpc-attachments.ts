import { MARKER, type Read, TOKEN, type Write } from "./call.ts";
import { accountId, cbnCall as call, type OfAccount, type OfCen } from "./cbn-call.ts";
import { makeWrite } from "./make-call.ts";
import { tokenThings } from "./paging.ts";
import { orderType, type Payer } from "./payer.ts";
import { type VpcAttachmentSeen, vpcAttachmentSeen, type ZoneMapping } from "./seen/vpc-attachments-seen.ts";

export type { VpcAttachmentSeen, ZoneMapping };

/** The VPCs on the CEN's Enterprise Edition router of a region; the CEN's owner sees those of other accounts too. */
export function listVpcAttachments(of: OfCen & { readonly region: string }): Read<readonly VpcAttachmentSeen[]> {
  const first = call("ListTransitRouterVpcAttachments", of, { CenId: of.cen, RegionId: of.region, MaxResults: 100 });
  return tokenThings(first, ["TransitRouterAttachments"], vpcAttachmentSeen);
}

/** A VPC, the router of its region, and the vSwitches that give the router an address in each zone. */
export interface CreateVpcAttachment extends OfCen {
  readonly region: string;
  readonly router: string;
  readonly vpc: string;
  /** The VPC's own account id, also when it is the CEN owner's: the SDK's model demands it of every call. */
  readonly vpcOwner: string;
  readonly name: string;
  /** 1 to 10, each zone and each vSwitch once. */
  readonly zones: readonly ZoneMapping[];
}

/** Billed. Who pays is the grant's word: this call takes none. Nothing is forwarded before an association and a propagation. */
export function createVpcAttachment(of: CreateVpcAttachment): Write {
  return makeWrite(
    call("CreateTransitRouterVpcAttachment", of, {
      CenId: of.cen,
      RegionId: of.region,
      TransitRouterId: of.router,
      VpcId: of.vpc,
      VpcOwnerId: accountId(of.vpcOwner),
      ZoneMappings: of.zones.map(({ zone, vSwitch }) => ({ ZoneId: zone, VSwitchId: vSwitch })),
      TransitRouterAttachmentName: of.name,
      TransitRouterAttachmentDescription: MARKER,
      ClientToken: TOKEN,
    }),
  );
}

/** An attachment by its id, `tr-attach-…`; a write locks router and VPC. */
export interface OfVpcAttachment extends OfAccount {
  readonly router: string;
  readonly attachment: string;
  readonly vpc: string;
}

export interface UpdateVpcAttachment extends OfVpcAttachment, OfCen {
  /** What the grant says already: the grant is changed first. */
  readonly payer?: Payer;
  readonly name?: string;
}

/** Changes what is given, and leaves the rest. */
export function updateVpcAttachment(of: UpdateVpcAttachment): Write {
  const params = {
    TransitRouterAttachmentId: of.attachment,
    TransitRouterAttachmentName: of.name,
    OrderType: of.payer === undefined ? undefined : orderType(of.payer),
    ClientToken: TOKEN,
  };
  return makeWrite(call("UpdateTransitRouterVpcAttachmentAttribute", of, params), locksOf(of));
}

/** Without Force: routes to it, its propagations and its association have to go first, so that nothing goes unseen. */
export function deleteVpcAttachment(of: OfVpcAttachment): Write {
  const params = { TransitRouterAttachmentId: of.attachment, ClientToken: TOKEN };
  return makeWrite(call("DeleteTransitRouterVpcAttachment", of, params), locksOf(of));
}

function locksOf(of: OfVpcAttachment): readonly string[] {
  return [`tr:${of.router}`, `vpc:${of.vpc}`];
}
