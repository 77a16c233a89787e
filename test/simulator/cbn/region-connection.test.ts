import { expect, it } from "vitest";
import type { Thing } from "../../../src/simulator/world.ts";
import { associatedPackage, type Bench, betweenVpcs, CEN, ccnChild, chinaAmerica, openBench } from "./cbn-bench.ts";

const toCcn = { CenId: CEN, LocalRegionId: "ccn-cn-shanghai", OppositeRegionId: "us-west-1" };
const span = { CenId: CEN, GeographicRegionAId: "China", GeographicRegionBId: "North-America" };

async function connections(bench: Bench) {
  const reply = await bench.call("DescribeCenInterRegionBandwidthLimits", { CenId: CEN });
  return reply.CenInterRegionBandwidthLimits.CenInterRegionBandwidthLimit;
}

const set = (bench: Bench, BandwidthLimit: string, between: Record<string, string> = betweenVpcs) =>
  bench.refused("SetCenInterRegionBandwidthLimit", { ...between, BandwidthLimit });

it("SetCenInterRegionBandwidthLimit: is Modifying, then Active, and comes back with its regions swapped", async () => {
  const bench = openBench();
  const BandwidthPackageId = await associatedPackage(bench);
  await set(bench, "5");
  expect(bench.lastCall()?.locks).toEqual([`cen:${CEN}`]);
  expect(await connections(bench)).toMatchObject([{ Status: "Modifying", BandwidthLimit: 5 }]);
  expect(bench.lastCall()?.transitional).toBe(true);
  expect(await set(bench, "6")).toBe("500 Operation.Blocking");
  await bench.settle();
  expect(await connections(bench)).toEqual([
    {
      CenId: CEN,
      LocalRegionId: "us-west-1",
      OppositeRegionId: "cn-hangzhou",
      BandwidthLimit: 5,
      BandwidthPackageId,
      BandwidthType: "BandwidthPackage",
      GeographicSpanId: "north-america_china",
      Status: "Active",
    },
  ]);
});

it("SetCenInterRegionBandwidthLimit: is one connection whichever way round it is named", async () => {
  const bench = openBench();
  await associatedPackage(bench);
  await set(bench, "5");
  await bench.settle();
  await set(bench, "6", { CenId: CEN, LocalRegionId: "us-west-1", OppositeRegionId: "cn-hangzhou" });
  await bench.settle();
  expect(await connections(bench)).toMatchObject([{ BandwidthLimit: 6, Status: "Active" }]);
});

it("SetCenInterRegionBandwidthLimit: keeps the sum of all connections within the package", async () => {
  const bench = openBench();
  await associatedPackage(bench);
  await bench.call("AttachCenChildInstance", ccnChild);
  await bench.settle();
  await set(bench, "5");
  await bench.settle();
  expect(await set(bench, "6", toCcn)).toBe("409 InvalidOperation.BwpBandwidthExceeded");
  expect(await set(bench, "11")).toBe("409 InvalidOperation.BwpBandwidthExceeded");
  expect(await set(bench, "5", toCcn)).toBe("200 was answered");
  await bench.settle();
  expect((await bench.call("DescribeCenGeographicSpanRemainingBandwidth", span)).RemainingBandwidth).toBe(0);
  const byRegion = { CenId: CEN, TrRegionId: "ccn-cn-shanghai" };
  expect((await bench.call("DescribeCenInterRegionBandwidthLimits", byRegion)).TotalCount).toBe(1);
});

it("SetCenInterRegionBandwidthLimit: counts a connection's own old value out when it is changed", async () => {
  const bench = openBench();
  await associatedPackage(bench);
  await set(bench, "8");
  await bench.settle();
  expect(await set(bench, "10")).toBe("200 was answered");
});

