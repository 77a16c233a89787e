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

/** Kind `transit-router`. */
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
