import { describe, expect, it } from "vitest";
import { areaNames, ccnRegion, findArea, smartagRegion } from "../../../src/network/areas.ts";
import { cenAreaOf, cenAreaTitle, findCenArea, regionOfEnd, spanOf } from "../../../src/network/cen-areas.ts";
import { closest } from "../../../src/network/closest.ts";
import type { Vpc } from "../../../src/network/network.ts";

describe("an area of gateways", () => {
  it.each(["mainland-china", "Mainland China", "cn-shanghai", "ccn-cn-shanghai"])("is known as %s", (name) => {
    expect(findArea(name)).toBe("mainland-china");
  });

  it("has three names that all lead back to it", () => {
    for (const area of areaNames) {
      expect([area, smartagRegion(area), ccnRegion(area)].map(findArea)).toEqual([area, area, area]);
    }
  });

  it.each(["", "mars", "constructor", "us-west-1", "ccn-"])("is not %j", (name) => {
    expect(findArea(name)).toBeUndefined();
  });
});

describe("an area of CEN", () => {
  it.each([
    ["China", "China"],
    ["china", "China"],
    ["Mainland China", "China"],
    ["mainland-china", "China"],
    ["north america", "North-America"],
    ["asia-pacific", "Asia-Pacific"],
  ])("may be written %s, and requests spell it %s", (way, spelling) => expect(findCenArea(way)).toBe(spelling));

  it("is unknown where no document names it", () => {
    expect(findCenArea("South America")).toBeUndefined();
    expect(findCenArea("")).toBeUndefined();
  });

  it("counts the mainland CCN to China, and Hong Kong to Asia-Pacific", () => {
    expect(["cn-hangzhou", "ccn-cn-shanghai", "cn-hongkong", "ccn-cn-hongkong", "us-west-1"].map(cenAreaOf)).toEqual([
      ...["China", "China", "Asia-Pacific", "Asia-Pacific", "North-America"],
    ]);
    expect(cenAreaOf("mars-1")).toBeUndefined();
  });

  it("has a title for people, from either spelling of the API", () => {
    expect(["China", "north-america", "unheard-of"].map(cenAreaTitle)).toEqual([
      ...["Mainland China", "North America", "unheard-of"],
    ]);
  });
});

describe("a connection", () => {
  const vpc = (name: string, region: string): Vpc => ({ name, region, account: "hub", id: "vpc-1", verify: [] });
  const places = {
    ccn: { area: "mainland-china", name: "default" },
    vpcs: [vpc("hangzhou", "cn-hangzhou"), vpc("beijing", "cn-beijing"), vpc("us", "us-west-1"), vpc("mars", "mars-1")],
  };

  it("ends in a VPC's region or in the CCN's own", () => {
    expect(["hangzhou", "ccn", "nobody"].map((end) => regionOfEnd(end, places))).toEqual([
      ...["cn-hangzhou", "ccn-cn-shanghai", undefined],
    ]);
  });

  it("spans the same two areas whichever way round it is written", () => {
    expect(spanOf({ between: ["us", "ccn"] }, places)).toEqual(["China", "North-America"]);
    expect(spanOf({ between: ["ccn", "us"] }, places)).toEqual(["China", "North-America"]);
  });

  it("inside one area spans that area twice, and none where a region is unknown", () => {
    expect(spanOf({ between: ["hangzhou", "beijing"] }, places)).toEqual(["China", "China"]);
    expect(spanOf({ between: ["hangzhou", "mars"] }, places)).toBeUndefined();
  });
});

describe("the closest name", () => {
  it.each([
    ["cn-hangzou", "cn-hangzhou"],
    ["SAG-100WM", "sag-100wm"],
    ["bandwithMbps", "bandwidthMbps"],
    ["shipto", "shipTo"],
  ])("to %s is %s", (word, meant) => {
    expect(closest(word, ["cn-hangzhou", "sag-100wm", "sag-1000", "bandwidthMbps", "shipTo"])).toBe(meant);
  });

  it("is none when nothing is near", () => {
    expect(closest("colour", ["cn-hangzhou", "model", "months"])).toBeUndefined();
    expect(closest("x", [])).toBeUndefined();
  });
});