it("SetCenInterRegionBandwidthLimit: needs both regions in the CEN, and a package between their areas", async () => {
  const bench = openBench();
  expect(await set(bench, "5", toCcn)).toBe("400 ParameterIllegal.RegionId");
  expect(await set(bench, "5", { ...betweenVpcs, OppositeRegionId: "cn-hangzhou" })).toBe(
    "400 ParameterIllegal.RegionId",
  );
  expect(await set(bench, "5")).toBe("409 InvalidOperation.BwpForGeoSpanNotAssociated");
  const today = openBench({ switches: { basicVpcAttachments: false } });
  expect(await set(today, "5")).toBe("409 InvalidOperation.BwpNotAssociated");
});

it("SetCenInterRegionBandwidthLimit: refuses Enterprise Edition, negative numbers and locked packages", async () => {
  const bench = openBench();
  const packageId = await associatedPackage(bench);
  expect(await set(bench, "-1")).toBe("400 ParameterIllegal.BandwidthLimit");
  bench.change("cen-package", packageId, { businessStatus: "FinancialLocked" });
  expect(await set(bench, "5")).toBe("409 InvalidOperation.BwpBusinessStatus");
  for (const router of bench.world.all("transit-router"))
    bench.change("transit-router", router.id, { edition: "Enterprise" });
  expect(await set(bench, "5")).toBe("400 OperationFailed.InvalidTransitRouter");
});

it("SetCenInterRegionBandwidthLimit: removes a connection with 0, and has nothing to remove twice", async () => {
  const bench = openBench();
  await associatedPackage(bench);
  await set(bench, "5");
  await bench.settle();
  await set(bench, "0");
  expect(await connections(bench)).toMatchObject([{ Status: "Modifying", BandwidthLimit: 0 }]);
  await bench.settle();
  expect(await connections(bench)).toEqual([]);
  expect(await set(bench, "0")).toBe("400 InvalidOperation.BandwidthLimitNotExist");
});

it("SetCenInterRegionBandwidthLimit: keeps a connection of 0 where 0 means unlimited", async () => {
  const bench = openBench({ switches: { zeroBandwidth: "unlimited" } });
  await associatedPackage(bench);
  expect(await set(bench, "0")).toBe("200 was answered");
  await bench.settle();
  expect(await connections(bench)).toMatchObject([{ Status: "Active", BandwidthLimit: 0 }]);
});

it("DescribeCenGeographicSpanRemainingBandwidth: knows no pair that is not sold, and no bandwidth without a package", async () => {
  const bench = openBench();
  expect((await bench.call("DescribeCenGeographicSpanRemainingBandwidth", span)).RemainingBandwidth).toBe(0);
  const wrong = { ...span, GeographicRegionBId: "Atlantis" };
  expect(await bench.refused("DescribeCenGeographicSpanRemainingBandwidth", wrong)).toBe("404 GeographicSpan.NotFound");
});

it("SetCenInterRegionBandwidthLimit: waits while its package is being narrowed, so that the sum never exceeds it", async () => {
  const bench = openBench();
  const areas = { GeographicRegionAId: "North-America", GeographicRegionBId: "North-America" };
  const { CenBandwidthPackageId } = await bench.call("CreateCenBandwidthPackage", { ...chinaAmerica, ...areas });
  await bench.settle();
  await bench.call("AssociateCenBandwidthPackage", { CenId: CEN, CenBandwidthPackageId });
  await bench.settle();
  bench.world.put("transit-router", {
    ...bench.world.all("transit-router")[0],
    id: "tr-east",
    regionId: "us-east-1",
  } as Thing);
  const inAmerica = { CenId: CEN, LocalRegionId: "us-east-1", OppositeRegionId: "us-west-1" };
  await set(bench, "4", inAmerica);
  await bench.settle();
  await bench.call("ModifyCenBandwidthPackageSpec", { CenBandwidthPackageId, Bandwidth: "4" });
  expect(await set(bench, "8", inAmerica)).toBe("500 Operation.Blocking");
  await bench.settle();
  expect(await set(bench, "8", inAmerica)).toBe("409 InvalidOperation.BwpBandwidthExceeded");
});
