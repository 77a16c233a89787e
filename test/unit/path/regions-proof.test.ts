import { describe, expect, it } from "vitest";
import { proveFromBranch, provePair } from "../../../src/path/backbone-proof.ts";
import type { DescribedBackbone, DescribedPeer, DescribedRouter } from "../../../src/path/described-backbone.ts";
import type { PathVerdict } from "../../../src/path/verdict.ts";
import { plain } from "../../../src/text.ts";
import { cenToday, office, routerWith, today, todayWith, vpcIn } from "./today-samples.ts";

const icmp = [{ protocol: "icmp" }] as const;

function words({ reachable, firstBlock }: PathVerdict): string {
  return firstBlock ? `${reachable}: ${plain(firstBlock.what)} | ${plain(firstBlock.mend)}` : reachable;
}

const fromOffice = (backbone: DescribedBackbone, branch = office) =>
  words(proveFromBranch(backbone, branch, vpcIn("hangzhou"), icmp));
const between = (backbone: DescribedBackbone) => words(provePair(backbone, vpcIn("hangzhou"), vpcIn("valley"), icmp));

function withPeer(id: string, parts: Partial<DescribedPeer>): DescribedBackbone {
  return todayWith({ peers: cenToday.peers.map((one) => (one.id === id ? { ...one, ...parts } : one)) });
}

function withoutRoute(cidr: string) {
  return ({ tables }: DescribedRouter) => ({
    tables: tables.map((table) => ({ ...table, routes: table.routes.filter((one) => one.cidr !== cidr) })),
  });
}

function withoutAssociation(attachment: string) {
  return ({ associations }: DescribedRouter) => ({
    associations: associations.filter((one) => one.attachment !== attachment),
  });
}

describe("a branch whose VPCs are on Enterprise Edition routers", () => {
  it("reaches them over its CCN's Basic router when all is done", () => {
    expect(fromOffice(today)).toBe("proven");
  });

  it("is proven from its own half on", () => {
    const { gateway: _, ...bare } = office;
    expect(fromOffice(today, bare)).toBe("no: beijing has no gateway. | sagctl purchase --only beijing");
    expect(fromOffice(todayWith({ attached: [] }))).toContain("is not bound to the CEN. | sagctl cen-bind");
  });

  it("needs a connection of the CCN with the region, even inside one area", () => {
    const peers = cenToday.peers.filter((one) => one.id !== "tr-attach-ccn-hangzhou");
    expect(fromOffice(todayWith({ peers }))).toBe(
      "no: There is no region connection between ccn-cn-shanghai and cn-hangzhou. | sagctl region-connection --only ccn/hangzhou",
    );
  });

  it.each([
    [{ status: "Attaching" }, "is not ready (Attaching)"],
    [{ bandwidthMbps: 0 }, "has no bandwidth"],
  ])("needs that connection to carry: %j", (parts, what) => {
    const found = fromOffice(withPeer("tr-attach-ccn-hangzhou", parts));
    expect(found).toBe(
      `no: The region connection between cn-hangzhou and ccn-cn-shanghai ${what}. | sagctl region-connection --only ccn/hangzhou`,
    );
  });

  it("carries nothing while the package is locked", () => {
    const packages = [{ id: "cenbwp-1", businessStatus: "FinancialLocked" }];
    expect(fromOffice(todayWith({ packages }))).toContain(
      "cenbwp-1 that carries cn-hangzhou and ccn-cn-shanghai is stopped",
    );
  });

  it("needs the connection associated on the Enterprise side", () => {
    expect(fromOffice(routerWith("cn-hangzhou", withoutAssociation("tr-attach-ccn-hangzhou")))).toBe(
      "no: The region connection between cn-hangzhou and ccn-cn-shanghai is associated with no route table on the transit router in cn-hangzhou, which drops what comes over it. | sagctl region-connection --only ccn/hangzhou",
    );
  });
});

