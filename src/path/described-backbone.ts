import type { DescribedConnection, DescribedPackage, DescribedRegion, Edition } from "./described.ts";
import type { SecurityRule } from "./security-group.ts";

/** A route of a table of an Enterprise Edition router. */
export interface RouterRoute {
  readonly cidr: string;
  /** `Propagated`, `Static`. */
  readonly type: string;
  /** Only `Active` ones carry. */
  readonly status: string;
  /** `Attachment`, `BlackHole`. */
  readonly nextHopType: string;
  /** An attachment; "" for a black hole. */
  readonly nextHopId: string;
}

/** A route table of an Enterprise Edition router. */
export interface DescribedTable {
  readonly id: string;
  /** As people call it: `default`, or its own name. */
  readonly name: string;
  readonly routes: readonly RouterRoute[];
}

/** A transit router of the CEN. What is said of tables is for Enterprise Edition only: a Basic one has none. */
export interface DescribedRouter {
  readonly id: string;
  readonly region: string;
  readonly edition: Edition;
  readonly tables: readonly DescribedTable[];
  /** In which table that is looked up which comes over an attachment. */
  readonly associations: readonly { readonly attachment: string; readonly table: string; readonly status: string }[];
}

/** A VPC on an Enterprise Edition router. */
export interface DescribedAttachment {
  readonly id: string;
  readonly name: string;
  readonly vpcId: string;
  readonly routerId: string;
  readonly status: string;
}

/** An inter-region connection at least one of whose ends is an Enterprise Edition router. */
export interface DescribedPeer {
  readonly id: string;
  readonly name: string;
  readonly routerIds: readonly [string, string];
  readonly bandwidthMbps: number;
  readonly status: string;
  /** Absent: paid by what is transferred. */
  readonly packageId?: string;
}

/** An entry of a VPC's own route table. */
export interface VpcRoute {
  readonly cidr: string;
  /** `System`, `Custom`, `CEN`, … */
  readonly type: string;
  /** Only `Available` ones carry. */
  readonly status: string;
  /** `local`, `service`, `Attachment`, `Instance`, … */
  readonly nextHopType: string;
  readonly nextHopId: string;
}

/** A route table of a VPC. */
export interface DescribedVpcTable {
  readonly id: string;
  readonly isSystem: boolean;
  readonly vSwitches: readonly string[];
  readonly routes: readonly VpcRoute[];
}

/** A VPC at one end of a path, and the instance in it that talks. */
export interface DescribedVpc {
  /** In the network file. */
  readonly name: string;
  readonly vpcId: string;
  readonly region: string;
  /** Whose it is. */
  readonly account: string;
  /** Of the instance. */
  readonly address: string;
  /** Of the instance, where it is known. */
  readonly vSwitch?: string;
  /** Absent: not readable from here, or not asked for on Basic Edition. */
  readonly tables?: readonly DescribedVpcTable[];
  /** Those of the instance; absent: not readable from here. */
  readonly groups?: readonly { readonly id: string; readonly rules: readonly SecurityRule[] }[];
  /** Those that the network file names. */
  readonly opened?: readonly string[];
}

/** The CEN's own part, as the account that owns it reads it. */
export interface DescribedCen {
  readonly routers: readonly DescribedRouter[];
  readonly attachments: readonly DescribedAttachment[];
  readonly peers: readonly DescribedPeer[];
  readonly packages: readonly DescribedPackage[];
  /** Child instances of Basic Edition: VPCs and the CCN. */
  readonly attached: readonly { readonly id: string; readonly status: string }[];
  /** Those with a Basic Edition router, with what it knows. */
  readonly regions: readonly DescribedRegion[];
  /** Of Basic Edition. */
  readonly connections: readonly DescribedConnection[];
}

/** What carries packets between two VPCs, or a branch and a VPC; the proof looks at nothing else. */
export interface DescribedBackbone {
  /** Absent: not readable from here. */
  readonly cen?: DescribedCen;
  /** The account that owns the CEN. */
  readonly hub: string;
  /** There is a network file, and what it does not name can be added to it. */
  readonly hasFile?: boolean;
  /** What the network file calls the connections of regions: `ap-southeast-1/cn-hangzhou`. */
  readonly connectionNames: readonly { readonly between: readonly [string, string]; readonly name: string }[];
}

/** Whether packets to a VPC's own blocks end there: the entry of a vSwitch. Source: VPC guide; the words of its next hop are uncertain. */
export function isLocal({ type, nextHopType, cidr }: VpcRoute): boolean {
  return type.toLowerCase() === "system" && nextHopType.toLowerCase() !== "service" && cidr !== "100.64.0.0/10";
}
