import { describe, expect, it } from "vitest";
import { NetworkFileError } from "../../../src/network/problem.ts";
import { branchBuying, branchWith, errorOf, fileWith, linesOf, twoConnections } from "./network-text.ts";

const wrong: [what: string, text: string, said: string][] = [
  ["an unknown key", fileWith({ rest: "markr: x" }), 'sagctl.yaml:7:1: unknown key "markr"; did you mean marker?'],
  [
    "an unknown key deep inside",
    fileWith({ vpcs: "  v: { id: vpc-1, region: us-west-1, securitygroup: [] }" }),
    'sagctl.yaml:5:38: unknown key "securitygroup"; did you mean securityGroups?',
  ],
  [
    "an unknown key like no other",
    fileWith({ rest: "cen: { colour: red }" }),
    'sagctl.yaml:7:8: unknown key "colour"; known here: id, name',
  ],
  [
    "a text instead of a number",
    fileWith({ branches: branchBuying("model: sag-100wm, bandwidthMbps: ten") }),
    'sagctl.yaml:3:254: branches.beijing.gateway.bandwidthMbps must be a number, not the text "ten"',
  ],
  [
    "a broken number",
    fileWith({ rest: twoConnections(5.5, 1) }),
    "sagctl.yaml:7:57: connections[0].bandwidthMbps must be a whole number, not 5.5",
  ],
  [
    "an account id without quotes, which YAML takes for a number",
    fileWith({ rest: "accounts: { hub: { uid: 9007199254740993 } }" }),
    'sagctl.yaml:7:25: accounts.hub.uid must be a text, not 9007199254740993; put it in quotes: "9007199254740993"',
  ],
  [
    "a marker without quotes that YAML takes for a number",
    fileWith({ rest: "marker: 12345e678901" }),
    'sagctl.yaml:7:9: marker must be a text, not 12345e678901; put it in quotes: "12345e678901"',
  ],
  [
    "one value instead of a list",
    fileWith({ vpcs: "  v: { id: vpc-1, region: us-west-1, verify: 10.1.0.10 }" }),
    'sagctl.yaml:5:46: vpcs.v.verify must be a list, not the text "10.1.0.10"',
  ],
  [
    "a section with nothing in it",
    fileWith({ rest: "reach:" }),
    "sagctl.yaml:7:7: reach must be names with keys and values below them, not nothing",
  ],
  [
    "a key left out",
    fileWith({ vpcs: "  v: { region: us-west-1 }" }),
    "sagctl.yaml:5:3: vpcs.v.id is missing; add it: The VPC's id",
  ],
  [
    "a choice left out",
    fileWith({ rest: "packages: { p: { areas: [China, Europe], bandwidthMbps: 2 } }" }),
    "sagctl.yaml:7:13: packages.p.charge is missing; one of POSTPAY, PREPAY",
  ],
  [
    "a name of digits only",
    fileWith({ vpcs: "  12: { id: vpc-1, region: us-west-1 }" }),
    'sagctl.yaml:5:3: "12" is not a name: letters, digits, - and _, at most 63, not digits only',
  ],
  [
    "no name at all",
    "vpcs: {}",
    "sagctl.yaml:1:1: network is missing; add a name for it, such as network: beijing-office",
  ],
];

describe("keys and types that are wrong", () => {
  it.each(wrong)("%s", (_, text, said) => expect(linesOf(text)).toEqual([said]));

  it("are reported all at once, from the first line to the last, each with its code", () => {
    const branches = branchWith("172.16.0.1/12");
    const vpcs = "  us: { id: x, region: us-west-9, zone: a }";
    const error = errorOf(fileWith({ branches, vpcs, rest: "allow: [gre]" }));
    expect(error).toBeInstanceOf(NetworkFileError);
    expect((error as NetworkFileError).problems.map(({ where, code }) => `${where} ${code}`)).toEqual([
      "sagctl.yaml:3:22 cidr-host-bits",
      "sagctl.yaml:5:13 malformed",
      "sagctl.yaml:5:24 unknown-region",
      "sagctl.yaml:5:35 unknown-key",
      "sagctl.yaml:6:9 malformed",
    ]);
    expect(error.message.split("\n")).toHaveLength(5);
    expect(error.code).toBe("network-file");
  });

  it("have the problem's own code when there is only one", () => {
    expect(errorOf(fileWith({ rest: "markr: x" })).code).toBe("unknown-key");
  });

  it("hide no rule about other values behind an unknown key", () => {
    const text = fileWith({ branches: branchWith("10.0.0.0/8, 10.1.0.0/16", "{ id: sag-1, colour: red }") });
    expect(linesOf(text)).toEqual([
      "sagctl.yaml:3:34: 10.1.0.0/16 overlaps 10.0.0.0/8 of the same branch (sagctl.yaml:3:22); narrow or remove one of them",
      expect.stringContaining('unknown key "colour"'),
    ]);
  });
});
