import type { SecurityRule, Traffic } from "./security-group.ts";

/** The two kinds of transit router: Basic has one table for all, Enterprise has route tables. */
export type Edition = "Basic" | "Enterprise";

/** A route as a region of the CEN knows it. */
export interface KnownRoute {
  readonly cidr: string;
  /** `VPC`, `CCN`, … */
  readonly nextHopType: string;
  readonly nextHopId: string;
  readonly nextHopRegion: string;
  /** Only `Active` ones carry; `Rejected`, `Prohibited` and `Candidate` say why one does not. */
  readonly status: string;
}

/** A region of the CEN, and the routes that it knows. */
export interface DescribedRegion {
  /** `cn-hangzhou`, `ccn-cn-shanghai`. */
  readonly id: string;
  /** The CEN area, in one spelling for all regions: `China`. */
  readonly area: string;
  /** Of its transit router. */
  readonly edition: Edition;
  readonly routes: readonly KnownRoute[];
}

/** A connection of Basic Edition between two regions; in Mbit/s. */
export interface DescribedConnection {
  /** Two regions, in either order. */
  readonly between: readonly [string, string];
  readonly bandwidthMbps: number;
  readonly status: string;
  /** "" when no package carries it. */
  readonly packageId: string;
}

/** The bandwidth package that carries a connection. */
export interface DescribedPackage {
  readonly id: string;
  /** `Normal`; `FinancialLocked` and `SecurityLocked` stop it. */
  readonly businessStatus: string;
}

export interface DescribedGateway {
  readonly id: string;
  /** `Active` is online. */
  readonly status: string;
  readonly ccnId: string;
  /** Its static routes. */
  readonly cidrs: readonly string[];
  /** Those of them that the gateway itself marks as in conflict. */
  readonly conflicts: readonly { readonly cidr: string; readonly conflict: string }[];
}

/** The end of the path in the office. */
export interface DescribedBranch {
  readonly name: string;
  readonly cidrs: readonly string[];
  /** Absent: none was found. */
  readonly gateway?: DescribedGateway;
  readonly ccn: { readonly id: string; readonly region: string };
}

/** One address that the branch wants to reach. */
export interface DescribedDestination {
  /** The VPC's name in the network file. */
  readonly name: string;
  readonly vpcId: string;
  readonly region: string;
  /** The blocks of its vSwitches. */
  readonly cidrs: readonly string[];
  /** Those of the instance there: their rules work as one list. */
  readonly groups: readonly { readonly id: string; readonly rules: readonly SecurityRule[] }[];
  /** Those that the network file names. */
  readonly opened?: readonly string[];
  /** The item that connects its region with the CCN's: `ccn/silicon-valley`. */
  readonly connection: string;
  /** The network file names no such connection yet. */
  readonly isUnnamed?: boolean;
}

/** One branch's part of the cloud, as read; the proof looks at nothing else. */
export interface Described {
  readonly branch: DescribedBranch;
  readonly destinations: readonly DescribedDestination[];
  /** Child instances of the CEN: VPCs and the CCN. */
  readonly attached: readonly { readonly id: string; readonly status: string }[];
  readonly regions: readonly DescribedRegion[];
  readonly connections: readonly DescribedConnection[];
  readonly packages: readonly DescribedPackage[];
  /** What must get in at each destination. */
  readonly traffic: readonly Traffic[];
}

export function findRegion(described: Pick<Described, "regions">, id: string): DescribedRegion | undefined {
  return described.regions.find((region) => region.id === id);
}

/** Generations of the services differ in the case of their statuses: `Active`, `ACTIVE`. */
export function hasStatus(one: { readonly status: string }, wanted: string): boolean {
  return one.status.toLowerCase() === wanted.toLowerCase();
}
