import { describe, expect, it } from "vitest";
import type { Described } from "../../../src/path/described.ts";
import { provePaths } from "../../../src/path/proof.ts";
import { plain } from "../../../src/text.ts";
import { finished, route, routes, withRoutes } from "./described-samples.ts";

const [toBranch, toHangzhou, toValley] = routes as [(typeof routes)[0], (typeof routes)[0], (typeof routes)[0]];

function whatStops(described: Described): (string | undefined)[] {
  return provePaths(described).map(({ firstBlock }) => firstBlock && plain(firstBlock.what));
}

describe("routes of a path", () => {
  it("must be known at both ends: the VPC's at the CCN, the branch's at the VPC", () => {
    expect(whatStops(withRoutes("ccn-cn-shanghai", [toBranch, toHangzhou]))).toEqual([
      undefined,
      "ccn-cn-shanghai knows no route to 10.0.0.0/24 of silicon-valley.",
    ]);
    expect(whatStops(withRoutes("us-west-1", [toHangzhou, toValley]))).toEqual([
      undefined,
      "us-west-1 knows no route to 172.16.0.0/12 of beijing.",
    ]);
  });

  it.each(["Rejected", "Prohibited", "Candidate"])("must be Active; a %s one is named", (status) => {
    const known = [toBranch, toHangzhou, { ...toValley, status }];
    expect(whatStops(withRoutes("ccn-cn-shanghai", known))[1]).toBe(
      `ccn-cn-shanghai does not use the route to 10.0.0.0/24 of silicon-valley (${status}): it clashes with another, or a route map stops it.`,
    );
  });

  it("are not explained by the refused route of somebody else", () => {
    const stranger = route("10.0.0.0/24", "vpc-m3", { status: "Rejected" });
    expect(whatStops(withRoutes("ccn-cn-shanghai", [toBranch, toHangzhou, stranger]))[1]).toContain("knows no route");
  });

  it("must lead to the right place: the narrowest route wins", () => {
    const stray = route("172.16.0.0/16", "vpc-m3", { nextHopRegion: "us-west-1" });
    expect(whatStops(withRoutes("us-west-1", [...routes, stray]))[1]).toBe(
      "In us-west-1, 172.16.0.0/16 leads to VPC vpc-m3 in us-west-1, not to beijing (172.16.0.0/12).",
    );
    const wider = route("172.0.0.0/8", "vpc-m3");
    expect(whatStops(withRoutes("us-west-1", [...routes, wider]))).toEqual([undefined, undefined]);
  });

  it("must cover a vSwitch as a whole, by one route or by several", () => {
    const halves = (last: string) => [
      toBranch,
      toHangzhou,
      route("10.0.0.0/25", toValley.nextHopId),
      route(last, toValley.nextHopId),
    ];
    expect(whatStops(withRoutes("ccn-cn-shanghai", halves("10.0.0.128/25")))[1]).toBeUndefined();
    expect(whatStops(withRoutes("ccn-cn-shanghai", halves("10.0.0.128/26")))[1]).toContain(
      "knows no route to 10.0.0.0/24",
    );
  });

  it("are missing in a region that was not read", () => {
    const regions = finished.regions.filter(({ id }) => id !== "cn-hangzhou");
    expect(
      whatStops({
        ...finished,
        regions,
        connections: [
          ...finished.connections,
          { between: ["ccn-cn-shanghai", "cn-hangzhou"], bandwidthMbps: 1, status: "Active", packageId: "" },
        ],
      })[0],
    ).toBe("cn-hangzhou knows no route to 10.1.0.0/24 of hangzhou.");
  });
});

describe("routes of the rest of the network", () => {
  it("must be there too: a region without one is a link forgotten, although the branch's path passes it by", () => {
    expect(whatStops(withRoutes("cn-hangzhou", [toBranch, toHangzhou]))).toEqual([
      undefined,
      "cn-hangzhou knows no route to 10.0.0.0/24 of silicon-valley.",
    ]);
  });
});
