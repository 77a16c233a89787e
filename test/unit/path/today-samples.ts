import type { DescribedBranch } from "../../../src/path/described.ts";
import type {
  DescribedBackbone,
  DescribedCen,
  DescribedPeer,
  DescribedRouter,
  DescribedVpc,
} from "../../../src/path/described-backbone.ts";
import { local, PRIVATE, toAttachment, vpcRoute } from "./backbone-samples.ts";

const OFFICE = "172.16.0.0/12";
const CCN_REGION = "ccn-cn-shanghai";
const nets = { hangzhou: "10.1.0.0/24", valley: "10.0.0.0/24" } as const;
const regions = { hangzhou: "cn-hangzhou", valley: "us-west-1" } as const;
type Place = keyof typeof nets;

/** Tutorial A's office, on today's cloud as on yesterday's. */
export const office: DescribedBranch = {
  name: "beijing",
  cidrs: [OFFICE],
  gateway: { id: "sag-1", status: "Active", ccnId: "ccn-1", cidrs: [OFFICE], conflicts: [] },
  ccn: { id: "ccn-1", region: CCN_REGION },
};

export function vpcIn(place: Place, parts: Partial<DescribedVpc> = {}): DescribedVpc {
  const sources = [OFFICE, ...Object.values(nets).filter((cidr) => cidr !== nets[place])];
  const rule = { protocol: "ICMP", ports: "-1/-1", policy: "Accept", priority: 1 };
  const routes = [local(nets[place]), ...PRIVATE.map((cidr) => vpcRoute(cidr, `tr-attach-${place}`))];
  return {
    name: place,
    vpcId: `vpc-${place}`,
    region: regions[place],
    account: "hub",
    address: nets[place].replace("0/24", "10"),
    vSwitch: `vsw-${place}`,
    tables: [{ id: `vtb-${place}`, isSystem: true, vSwitches: [`vsw-${place}`], routes }],
    groups: [{ id: `sg-${place}`, rules: sources.map((source) => ({ ...rule, source })) }],
    ...parts,
  };
}

function routerIn(place: Place, other: Place): DescribedRouter {
  const routes = [
    toAttachment(nets[place], `tr-attach-${place}`),
    toAttachment(nets[other], "tr-attach-between"),
    toAttachment(OFFICE, `tr-attach-ccn-${place}`),
  ];
  const over = [`tr-attach-${place}`, "tr-attach-between", `tr-attach-ccn-${place}`];
  return {
    id: `tr-${place}`,
    region: regions[place],
    edition: "Enterprise",
    tables: [{ id: `vtb-tr-${place}`, name: "default", routes }],
    associations: over.map((attachment) => ({ attachment, table: `vtb-tr-${place}`, status: "Active" })),
  };
}

function peer(id: string, routerIds: readonly [string, string]): DescribedPeer {
  return { id, name: "", routerIds, bandwidthMbps: 5, status: "Attached", packageId: "cenbwp-1" };
}

const basic: DescribedRouter = { id: "tr-ccn", region: CCN_REGION, edition: "Basic", tables: [], associations: [] };

const known = (cidr: string, nextHopId: string, nextHopRegion: string) => ({
  cidr,
  nextHopId,
  nextHopType: nextHopId.startsWith("ccn-") ? "CCN" : "VPC",
  nextHopRegion,
  status: "Active",
});

export const cenToday: DescribedCen = {
  routers: [routerIn("hangzhou", "valley"), routerIn("valley", "hangzhou"), basic],
  attachments: (["hangzhou", "valley"] as const).map((place) => ({
    id: `tr-attach-${place}`,
    name: place,
    vpcId: `vpc-${place}`,
    routerId: `tr-${place}`,
    status: "Attached",
  })),
  peers: [
    peer("tr-attach-between", ["tr-hangzhou", "tr-valley"]),
    peer("tr-attach-ccn-hangzhou", ["tr-hangzhou", "tr-ccn"]),
    peer("tr-attach-ccn-valley", ["tr-valley", "tr-ccn"]),
  ],
  packages: [{ id: "cenbwp-1", businessStatus: "Normal" }],
  attached: [{ id: "ccn-1", status: "Attached" }],
  regions: [
    {
      id: CCN_REGION,
      area: "China",
      edition: "Basic",
      routes: [
        known(OFFICE, "ccn-1", CCN_REGION),
        known(nets.hangzhou, "vpc-hangzhou", regions.hangzhou),
        known(nets.valley, "vpc-valley", regions.valley),
      ],
    },
  ],
  connections: [],
};

/** Tutorial A on today's cloud, finished: VPCs on Enterprise Edition routers, the CCN on a Basic one. */
export const today: DescribedBackbone = {
  cen: cenToday,
  hub: "hub",
  connectionNames: [
    { between: [regions.hangzhou, regions.valley], name: "hangzhou/silicon-valley" },
    { between: [CCN_REGION, regions.hangzhou], name: "ccn/hangzhou" },
    { between: [CCN_REGION, regions.valley], name: "ccn/silicon-valley" },
  ],
};

/** With something else about the CEN. */
export function todayWith(parts: Partial<DescribedCen>): DescribedBackbone {
  return { ...today, cen: { ...cenToday, ...parts } };
}

/** With something else about one router. */
export function routerWith(region: string, change: (router: DescribedRouter) => Partial<DescribedRouter>) {
  return todayWith({
    routers: cenToday.routers.map((one) => (one.region === region ? { ...one, ...change(one) } : one)),
  });
}
