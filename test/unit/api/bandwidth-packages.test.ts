import { expect, test } from "vitest";
import { createPackage, listPackages } from "../../../src/api/bandwidth-packages.ts";
import { isSamePair } from "../../../src/api/same-pair.ts";

const hub = { account: "hub" };

test("a package's connections are read from the misspelt field, and its dates as milliseconds", () => {
  const limit = { LocalRegionId: "cn-hangzhou", OppositeRegionId: "us-west-1", BandwidthLimit: "5" };
  const [one] = listPackages(hub).take([
    {
      CenBandwidthPackages: {
        CenBandwidthPackage: [
          {
            CenBandwidthPackageId: "cenbwp-1",
            Bandwidth: 10,
            GeographicRegionAId: "china",
            GeographicRegionBId: "north-america",
            ExpiredTime: "2999-09-08T16:00Z",
            OrginInterRegionBandwidthLimits: { OrginInterRegionBandwidthLimit: [limit] },
          },
        ],
      },
    },
  ]);
  expect(one?.limits).toEqual([{ between: ["cn-hangzhou", "us-west-1"], bandwidthMbps: 5 }]);
  expect(one?.endsAt).toBe(Date.UTC(2999, 8, 8, 16));
});

test("areas are sent capitalised, come back small, and are the same pair either way round", () => {
  expect(isSamePair(["China", "North-America"], ["north-america", "china"])).toBe(true);
  expect(isSamePair(["China", "China"], ["china", "north-america"])).toBe(false);
});

test.each([
  [undefined, { Period: 1, PricingCycle: "Month" }],
  [6, { Period: 6, PricingCycle: "Month" }],
  [12, { Period: 1, PricingCycle: "Year" }],
  [36, { Period: 3, PricingCycle: "Year" }],
])("%s months are sold as %o", (months, period) => {
  const order = { ...hub, areas: ["China", "Europe"] as const, bandwidthMbps: 2, charge: "PREPAY" as const, name: "x" };
  expect(createPackage(months ? { ...order, months } : order).call.params).toMatchObject(period);
});
