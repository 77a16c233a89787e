import { expect, it } from "vitest";
import { areaOf, areas, findSpan, isCrossBorder, spanId } from "../../../src/simulator/cbn/areas.ts";
import { openBench } from "./cbn-bench.ts";

it("CCNs join in pseudo-regions, VPCs in ordinary ones", async () => {
  const bench = openBench();
  const regionsOf = async (params: Record<string, string>) => {
    const { Regions } = await bench.call("DescribeChildInstanceRegions", params);
    return Regions.Region.map((one: { RegionId: string }) => one.RegionId);
  };
  expect(await regionsOf({ ProductType: "CCN" })).toContain("ccn-cn-shanghai");
  expect(await regionsOf({ ProductType: "CCN" })).not.toContain("cn-shanghai");
  expect(await regionsOf({ ProductType: "VPC" })).toContain("us-west-1");
  expect(await regionsOf({})).toEqual(expect.arrayContaining(["ccn-cn-shanghai", "us-west-1"]));
  expect(await bench.refused("DescribeChildInstanceRegions", { ProductType: "ECS" })).toBe("400 InvalidParameter");
});

it("an area names its regions in either spelling", async () => {
  const bench = openBench();
  const america = { RegionIds: { RegionId: [{ RegionId: "us-west-1" }, { RegionId: "us-east-1" }] }, TotalCount: 2 };
  const membership = (GeographicRegionId: string) =>
    bench.call("DescribeGeographicRegionMembership", { GeographicRegionId });
  expect(await membership("north-america")).toMatchObject(america);
  expect(await membership("North-America")).toMatchObject(america);
  expect((await membership("china")).TotalCount).toBe(13);
  const nowhere = { GeographicRegionId: "atlantis" };
  expect(await bench.refused("DescribeGeographicRegionMembership", nowhere)).toBe("400 InvalidParameter");
});

it("spans are called as in the published samples", async () => {
  const bench = openBench();
  const spans = await bench.call("DescribeCenGeographicSpans", { PageSize: "50" });
  expect(spans.GeographicSpanModels.GeographicSpanModel).toEqual(
    expect.arrayContaining([
      { GeographicSpanId: "north-america_china", LocalGeoRegionId: "china", OppositeGeoRegionId: "north-america" },
      { GeographicSpanId: "china_asia-pacific", LocalGeoRegionId: "asia-pacific", OppositeGeoRegionId: "china" },
      { GeographicSpanId: "china_china", LocalGeoRegionId: "china", OppositeGeoRegionId: "china" },
    ]),
  );
  expect((await bench.call("DescribeCenGeographicSpans", { GeographicSpanId: "china_china" })).TotalCount).toBe(1);
});

it("a pair of areas is found either way round, and one region is in one area", () => {
  expect(findSpan("North-America", "China")).toEqual(["China", "North-America"]);
  expect(findSpan("Europe", "Europe")).toBeUndefined();
  expect(spanId(["China", "North-America"])).toBe("north-america_china");
  expect([
    isCrossBorder("China", "Europe"),
    isCrossBorder("China", "China"),
    isCrossBorder("Europe", "Asia-Pacific"),
  ]).toEqual([true, false, false]);
  expect([areaOf("cn-hongkong"), areaOf("ccn-cn-shanghai"), areaOf("atlantis")]).toEqual([
    "Asia-Pacific",
    "China",
    undefined,
  ]);
  const all = areas.flatMap((area) => [...area.regions, ...area.ccnRegions]);
  expect(new Set(all).size).toBe(all.length);
});
