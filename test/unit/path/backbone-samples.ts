import type {
  DescribedBackbone,
  DescribedCen,
  DescribedRouter,
  DescribedVpc,
  RouterRoute,
  VpcRoute,
} from "../../../src/path/described-backbone.ts";

export const PRIVATE = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16"];
const SINGAPORE = "ap-southeast-1";
const nets = { 1: "10.0", 2: "172.16", 3: "192.168" } as const;
type Number = keyof typeof nets;

export function toAttachment(cidr: string, nextHopId: string, parts: Partial<RouterRoute> = {}): RouterRoute {
  return { cidr, type: "Propagated", status: "Active", nextHopType: "Attachment", nextHopId, ...parts };
}

export function vpcRoute(cidr: string, nextHopId: string, parts: Partial<VpcRoute> = {}): VpcRoute {
  return { cidr, type: "Custom", status: "Available", nextHopType: "Attachment", nextHopId, ...parts };
}

export function vSwitchesOf(number: Number): readonly string[] {
  return [`${nets[number]}.0.0/24`, `${nets[number]}.1.0/24`];
}

export function local(cidr: string): VpcRoute {
  return vpcRoute(cidr, "", { type: "System", nextHopType: "local" });
}

/** One of tutorial B's VPCs, finished: ICMP of the two others gets in. */
export function vpcOf(number: Number, parts: Partial<DescribedVpc> = {}): DescribedVpc {
  const others = ([1, 2, 3] as const).filter((one) => one !== number);
  const rules = others.map((one) => ({
    protocol: "ICMP",
    ports: "-1/-1",
    source: `${nets[one]}.0.0/16`,
    policy: "Accept",
    priority: 1,
  }));
  const routes = [
    ...vSwitchesOf(number).map(local),
    vpcRoute("100.64.0.0/10", "", { type: "System", nextHopType: "service" }),
    ...PRIVATE.map((cidr) => vpcRoute(cidr, `tr-attach-${number}`)),
  ];
  return {
    name: `vpc${number}`,
    vpcId: `vpc-${number}`,
    region: SINGAPORE,
    account: number === 3 ? "shop" : "hub",
    address: `${nets[number]}.0.1`,
    vSwitch: `vsw-${number}`,
    tables: [{ id: `vtb-${number}`, isSystem: true, vSwitches: [`vsw-${number}`], routes }],
    groups: [{ id: `sg-${number}`, rules }],
    ...parts,
  };
}

const numbers = [1, 2, 3] as const;

export const singapore: DescribedRouter = {
  id: "tr-sin",
  region: SINGAPORE,
  edition: "Enterprise",
  tables: [
    {
      id: "vtb-sin",
      name: "default",
      routes: numbers.flatMap((one) => vSwitchesOf(one).map((cidr) => toAttachment(cidr, `tr-attach-${one}`))),
    },
  ],
  associations: numbers.map((one) => ({ attachment: `tr-attach-${one}`, table: "vtb-sin", status: "Active" })),
};

export const cenOfB: DescribedCen = {
  routers: [singapore],
  attachments: numbers.map((one) => ({
    id: `tr-attach-${one}`,
    name: `attach${one}`,
    vpcId: `vpc-${one}`,
    routerId: "tr-sin",
    status: "Attached",
  })),
  peers: [],
  packages: [],
  attached: [],
  regions: [],
  connections: [],
};

/** Tutorial B, finished. */
export const finishedB: DescribedBackbone = { cen: cenOfB, hub: "hub", connectionNames: [] };

export function withCen(parts: Partial<DescribedCen>, backbone: DescribedBackbone = finishedB): DescribedBackbone {
  return { ...backbone, cen: { ...(backbone.cen ?? cenOfB), ...parts } };
}

/** Tutorial B with something else about its one router. */
export function withRouter(parts: Partial<DescribedRouter>): DescribedBackbone {
  return withCen({ routers: [{ ...singapore, ...parts }] });
}

/** Tutorial B with other routes in the one table. */
export function withTable(change: (routes: readonly RouterRoute[]) => readonly RouterRoute[]): DescribedBackbone {
  return withRouter({ tables: singapore.tables.map((table) => ({ ...table, routes: change(table.routes) })) });
}
