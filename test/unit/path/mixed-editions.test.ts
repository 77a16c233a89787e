import { describe, expect, it } from "vitest";
import { provePair } from "../../../src/path/backbone-proof.ts";
import type { DescribedBackbone, DescribedCen, DescribedVpc } from "../../../src/path/described-backbone.ts";
import { plain } from "../../../src/text.ts";
import { cenToday, today, vpcIn } from "./today-samples.ts";

const icmp = [{ protocol: "icmp" }] as const;
const mend = "sagctl region-connection --only hangzhou/silicon-valley";

function proof(backbone: DescribedBackbone, from: DescribedVpc, to: DescribedVpc): string {
  const { reachable, firstBlock } = provePair(backbone, from, to, icmp);
  return firstBlock ? `${reachable}: ${plain(firstBlock.what)} | ${plain(firstBlock.mend)}` : reachable;
}

/** A VPC on a Basic Edition router: it learns its routes from the CEN, so its tables are not read. */
function onBasic(place: "hangzhou" | "valley"): DescribedVpc {
  const { tables: _, ...vpc } = vpcIn(place);
  return vpc;
}

function known(cidr: string, nextHopId: string, nextHopRegion: string) {
  return { cidr, nextHopId, nextHopType: "VPC", nextHopRegion, status: "Active" };
}

const routes = [known("10.1.0.0/24", "vpc-hangzhou", "cn-hangzhou"), known("10.0.0.0/24", "vpc-valley", "us-west-1")];

function basicRouter(id: string, region: string) {
  return { id, region, edition: "Basic" as const, tables: [], associations: [] };
}

describe("a VPC on Basic Edition and one on Enterprise Edition", () => {
  const cen: DescribedCen = {
    ...cenToday,
    routers: cenToday.routers.map((one) => (one.region === "us-west-1" ? basicRouter("tr-valley", one.region) : one)),
    attachments: cenToday.attachments.filter((one) => one.vpcId !== "vpc-valley"),
    attached: [{ id: "vpc-valley", status: "Attached" }],
    regions: [{ id: "us-west-1", area: "North-America", edition: "Basic", routes }],
  };
  const mixed: DescribedBackbone = { ...today, cen };
  const [ours, theirs] = [vpcIn("hangzhou"), onBasic("valley")];

  it("reach each other over a connection that the Enterprise side holds", () => {
    expect([proof(mixed, ours, theirs), proof(mixed, theirs, ours)]).toEqual(["proven", "proven"]);
  });

  it("need that connection, which has no free bandwidth for tests", () => {
    const apart = { ...mixed, cen: { ...cen, peers: [] } };
    const noConnection = `no: There is no region connection between us-west-1 and cn-hangzhou. | ${mend}`;
    expect(proof(apart, theirs, ours)).toBe(noConnection);
  });

  it("need the Basic side's VPC on the CEN, and the other's block known there", () => {
    expect(proof({ ...mixed, cen: { ...cen, attached: [] } }, theirs, ours)).toBe(
      "no: The VPC vpc-valley of valley is not attached to the CEN. | sagctl attach --only valley",
    );
    const deaf = cen.regions.map((region) => ({ ...region, routes: routes.slice(1) }));
    expect(proof({ ...mixed, cen: { ...cen, regions: deaf } }, theirs, ours)).toBe(
      `no: us-west-1 knows no route to 10.1.0.0/24 of hangzhou. | ${mend}`,
    );
  });
});

describe("two VPCs on Basic Edition", () => {
  const connection = {
    between: ["cn-hangzhou", "us-west-1"] as const,
    bandwidthMbps: 5,
    status: "Active",
    packageId: "cenbwp-1",
  };
  const cen: DescribedCen = {
    ...cenToday,
    routers: [basicRouter("tr-hangzhou", "cn-hangzhou"), basicRouter("tr-valley", "us-west-1")],
    attachments: [],
    peers: [],
    attached: ["vpc-hangzhou", "vpc-valley"].map((id) => ({ id, status: "Attached" })),
    regions: [
      { id: "cn-hangzhou", area: "China", edition: "Basic", routes },
      { id: "us-west-1", area: "North-America", edition: "Basic", routes },
    ],
    connections: [connection],
  };
  const basic: DescribedBackbone = { ...today, cen };
  const pair = (backbone: DescribedBackbone) => proof(backbone, onBasic("hangzhou"), onBasic("valley"));

  it("reach each other over their regions' connection", () => {
    expect(pair(basic)).toBe("proven");
  });

  it("have a ping only without it: free test bandwidth", () => {
    expect(pair({ ...basic, cen: { ...cen, connections: [] } })).toBe(
      `probe-only: There is no region connection between cn-hangzhou and us-west-1. | ${mend}`,
    );
  });

  it("have nothing where a route is refused or leads elsewhere", () => {
    const change = (parts: Partial<(typeof routes)[0]>) => {
      const regions = cen.regions.map((region) => ({
        ...region,
        routes: routes.map((one) => (one.cidr === "10.0.0.0/24" ? { ...one, ...parts } : one)),
      }));
      return pair({ ...basic, cen: { ...cen, regions } });
    };
    expect(change({ status: "Rejected" })).toContain(
      "no: cn-hangzhou does not use the route to 10.0.0.0/24 of valley (Rejected): it clashes with another",
    );
    expect(change({ nextHopId: "vpc-other" })).toContain("In cn-hangzhou, 10.0.0.0/24 leads to VPC vpc-other");
  });
});
