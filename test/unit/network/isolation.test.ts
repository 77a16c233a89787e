import { describe, expect, it } from "vitest";
import { isolationIn, tableOf } from "../../../src/network/isolation.ts";
import { linesOf, networkOf } from "./network-text.ts";

const region = "ap-southeast-1";

/** VPCs a, b, c, d in Singapore, and far in Hangzhou. */
function fileWith(reach: string): string {
  const near = ["a", "b", "c", "d"].map((name) => `  ${name}: { id: vpc-${name}, region: ${region} }`);
  const far = "  far: { id: vpc-far, region: cn-hangzhou }";
  return ["network: n", "vpcs:", ...near, far, reach].join("\n");
}

const tablesOf = (reach: string) => isolationIn(networkOf(fileWith(reach)), region);

describe("the tables that keep VPCs apart", () => {
  it("are none where everybody may exchange with everybody", () => {
    expect(tablesOf("")).toEqual([]);
    expect(tablesOf("reach: { a: [b, c, d], b: [a, c, d], c: [a, b, d], d: [a, b, c] }")).toEqual([]);
  });

  it("are one for the spokes and one for the hub", () => {
    expect(tablesOf("reach: { a: [d], b: [d], c: [d], d: [a, b, c] }")).toEqual([
      { name: "a", members: ["a", "b", "c"], learnsFrom: ["d"] },
      { name: "d", members: ["d"], learnsFrom: ["a", "b", "c"] },
    ]);
  });

  it("are shared by VPCs that may exchange with each other and with the same others", () => {
    expect(tablesOf("reach: { a: [b], b: [a], c: [d], d: [c] }")).toEqual([
      { name: "a", members: ["a", "b"], learnsFrom: ["a", "b"] },
      { name: "c", members: ["c", "d"], learnsFrom: ["c", "d"] },
    ]);
  });

  it("are different ones for VPCs that may exchange with different others", () => {
    const tables = tablesOf("reach: { a: [b], b: [a, c], c: [b, d], d: [c] }");
    expect(tables.map((table) => [table.members, table.learnsFrom])).toEqual([
      [["a"], ["b"]],
      [["b"], ["a", "c"]],
      [["c"], ["b", "d"]],
      [["d"], ["c"]],
    ]);
  });

  it("hold nothing for a VPC that nobody may exchange with", () => {
    expect(tablesOf("reach: { a: [b, c], b: [a, c], c: [a, b] }")).toEqual([
      { name: "a", members: ["a", "b", "c"], learnsFrom: ["a", "b", "c"] },
      { name: "d", members: ["d"], learnsFrom: [] },
    ]);
  });

  it("never let a VPC look up one that it may not exchange with, whoever may exchange with whom", () => {
    const names = ["a", "b", "c", "d"];
    const open = networkOf(fileWith(""));
    const pairs = names.flatMap((one, index) => names.slice(index + 1).map((other) => [one, other] as const));
    for (let bits = 0; bits < 2 ** pairs.length; bits += 1) {
      const allowed = pairs.filter((_, index) => bits & (1 << index));
      const partners = (name: string) =>
        names.filter((other) => allowed.some((pair) => pair.includes(name) && pair.includes(other) && name !== other));
      const network = { ...open, reach: Object.fromEntries(names.map((name) => [name, partners(name)])) };
      for (const name of names) {
        const table = tableOf(network, { name, region });
        const others = table?.learnsFrom.filter((other) => other !== name) ?? names.filter((other) => other !== name);
        expect(others, `${name} of ${JSON.stringify(allowed)}`).toEqual(partners(name));
      }
    }
  });

  it("are needed in no region whose one VPC has nobody to be kept from", () => {
    expect(isolationIn(networkOf(fileWith("reach: { a: [far] }")), "cn-hangzhou")).toEqual([]);
  });
});

describe("rules of reach that contradict each other", () => {
  it("name both VPCs, both lines and what a one-way rule would mean", () => {
    expect(linesOf(fileWith("reach: { a: [d], d: [b], b: [d] }"))).toEqual([
      "sagctl.yaml:8:14: a may reach d, but d may not reach a (sagctl.yaml:8:21): in one region a route table carries both ways or none, since answers need a route too; add a to reach.d, or take d out of reach.a",
    ]);
  });

  it("are those of VPCs of one region only: elsewhere security groups know who began", () => {
    expect(networkOf(fileWith("reach: { a: [far] }")).reach).toEqual({ a: ["far"] });
  });
});
