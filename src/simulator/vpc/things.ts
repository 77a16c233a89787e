import type { Thing } from "../world.ts";

/** Kind `vpc`. Cbn keeps `cens` up to date when it attaches and detaches the VPC. */
export interface Vpc extends Thing {
  region: string;
  name: string;
  cidrBlock: string;
  secondaryCidrBlocks: string[];
  /** Absent: IPv6 is not enabled. */
  ipv6CidrBlock?: string;
  status: "Pending" | "Available";
  isDefault: boolean;
  vRouterId: string;
  createdAt: number;
  cens: { cenId: string; cenUid: string; status: "Attaching" | "Attached" | "Detaching" }[];
}

/** Kind `vswitch`. */
export interface VSwitch extends Thing {
  region: string;
  vpcId: string;
  zoneId: string;
  name: string;
  cidrBlock: string;
  status: "Pending" | "Available";
  /** The route table that it is associated with. */
  routeTableId: string;
  createdAt: number;
}

/** Kind `route-table`: every VPC has one of type System. */
export interface RouteTable extends Thing {
  region: string;
  vpcId: string;
  name: string;
  type: "System" | "Custom";
  status: "Pending" | "Available";
  createdAt: number;
}

/** Kind `route-entry`: what is written into a table. The system entries of its vSwitches are derived, not stored. */
export interface RouteEntry extends Thing {
  region: string;
  routeTableId: string;
  name: string;
  description: string;
  destinationCidrBlock: string;
  type: "Custom" | "CEN" | "BGP" | "ECR";
  /** `Attachment` with `tr-attach-…` for a transit router, `Instance` with `i-…`, … */
  nextHopType: string;
  nextHopId: string;
  status: "Pending" | "Available" | "Deleting";
  /** `TR` when the transit router manages it. */
  serviceType?: "TR";
  modifiedAt: number;
}

/** Kind `vpc-grant`: a VPC's owner lets another account's CEN attach it. `uid` is the VPC's owner. */
export interface VpcGrant extends Thing {
  region: string;
  instanceId: string;
  instanceType: "VPC" | "VBR";
  cenId: string;
  cenUid: string;
  createdAt: number;
}
