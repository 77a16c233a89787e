import type { Thing } from "../world.ts";

export type GatewayModel = "sag-100wm" | "sag-1000" | "sag-vcpe";

/**
 * API statuses. `Delivered` means shipped, `Received` means arrived; activated and on no CCN is `Init`, then
 * `Unconfirmed` (assumption: the API value behind the console's "Not Associated" is written nowhere).
 */
type GatewayStatus =
  | "Ordered"
  | "Delivered"
  | "Received"
  | "Returning"
  | "Init"
  | "Unconfirmed"
  | "Offline"
  | "Active"
  | "Arrearage";

/** Kind `gateway`: a Smart Access Gateway, from its order on. */
export interface Gateway extends Thing {
  /** Smartag RegionId of its area: `cn-shanghai`. */
  region: string;
  name: string;
  description: string;
  model: GatewayModel;
  haType: "no_backup" | "cold_backup" | "warm_backup";
  bandwidthMbps: number;
  status: GatewayStatus;
  orderId: string;
  paid: boolean;
  periodMonths: number;
  /** The customer's own device: nothing is shipped, serial numbers are bound by BindSerialNumber. */
  alreadyHaveSag: boolean;
  /** Active device first. */
  serialNumbers: string[];
  routingStrategy: "static" | "dynamic";
  /** The on-premises prefixes; the first feeds the device's DHCP. */
  cidrs: string[];
  /** The CCN that it is bound to; absent when unbound and while the binding settles. */
  ccnId?: string;
  /** Shipped and not arrived yet. */
  underWay?: boolean;
  /** A person has connected WAN, LAN and power. */
  cabled: boolean;
  /** The device talks to its controller. */
  online: boolean;
  createdAt: number;
  activatedAt?: number;
  endTime?: number;
  position?: string;
  securityLockThreshold: number;
  /** Paid bandwidth changes to come: order id to Mbit/s. */
  bandwidthOrders?: Record<string, number>;
}

/** Kind `ccn`: a Cloud Connect Network. Cbn writes `cenId` and `cenUid` when it attaches and detaches the CCN. */
export interface Ccn extends Thing {
  region: string;
  name: string;
  description: string;
  cidrBlock: string;
  snatCidrBlock: string;
  isDefault: boolean;
  /** New access gateway generation: it is attached by another call than ordinary CCNs. */
  newAgw: boolean;
  subnet?: string;
  interworkingStatus: "enable" | "disable";
  createdAt: number;
  cenId?: string;
  cenUid?: string;
  tags?: { Key: string; Value: string }[];
}

/** Kind `ccn-grant`: the CCN's owner lets another account's CEN attach it. `uid` is the CCN's owner. */
export interface CcnGrant extends Thing {
  region: string;
  ccnId: string;
  cenId: string;
  cenUid: string;
  grantTrafficService: boolean;
  createdAt: number;
}
