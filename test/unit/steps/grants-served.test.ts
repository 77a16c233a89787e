import { describe, expect, it } from "vitest";
import { grantsForPackage, grantsForVpc } from "../../../src/steps/grants-served.ts";
import { networkOf } from "../network/network-text.ts";

/** Own: in Singapore and Hangzhou; theirs in Hangzhou and Beijing. Lines of the file behind them. */
function network(...lines: readonly string[]) {
  return networkOf(
    [
      "network: n",
      'accounts: { hub: {}, shop: { uid: "2000000000000002" } }',
      "vpcs:",
      "  own: { id: vpc-1, region: ap-southeast-1 }",
      "  near: { id: vpc-2, region: cn-hangzhou, account: shop }",
      "  far: { id: vpc-3, region: cn-beijing, account: shop }",
      ...lines,
    ].join("\n"),
  );
}

const packages = "packages: { p: { areas: [China, Asia-Pacific], bandwidthMbps: 10, charge: POSTPAY } }";
const connections = (...ends: readonly string[]) =>
  `connections: [${ends.map((end) => `{ between: [ap-southeast-1, ${end}], bandwidthMbps: 2 }`).join(", ")}]`;

describe("a bandwidth package is worth its money", () => {
  const grants = (...lines: readonly string[]) => {
    const all = network(...lines, packages);
    return all.packages.flatMap((one) => grantsForPackage(all, one));
  };

  it("once the VPCs are granted that its connection alone leads to", () => {
    expect(grants(connections("cn-hangzhou"))).toEqual(["grant/near"]);
    expect(grants(connections("far"))).toEqual(["grant/far"]);
  });

  it("without any, where one of its connections leads to a VPC of the CEN's owner", () => {
    const own = "  second: { id: vpc-4, region: cn-beijing }";
    expect(grants(own, connections("cn-hangzhou", "cn-beijing"))).toEqual([]);
  });

  it("without any, where it has no connection, or only one that is paid by what is transferred", () => {
    const transfer = connections("cn-hangzhou").replace("bandwidthMbps: 2", "bandwidthMbps: 2, paidBy: data-transfer");
    expect([grants(), grants(transfer)]).toEqual([[], []]);
  });
});

describe("a VPC of the CEN's owner is worth attaching", () => {
  const grants = (...lines: readonly string[]) => {
    const all = network(...lines);
    return Object.fromEntries(all.vpcs.map((vpc) => [vpc.name, grantsForVpc(all, vpc)]));
  };

  it("once those are granted that it may exchange with, where all of them are another account's", () => {
    expect(grants().own).toEqual(["grant/near", "grant/far"]);
    expect(grants("reach: { own: [near], near: [own] }").own).toEqual(["grant/near"]);
  });

  it("at once, where it may exchange with another of the owner's", () => {
    expect(grants("  second: { id: vpc-4, region: cn-beijing }").own).toEqual([]);
  });

  it("and another account's has a grant of its own to wait for", () => {
    expect([grants().near, grants().far]).toEqual([[], []]);
  });
});