describe("a branch whose VPCs are on Enterprise Edition routers: routes", () => {
  it("needs the way back: its own block in the region's table, and in the VPC's", () => {
    expect(fromOffice(routerWith("cn-hangzhou", withoutRoute("172.16.0.0/12")))).toBe(
      "no: Route table default in cn-hangzhou knows no route to 172.16.0.0/12 of beijing. | sagctl region-connection --only ccn/hangzhou",
    );
    const routes = (vpcIn("hangzhou").tables?.[0]?.routes ?? []).filter((one) => one.cidr !== "172.16.0.0/12");
    const tables = (vpcIn("hangzhou").tables ?? []).map((table) => ({ ...table, routes }));
    expect(words(proveFromBranch(today, office, vpcIn("hangzhou", { tables }), icmp))).toBe(
      "no: hangzhou has no route to 172.16.0.0/12 of beijing. | sagctl vpc-routes --only hangzhou",
    );
  });

  it("needs the CCN's router to know the VPC, whatever it shows as the next hop there", () => {
    const [ccn] = cenToday.regions;
    const withRoutes = (change: (id: string) => string | undefined) => {
      const routes = (ccn?.routes ?? []).flatMap((one) => {
        const nextHopId = change(one.nextHopId);
        return nextHopId === undefined ? [] : [{ ...one, nextHopId }];
      });
      return todayWith({ regions: ccn ? [{ ...ccn, routes }] : [] });
    };
    expect(fromOffice(withRoutes((id) => (id === "vpc-hangzhou" ? undefined : id)))).toBe(
      "no: ccn-cn-shanghai knows no route to 10.1.0.0/24 of hangzhou. | sagctl region-connection --only ccn/hangzhou",
    );
    expect(fromOffice(withRoutes((id) => (id === "vpc-hangzhou" ? "tr-hangzhou" : id)))).toBe("proven");
  });
});

describe("two VPCs in two regions", () => {
  it("are proven both ways over their connection", () => {
    expect(between(today)).toBe("proven");
  });

  it("need the connection, known and associated on both sides", () => {
    const mend = "sagctl region-connection --only hangzhou/silicon-valley";
    const peers = cenToday.peers.filter((one) => one.id !== "tr-attach-between");
    const bare = routerWith("cn-hangzhou", withoutRoute("10.0.0.0/24"));
    expect(between({ ...bare, cen: { ...cenToday, ...bare.cen, peers } })).toBe(
      `no: There is no region connection between cn-hangzhou and us-west-1. | ${mend}`,
    );
    expect(between(bare)).toBe(
      `no: Route table default in cn-hangzhou knows no route to 10.0.0.0/24 of valley. | ${mend}`,
    );
    for (const region of ["cn-hangzhou", "us-west-1"]) {
      expect(between(routerWith(region, withoutAssociation("tr-attach-between")))).toBe(
        `no: The region connection between cn-hangzhou and us-west-1 is associated with no route table on the transit router in ${region}, which drops what comes over it. | ${mend}`,
      );
    }
  });

  it("need it to carry", () => {
    expect(between(withPeer("tr-attach-between", { bandwidthMbps: 0 }))).toBe(
      "no: The region connection between cn-hangzhou and us-west-1 has no bandwidth. | sagctl region-connection --only hangzhou/silicon-valley",
    );
  });

  it("need no package where the connection is paid by what is transferred", () => {
    const { packageId: _, ...free } = cenToday.peers[0] as DescribedPeer;
    const peers = [free, ...cenToday.peers.slice(1)];
    const packages = [{ id: "cenbwp-1", businessStatus: "FinancialLocked" }];
    expect(between(todayWith({ peers, packages }))).toBe("proven");
  });

  it("do not send each other's packets in circles", () => {
    const back = routerWith("us-west-1", ({ tables }) => ({
      tables: tables.map((table) => ({
        ...table,
        routes: table.routes.map((one) =>
          one.cidr === "10.0.0.0/24" ? { ...one, nextHopId: "tr-attach-between" } : one,
        ),
      })),
    }));
    expect(between(back)).toContain("What is sent to 10.0.0.0/24 of valley goes in circles");
  });
});
