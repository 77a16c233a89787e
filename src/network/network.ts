import type { AccountName } from "../keys.ts";

/** An area of Smart Access Gateways and of a Cloud Connect Network, as people write it: `mainland-china`. */
export type Area = string;

/** An account of Alibaba Cloud that the file names. */
export interface Account {
  readonly name: AccountName;
  /** A profile of ~/.aliyun/config.json. */
  readonly profile?: string;
  /** The account id, 16 digits, as a string. */
  readonly uid?: string;
}

/** Personal data: printed as `<shipTo.…>` everywhere, and never in the diary or a log. */
export interface ShipTo {
  readonly name: string;
  readonly mobile: string;
  readonly email: string;
  readonly country: string;
  readonly state: string;
  readonly city: string;
  readonly district: string;
  readonly town: string;
  readonly address: string;
  readonly zip: string;
  readonly phone?: string;
}

export type GatewayModel = "sag-100wm" | "sag-1000" | "sag-vcpe";
export type Deployment = "stand-alone" | "cold-standby" | "warm-standby";

/** A branch's gateway: one that is there, one's own devices, or one to be bought. */
export interface Gateway {
  /** A gateway that is there already. */
  readonly id?: string;
  /** Serial numbers of own devices, the active one first; one or two. */
  readonly serials?: readonly string[];
  readonly model?: GatewayModel;
  readonly deployment?: Deployment;
  readonly bandwidthMbps?: number;
  /** 1–9, 12, 24 or 36. No silent default: it is money. */
  readonly months?: number;
  readonly shipTo?: ShipTo;
  /** false leaves an unpaid order, which a person pays in the console. Default true. */
  readonly autoPay?: boolean;
}

/** An office behind one gateway. */
export interface Branch {
  readonly name: string;
  readonly account: AccountName;
  readonly area: Area;
  /** Canonical IPv4 CIDR blocks; the first one feeds the device's DHCP. */
  readonly cidrs: readonly string[];
  /** Where each of them was written: `sagctl.yaml:14:13`, `--cidr`. */
  readonly cidrsAt?: readonly string[];
  readonly gateway: Gateway;
}

/** A VPC that is to be on the CEN. */
export interface Vpc {
  readonly name: string;
  readonly account: AccountName;
  readonly id: string;
  readonly region: string;
  /** Absent: found through the ECS instances of `verify`. Empty: nothing is to be opened. */
  readonly securityGroups?: readonly string[];
  /** Private addresses to ping. */
  readonly verify: readonly string[];
  /** Where each of them was written: `sagctl.yaml:58:14`, `--verify`. */
  readonly verifyAt?: readonly string[];
  /** Of a VPC of another account: who pays for its attachment. Default: the owner of the CEN. */
  readonly payer?: "cen-owner" | "resource-owner";
  /** The name of its attachment to a transit router of Enterprise Edition; default: its own. */
  readonly attachmentName?: string;
  /** The id of that attachment, `tr-attach-…`: what the VPC's owner needs to know of a CEN that is another account's. */
  readonly attachment?: string;
  /** Its addresses, where its owner's key is not at hand; with the key the cloud tells them. */
  readonly cidrs?: readonly string[];
  /** The vSwitches that the attachment uses, one for each zone; default: those with the most free addresses. */
  readonly vSwitches?: readonly string[];
}

/** Bandwidth between two CEN areas, there or to be bought; in Mbit/s. */
export interface BandwidthPackage {
  readonly name: string;
  readonly id?: string;
  /** Two CEN areas as the API spells them in requests: `China`, `North-America`. */
  readonly areas: readonly [string, string];
  readonly bandwidthMbps: number;
  readonly charge: "POSTPAY" | "PREPAY";
  /** Only for PREPAY. */
  readonly months?: number;
  /** The package's own name in the console; default: the key in the file. */
  readonly title?: string;
}

/** One end of a connection: a VPC of the file, or the CCN of its area. */
export type ConnectionEnd = string;

/** Two regions that are to be connected, with how much, in Mbit/s. */
export interface Connection {
  /** `hangzhou/silicon-valley`, `ccn/silicon-valley`: the two ends as written. */
  readonly name: string;
  readonly between: readonly [ConnectionEnd, ConnectionEnd];
  readonly bandwidthMbps: number;
  /** Enterprise Edition only: out of a bandwidth package, or paid by what is transferred. */
  readonly paidBy: "package" | "data-transfer";
}

/** What the security groups let in; `ports` from first to last: `443/443`, `8000/8080`. */
export type Allow = { readonly protocol: "icmp" } | { readonly protocol: "tcp" | "udp"; readonly ports: string };

/** Choices of this run that alter the goal; they come from flags, never from the file. */
export interface Goal {
  /** `--replace`: static routes that the file does not name are removed. */
  readonly replaceRoutes: boolean;
  /** `--eager`: package and connections do not wait for activation. */
  readonly eager: boolean;
  /** `--buy-again`: markers of purchases that a person has looked for and not found. */
  readonly buyAgain: readonly string[];
  /** `--new`: buy although an unclaimed candidate exists. */
  readonly createNew: boolean;
  /** `--received`: a person says that the box has arrived. */
  readonly received: boolean;
  /** `--allow-lower`: a region connection may lose bandwidth. */
  readonly allowLower: boolean;
  /** `--listed N`: a person confirms the list of N gateways although the account's usage figure is higher. */
  readonly listed?: number;
  /** `--allow-overlap`: who knows better. */
  readonly allowOverlap: boolean;
  /** `--include-found`: undo takes away also what sagctl did not make. */
  readonly includeFound: boolean;
  /** `--create-vswitch`: a vSwitch is made in a second zone where a VPC has one zone only. */
  readonly createVSwitch: boolean;
  /** `--one-zone`: a VPC is attached through one zone, although the region offers more. */
  readonly oneZone: boolean;
  /** `--from`: pings start there alone: a branch, a VPC, or an instance by its id or name. */
  readonly from?: string;
  /** `--source`: the address in the branch that a ping starts from. */
  readonly source?: string;
  /** `--tcp PORT`: probe this port beside ICMP. */
  readonly tcpPort?: number;
}

/** The network file, resolved: names checked, defaults filled in, areas and CIDRs canonical. */
export interface Network {
  readonly name: string;
  /** The `marker:` id of the file; marks what this file buys. */
  readonly marker: string;
  /** Where the file lies; absent when flags alone made the network. */
  readonly file?: string;
  readonly accounts: readonly Account[];
  /** The account that owns CEN, CCN and gateways: the first one. */
  readonly hub: AccountName;
  readonly cen: { readonly id?: string; readonly name: string };
  /** `isWanted`: false for VPCs that no branch is to reach. */
  readonly ccn: { readonly area: Area; readonly id?: string; readonly name: string; readonly isWanted: boolean };
  readonly branches: readonly Branch[];
  readonly vpcs: readonly Vpc[];
  readonly packages: readonly BandwidthPackage[];
  readonly connections: readonly Connection[];
  /** Who may reach whom, by name; absent: everybody reaches everybody. */
  readonly reach?: Readonly<Record<string, readonly string[]>>;
  readonly allow: readonly Allow[];
  /** The scenario that --simulate starts from. */
  readonly simulate?: string;
  readonly goal: Goal;
}
