import { describe, expect, it } from "vitest";
import { needsConnection } from "../../../src/path/connection-proof.ts";
import type { Described, Edition } from "../../../src/path/described.ts";
import { provePaths } from "../../../src/path/proof.ts";
import { plain } from "../../../src/text.ts";
import { finished } from "./described-samples.ts";

function valley(described: Described) {
  const found = provePaths(described).find(({ to }) => to === "silicon-valley");
  const block = found?.firstBlock;
  return block && { is: found.reachable, what: plain(block.what), mend: plain(block.mend) };
}

function onEdition(edition: Edition, described: Described = finished): Described {
  return { ...described, regions: described.regions.map((region) => ({ ...region, edition })) };
}

const mend = "sagctl region-connection --only ccn/silicon-valley";

describe("region connections", () => {
  it("are needed between areas, and on Enterprise Edition between any two regions", () => {
    const pairs = [
      ["ccn-cn-shanghai", "cn-hangzhou"],
      ["ccn-cn-shanghai", "us-west-1"],
      ["cn-hangzhou", "cn-hangzhou"],
    ] as const;
    expect(pairs.map(([a, b]) => needsConnection(finished, a, b))).toEqual([false, true, false]);
    expect(pairs.map(([a, b]) => needsConnection(onEdition("Enterprise"), a, b))).toEqual([true, true, false]);
  });

  it("are needed inside an area too, but for the mainland's CCN", () => {
    const basic = (id: string, area: string) => ({ id, area, edition: "Basic" as const, routes: [] });
    const regions = [
      basic("cn-hangzhou", "China"),
      basic("cn-beijing", "China"),
      basic("ccn-ap-southeast-1", "Asia-Pacific"),
      basic("ap-southeast-1", "Asia-Pacific"),
    ];
    expect(needsConnection({ regions }, "cn-hangzhou", "cn-beijing")).toBe(true);
    expect(needsConnection({ regions }, "ccn-ap-southeast-1", "ap-southeast-1")).toBe(true);
  });

  it("are needed where one of the two sides is of Enterprise Edition", () => {
    const regions = finished.regions.map((one) =>
      one.id === "cn-hangzhou" ? { ...one, edition: "Enterprise" as const } : one,
    );
    expect(needsConnection({ ...finished, regions }, "ccn-cn-shanghai", "cn-hangzhou")).toBe(true);
  });
});

describe("region connections that do not carry", () => {
  it("that are missing leave a ping only, on Basic Edition, and nothing on Enterprise", () => {
    const without = { ...finished, connections: finished.connections.slice(0, 1) };
    const what = "There is no region connection between ccn-cn-shanghai and us-west-1.";
    expect(valley(without)).toEqual({ is: "probe-only", what, mend });
    expect(valley(onEdition("Enterprise", without))).toEqual({ is: "no", what, mend });
  });

  it("leave the destinations alone that need none", () => {
    const [hangzhou] = provePaths({ ...finished, connections: [] });
    expect(hangzhou).toEqual({ to: "hangzhou", reachable: "proven" });
  });

  it.each([
    [{ bandwidthMbps: 0 }, "has no bandwidth", mend],
    [{ status: "Modifying" }, "is still being set (Modifying)", mend],
  ])("that are not ready count as missing: %j", (parts, words, command) => {
    const connections = finished.connections.map((one) => ({ ...one, ...parts }));
    const found = valley({ ...finished, connections });
    expect(found).toMatchObject({ is: "probe-only", mend: command });
    expect(found?.what).toContain(words);
  });

  it("carry nothing while their package is locked", () => {
    const packages = [{ id: "cenbwp-1", businessStatus: "FinancialLocked" }];
    expect(valley({ ...finished, packages })).toEqual({
      is: "probe-only",
      what: "The bandwidth package cenbwp-1 that carries us-west-1 and ccn-cn-shanghai is stopped (FinancialLocked).",
      mend: "sagctl bandwidth-package",
    });
  });
});
