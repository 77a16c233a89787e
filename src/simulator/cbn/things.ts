import type { VpcGrant } from "../vpc/things.ts";
import type { Thing } from "../world.ts";

export interface Tag {
  Key: string;
  Value: string;
}

/** Kind `cen`. */
export interface Cen extends Thing {
  name: string;
  description: string;
  status: "Creating" | "Active" | "Modifying" | "Deleting";
  protectionLevel: string;
  createdAt: number;
  tags: Tag[];
}

/** Nothing here makes a VBR or puts it on a CEN; a scenario may have one there, for what it announces. */
export type ChildType = "VPC" | "CCN" | "VBR";

/** Kind `vbr`: the border router of a leased line. */
export interface Vbr extends Thing {
  /** Prefixes that it has from the other end, and announces into its CEN. */
  learned: string[];
}

/** Kind `cen-attachment`, id `cen-…/vpc-…`; `uid` is the CEN's owner. */
export interface ChildAttachment extends Thing {
  cenId: string;
  childId: string;
  childType: ChildType;
  childRegionId: string;
  childUid: string;
  status: "Attaching" | "Attached" | "Detaching";
  attachedAt: number;
}

/** Kind `transit-router`. An Enterprise one has a System route table of its own, a Basic one has none that the API shows. */
export interface TransitRouter extends Thing {
  cenId: string;
  regionId: string;
  edition: "Basic" | "Enterprise";
  status: "Creating" | "Active" | "Modifying" | "Deleting" | "Upgrading";
  name: string;
  description: string;
  createdAt: number;
  tags: Tag[];
}

/** Kind `cen-package`. One that is `Unpaid` or `Creating` shows in no list. */
export interface BandwidthPackage extends Thing {
  name: string;
  description: string;
  bandwidthMbps: number;
  chargeType: "PREPAY" | "POSTPAY";
  businessStatus: "Normal" | "FinancialLocked" | "SecurityLocked";
  status: "Unpaid" | "Creating" | "Idle" | "InUse";
  areaA: string;
  areaB: string;
  orderId: string;
  cenId?: string;
  createdAt: number;
  expiresAt: number;
  months: number;
  tags: Tag[];
}

/** Kind `cen-connection`: the bandwidth between two regions of a CEN, Basic Edition. */
export interface RegionConnection extends Thing {
  cenId: string;
  localRegionId: string;
  oppositeRegionId: string;
  bandwidthMbps: number;
  /** The value that holds once the change under way is through; 0 goes away then, if the switch says so. */
  nextMbps: number;
  packageId: string;
  spanId: string;
  status: "Active" | "Modifying";
}

export type Payer = "PayByCenOwner" | "PayByResourceOwner";

/** Kind `vpc-grant`, which Vpc's older GrantInstanceToCen makes too: without `orderType` the CEN's owner pays. */
export interface CenGrant extends VpcGrant {
  orderType?: Payer;
}

/** A vSwitch that a VPC attachment has an interface in; it takes one of the vSwitch's addresses. */
export interface ZoneMapping {
  zoneId: string;
  vSwitchId: string;
  /** Empty while the interface is being made. */
  eniId: string;
}

interface RouterAttachmentThing extends Thing {
  name: string;
  description: string;
  cenId: string;
  routerId: string;
  regionId: string;
  status: "Attaching" | "Attached" | "Modifying" | "Detaching";
  /** Of a VPC: route synchronization. Of a peer: routes are advertised to the other region. */
  autoPublish: boolean;
  createdAt: number;
  tags: Tag[];
}

/** Kind `tr-attachment`, id `tr-attach-…`: a VPC on an Enterprise router; `uid` is the CEN's owner. */
export interface VpcRouterAttachment extends RouterAttachmentThing {
  resourceType: "VPC";
  vpcId: string;
  vpcOwnerId: string;
  zoneMappings: ZoneMapping[];
  orderType: Payer;
}

/** Kind `tr-attachment` too: between two routers of a CEN. `routerId` is the local, Enterprise one; both have the one id. */
export interface PeerRouterAttachment extends RouterAttachmentThing {
  resourceType: "TR";
  peerRouterId: string;
  peerRegionId: string;
  bandwidthMbps: number;
  bandwidthType: "BandwidthPackage" | "DataTransfer";
  packageId?: string;
  spanId: string;
  defaultLinkType: "Gold" | "Platinum";
}

export type RouterAttachment = VpcRouterAttachment | PeerRouterAttachment;

/** Kind `tr-route-table`, id `vtb-…`: of an Enterprise router; the System one comes with it. */
export interface RouterRouteTable extends Thing {
  routerId: string;
  regionId: string;
  name: string;
  description: string;
  type: "System" | "Custom";
  status: "Creating" | "Active" | "Deleting";
  createdAt: number;
  tags: Tag[];
}

/** Kind `tr-association`, id `tr-attach-…/tr-…`: the one table that an attachment's packets are looked up in, on that router. */
export interface RouterAssociation extends Thing {
  attachmentId: string;
  routerId: string;
  tableId: string;
  /** The table that holds until a replacement is through. */
  formerTableId?: string;
  status: "Associating" | "Active" | "Replacing" | "Dissociating";
}

/** Kind `tr-propagation`, id `tr-attach-…/vtb-…`: a table that learns what the attachment brings. */
export interface RouterPropagation extends Thing {
  attachmentId: string;
  routerId: string;
  tableId: string;
  status: "Enabling" | "Active" | "Disabling";
}

/** Kind `tr-route`: a static route of a table; what is propagated is derived, not stored. */
export interface RouterStaticRoute extends Thing {
  tableId: string;
  routerId: string;
  name: string;
  description: string;
  destination: string;
  nextHopType: "Attachment" | "BlackHole";
  /** Absent for a black hole. */
  attachmentId?: string;
  status: "Creating" | "Active" | "Deleting";
  createdAt: number;
}

/** A line of a router's table, written or learnt: what `routesOfTransitRouterTable` gives. */
export interface RouterRoute {
  readonly destination: string;
  readonly type: "Propagated" | "Static";
  /** Packets follow the Active ones only. */
  readonly status: "Active" | "Rejected" | "Creating" | "Deleting";
  readonly nextHopType: "Attachment" | "BlackHole";
  readonly attachment?: RouterAttachment;
  /** The VPC or CCN that has the prefix, and the region that it is in. */
  readonly origin?: { readonly id: string; readonly type: ChildType; readonly regionId: string };
  readonly written?: RouterStaticRoute;
}
