import { describe, expect, it } from "vitest";
import { fileWith, linesOf, networkOf, twoConnections } from "./network-text.ts";

const pack = (fields: string, areas = "[China, north america]") => `packages: { p: { areas: ${areas}, ${fields} } }`;
const postpay = (bandwidthMbps: number, areas?: string) =>
  pack(`bandwidthMbps: ${bandwidthMbps}, charge: POSTPAY`, areas);

describe("what connections take out of a package", () => {
  it("is compared with it: package, limit, sum and the lines that make it are named", () => {
    expect(linesOf(fileWith({ rest: `${postpay(8)}\n${twoConnections(5, 4)}` }))).toEqual([
      "sagctl.yaml:7:64: package p has 8 Mbit/s, its connections want 9: hangzhou/us 5 (sagctl.yaml:8:15) + ccn/us 4 (sagctl.yaml:8:62); give it 9, or them less",
    ]);
  });

  it("may be all of it", () => {
    const network = networkOf(fileWith({ rest: `${postpay(9)}\n${twoConnections(5, 4)}` }));
    expect(network.packages[0]?.areas).toEqual(["China", "North-America"]);
  });

  it("is counted for the package's own pair only", () => {
    const rest = `${postpay(2, "[China, Europe]")}\n${twoConnections(5, 4)}`;
    expect(networkOf(fileWith({ rest })).connections).toHaveLength(2);
  });

  it("is not counted inside one area, where the edition decides whether a connection is needed", () => {
    const vpcs = "  a: { id: vpc-1, region: cn-hangzhou }\n  b: { id: vpc-2, region: cn-beijing }";
    const rest = `${postpay(2, "[China, China]")}\nconnections: [{ between: [a, b], bandwidthMbps: 5 }]`;
    expect(networkOf(fileWith({ vpcs, rest })).connections).toHaveLength(1);
  });
});

const twoPackages =
  "packages: { a: { areas: [China, Europe], bandwidthMbps: 2, charge: POSTPAY }, b: { areas: [europe, china], bandwidthMbps: 2, charge: POSTPAY } }";

const wrong: [what: string, rest: string, said: string][] = [
  ["a package too small", postpay(1), "packages.p.bandwidthMbps must be at least 2, not 1"],
  ["a package too big", postpay(10_001), "must be at most 10000, not 10001"],
  [
    "PREPAY without months",
    pack("bandwidthMbps: 2, charge: PREPAY"),
    "package p is PREPAY (a subscription): it needs months",
  ],
  [
    "POSTPAY with months",
    pack("bandwidthMbps: 2, charge: POSTPAY, months: 1"),
    "package p is POSTPAY (pay-as-you-go): it has no months",
  ],
  [
    "months that are not sold",
    pack("bandwidthMbps: 2, charge: PREPAY, months: 4"),
    "must be one of 1, 2, 3, 6, 12, 24, 36, not 4",
  ],
  ["an unknown charge", pack("bandwidthMbps: 2, charge: postpaid"), 'unknown charge "postpaid"; did you mean POSTPAY?'],
  ["one area", postpay(2, "[China]"), "packages.p.areas must have exactly 2 entries, not 1"],
  [
    "one pair of areas twice",
    twoPackages,
    "packages a and b are both for Mainland China ⇄ Europe; a CEN takes one for each pair",
  ],
  [
    "one end",
    "connections: [{ between: [us], bandwidthMbps: 5 }]",
    "connections[0].between must have exactly 2 entries, not 1",
  ],
  [
    "nothing",
    "connections: [{ between: [ccn, us], bandwidthMbps: 0 }]",
    "connections[0].bandwidthMbps must be at least 1, not 0",
  ],
  [
    "one region",
    "connections: [{ between: [us, us], bandwidthMbps: 5 }]",
    "both ends are in us-west-1, which needs no connection",
  ],
  [
    "one pair of regions twice",
    twoConnections(1, 1).replace("ccn, us", "us, hangzhou"),
    "connection us/hangzhou joins the same regions as hangzhou/us (sagctl.yaml:7:15)",
  ],
  ["no ports", "allow: [tcp]", '"tcp" is not icmp, tcp/443, tcp/8000-8080 or udp/53'],
  ["ports backwards", "allow: [tcp/90-80]", "tcp/90-80: ports go from 1 to 65535"],
  ["port 0", "allow: [tcp/0]", "tcp/0: ports go from 1 to 65535"],
  ["a port too big", "allow: [udp/70000]", "udp/70000: ports go from 1 to 65535"],
];

describe("packages, connections and ports that will not do", () => {
  it.each(wrong)("%s", (_, rest, said) => {
    expect(linesOf(fileWith({ rest }))).toEqual([expect.stringContaining(said)]);
  });
});

describe("what is left out", () => {
  it("of a PREPAY package that is there already are its months", () => {
    const [one] = networkOf(fileWith({ rest: pack("id: cenbwp-1, bandwidthMbps: 2, charge: PREPAY") })).packages;
    expect(one).toEqual({
      ...{ name: "p", id: "cenbwp-1", areas: ["China", "North-America"], bandwidthMbps: 2, charge: "PREPAY" },
    });
  });

  it("lets security groups take ICMP, else what is named, ports from first to last", () => {
    expect(networkOf(fileWith({})).allow).toEqual([{ protocol: "icmp" }]);
    expect(networkOf(fileWith({ rest: "allow: [tcp/443, udp/8000-8080]" })).allow).toEqual([
      { protocol: "tcp", ports: "443/443" },
      { protocol: "udp", ports: "8000/8080" },
    ]);
  });
});
