import type { Described, DescribedDestination, KnownRoute } from "../../../src/path/described.ts";

const ccn = { id: "ccn-4kd82hx0pq7m3v9zt1", region: "ccn-cn-shanghai" };
const hangzhouVpc = "vpc-bp1hz0prod4k7m2x9q3w1";
const valleyVpc = "vpc-rj9sv0prod8d5n1c6t2y4";

export function route(cidr: string, nextHopId: string, parts: Partial<KnownRoute> = {}): KnownRoute {
  const nextHopType = nextHopId.startsWith("ccn-") ? "CCN" : "VPC";
  return { cidr, nextHopId, nextHopType, nextHopRegion: "cn-hangzhou", status: "Active", ...parts };
}

export const routes: readonly KnownRoute[] = [
  route("172.16.0.0/12", ccn.id, { nextHopRegion: ccn.region }),
  route("10.1.0.0/24", hangzhouVpc),
  route("10.0.0.0/24", valleyVpc, { nextHopRegion: "us-west-1" }),
];

function destination(name: string, vpcId: string, region: string, cidr: string): DescribedDestination {
  const rule = { protocol: "ICMP", ports: "-1/-1", source: "172.16.0.0/12", policy: "Accept", priority: 1 };
  const groups = [{ id: `sg-${name}`, rules: [rule] }];
  return { name, vpcId, region, cidrs: [cidr], groups, connection: `ccn/${name}` };
}

/** Tutorial A, finished. */
export const finished: Described = {
  branch: {
    name: "beijing",
    cidrs: ["172.16.0.0/12"],
    gateway: { id: "sag-1", status: "Active", ccnId: ccn.id, cidrs: ["172.16.0.0/12"], conflicts: [] },
    ccn,
  },
  destinations: [
    destination("hangzhou", hangzhouVpc, "cn-hangzhou", "10.1.0.0/24"),
    destination("silicon-valley", valleyVpc, "us-west-1", "10.0.0.0/24"),
  ],
  attached: [ccn.id, hangzhouVpc, valleyVpc].map((id) => ({ id, status: "Attached" })),
  regions: [
    { id: ccn.region, area: "China", edition: "Basic", routes },
    { id: "cn-hangzhou", area: "China", edition: "Basic", routes },
    { id: "us-west-1", area: "North-America", edition: "Basic", routes },
  ],
  connections: [
    { between: ["cn-hangzhou", "us-west-1"], bandwidthMbps: 5, status: "Active", packageId: "cenbwp-1" },
    { between: ["us-west-1", ccn.region], bandwidthMbps: 5, status: "Active", packageId: "cenbwp-1" },
  ],
  packages: [{ id: "cenbwp-1", businessStatus: "Normal" }],
  traffic: [{ protocol: "icmp" }],
};

type Gateway = NonNullable<Described["branch"]["gateway"]>;

export function withGateway(parts: Partial<Gateway>): Described {
  const gateway = { ...(finished.branch.gateway as Gateway), ...parts };
  return { ...finished, branch: { ...finished.branch, gateway } };
}

/** The routes of one region replaced. */
export function withRoutes(region: string, known: readonly KnownRoute[]): Described {
  const regions = finished.regions.map((one) => (one.id === region ? { ...one, routes: known } : one));
  return { ...finished, regions };
}
