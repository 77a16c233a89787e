import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { overlaps, parseCidr } from "../../../src/network/addresses.ts";
import { describeClash, findClashes, type Occupied, offerBlocks } from "../../../src/network/preflight.ts";
import { plain } from "../../../src/text.ts";

const beijing = {
  name: "beijing",
  cidrs: ["172.16.0.0/12", "10.9.0.0/16"],
  where: ["sagctl.yaml:14:13", "sagctl.yaml:14:28"],
};
const vpc = (cidr: string): Occupied => ({ label: "vpc-m3 (VPC2)", cidr, kind: "vpc" });

const clashesWith = (cidr: string) =>
  findClashes([beijing], [vpc(cidr)]).map(({ cidr: own, where, relation }) => `${where} ${own} ${relation}`);

describe("what a branch must not touch", () => {
  it.each([
    ["172.16.0.0/16", ["sagctl.yaml:14:13 172.16.0.0/12 contains"]],
    ["172.16.0.0/12", ["sagctl.yaml:14:13 172.16.0.0/12 equals"]],
    ["172.0.0.0/8", ["sagctl.yaml:14:13 172.16.0.0/12 lies in"]],
    ["10.0.0.0/8", ["sagctl.yaml:14:28 10.9.0.0/16 lies in"]],
    ["192.168.0.0/16", []],
  ])("%s: %j", (cidr, clashes) => expect(clashesWith(cidr)).toEqual(clashes));

  it("is meant by the cloud's texts with host bits, and not by what is no block", () => {
    expect(clashesWith("172.16.0.1/16")).toEqual(["sagctl.yaml:14:13 172.16.0.0/12 contains"]);
    expect(clashesWith("")).toEqual([]);
  });

  it("may be named by one place for all its blocks", () => {
    const [clash] = findClashes([{ ...beijing, where: "--cidr" }], [vpc("10.9.1.0/24")]);
    expect(clash?.where).toBe("--cidr");
  });
});

describe("the words for a clash", () => {
  const [clash] = findClashes([beijing], [vpc("172.16.0.0/16")]);
  if (!clash) throw new Error("there is a clash");

  it("name both places, then the blocks one below the other", () => {
    expect(plain(describeClash(clash)).split("\n")).toEqual([
      "sagctl.yaml:14:13 and vpc-m3 (VPC2)",
      "",
      "branch beijing  172.16.0.0/12      contains",
      "vpc-m3 (VPC2)   172.16.0.0/16",
    ]);
  });

  it("offer free blocks of the same size", () => {
    const taken = ["10.0.0.0/16", "10.16.0.0/12", "10.32.0.0/12"];
    expect(plain(offerBlocks(clash, taken))).toBe("Free for the branch in this network: 10.48.0.0/12, 10.64.0.0/12");
  });

  it("say so when nothing of that size is free", () => {
    expect(plain(offerBlocks(clash, ["10.0.0.0/8", "192.168.0.0/16"]))).toBe("No private /12 is free in this network");
  });

  it("never offer what would clash again", () => {
    const block = fc
      .tuple(fc.integer({ min: 0, max: 255 }), fc.integer({ min: 8, max: 16 }))
      .map(([second, length]) => parseCidr(`10.${second}.0.0/${length}`)?.cidr ?? "");
    fc.assert(
      fc.property(fc.array(block, { maxLength: 6 }), (taken) => {
        const offered = plain(offerBlocks(clash, taken)).match(/[\d.]+\/12/g) ?? [];
        const again = offered.filter((one) => [...taken, clash.other.cidr].some((other) => overlaps(one, other)));
        expect(again).toEqual([]);
      }),
    );
  });
});
