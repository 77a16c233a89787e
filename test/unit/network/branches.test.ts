import { describe, expect, it } from "vitest";
import { branchBuying, branchWith, fileWith, linesOf, networkOf, shipTo } from "./network-text.ts";

const twoBranches = (a: string, b: string) =>
  fileWith({
    branches: `  a: { cidrs: [${a}], gateway: { id: sag-1 } }\n  b: { cidrs: [${b}], gateway: { id: sag-2 } }`,
  });
const blocks = (count: number) => Array.from({ length: count }, (_, index) => `10.${index}.0.0/16`).join(", ");

const addresses: [what: string, text: string, said: string][] = [
  [
    "malformed",
    fileWith({ branches: branchWith("172.16.0.0/40") }),
    "sagctl.yaml:3:22: 172.16.0.0/40 is not an IPv4 CIDR block such as 172.16.0.0/12",
  ],
  [
    "with host bits",
    fileWith({ branches: branchWith("172.16.0.1/12") }),
    "sagctl.yaml:3:22: 172.16.0.1/12 has host bits set; write 172.16.0.0/12",
  ],
  [
    "overlapping inside one branch",
    fileWith({ branches: branchWith("10.0.0.0/8, 10.1.0.0/16") }),
    "sagctl.yaml:3:34: 10.1.0.0/16 overlaps 10.0.0.0/8 of the same branch (sagctl.yaml:3:22); narrow or remove one of them",
  ],
  [
    "overlapping among branches",
    twoBranches("10.0.0.0/8", "10.1.0.0/16"),
    "sagctl.yaml:4:16: 10.1.0.0/16 overlaps 10.0.0.0/8 of branch a (sagctl.yaml:3:16); narrow or remove one of them",
  ],
  [
    "none",
    fileWith({ branches: branchWith("") }),
    "sagctl.yaml:3:21: branch beijing needs its own addresses, such as cidrs: [172.16.0.0/12]",
  ],
  [
    "more than ten",
    fileWith({ branches: branchWith(blocks(11)) }),
    "sagctl.yaml:3:21: branch beijing has 11 CIDR blocks; a gateway takes at most 10; write neighbours as one wider block",
  ],
];

describe("CIDR blocks of a branch", () => {
  it.each(addresses)("%s", (_, text, said) => expect(linesOf(text)).toEqual([said]));

  it("may be ten", () => {
    expect(networkOf(fileWith({ branches: branchWith(blocks(10)) })).branches[0]?.cidrs).toHaveLength(10);
  });

  it("keep their order, since the first one feeds the device's DHCP, and where they were written", () => {
    const [branch] = networkOf(fileWith({ branches: branchWith("192.168.0.0/24, 10.0.0.0/8") })).branches;
    expect(branch?.cidrs).toEqual(["192.168.0.0/24", "10.0.0.0/8"]);
    expect(branch?.cidrsAt).toEqual(["sagctl.yaml:3:22", "sagctl.yaml:3:38"]);
  });
});

const outOfRange: [fields: string, said: string][] = [
  ["model: sag-100wm, bandwidthMbps: 1", "1 Mbit/s is out of the range of SAG-100WM: 2 to 50 Mbit/s"],
  ["model: sag-100wm, bandwidthMbps: 51", "51 Mbit/s is out of the range of SAG-100WM: 2 to 50 Mbit/s"],
  ["model: sag-1000, bandwidthMbps: 9", "9 Mbit/s is out of the range of SAG-1000: 10 to 500 Mbit/s"],
  ["model: sag-1000, bandwidthMbps: 501", "501 Mbit/s is out of the range of SAG-1000: 10 to 500 Mbit/s"],
  ["model: sag-vcpe, bandwidthMbps: 10", "SAG-vCPE comes as warm-standby only, not stand-alone"],
  ["model: sag-100wm, bandwidthMbps: 5, serials: [a, b]", "two serial numbers for one stand-alone device"],
  ["model: sag-100wm, bandwidthMbps: 5, serials: [a], serial: b", "write either serial or serials"],
  ["bandwidthMbps: 5", "the gateway needs model to be bought, or the id of one that is there"],
];

describe("buying a gateway", () => {
  const buying = (fields: string) => fileWith({ branches: branchBuying(fields) });

  it.each(outOfRange)("%s: %s", (fields, said) => {
    expect(linesOf(buying(fields))).toEqual([expect.stringContaining(said)]);
  });

  it.each([
    ["sag-100wm", 2],
    ["sag-100wm", 50],
    ["sag-1000", 10],
    ["sag-1000", 500],
  ])("%s takes %d Mbit/s", (model, bandwidthMbps) => {
    const { gateway } = networkOf(buying(`model: ${model}, bandwidthMbps: ${bandwidthMbps}`)).branches[0] ?? {};
    expect(gateway).toMatchObject({ model, bandwidthMbps });
  });

  it("takes a virtual one as warm-standby from 10 to 1000 Mbit/s", () => {
    const virtual = (bandwidthMbps: number) =>
      buying(`model: sag-vcpe, bandwidthMbps: ${bandwidthMbps}`).replace("stand-alone", "warm-standby");
    expect([10, 1000].map((mbps) => networkOf(virtual(mbps)).branches).length).toBe(2);
    expect(linesOf(virtual(1001))[0]).toContain("out of the range of SAG-vCPE: 10 to 1000 Mbit/s");
  });

  it("names the months that are sold", () => {
    const text = buying("model: sag-100wm, bandwidthMbps: 5").replace("months: 12", "months: 10");
    expect(linesOf(text)[0]).toMatch(/months must be one of 1, 2, 3, 4, 5, 6, 7, 8, 9, 12, 24, 36, not 10$/);
  });

  it("says all that is missing at once", () => {
    expect(linesOf(fileWith({ branches: branchWith("10.0.0.0/8", "{}") }))).toEqual([
      "sagctl.yaml:3:44: the gateway needs model, deployment, bandwidthMbps, months, shipTo to be bought, or the id of one that is there",
    ]);
  });

  it("is not asked about before a look where nothing is said of the gateway", () => {
    const text = fileWith({ branches: branchWith("10.0.0.0/8", "{}").replace(", gateway: {}", "") });
    expect(networkOf(text).branches[0]?.gateway).toEqual({});
  });

  it("needs nothing more where the gateway is there already", () => {
    expect(networkOf(fileWith({})).branches[0]?.gateway).toEqual({ id: "sag-1" });
  });
});

describe("outside mainland China", () => {
  const abroad = (fields: string) =>
    fileWith({
      rest: "ccn: { area: hong-kong }",
      branches: branchBuying(`model: sag-100wm, bandwidthMbps: 5${fields}`),
    });

  it("nothing is shipped: the serial number of one's own device is needed", () => {
    expect(linesOf(abroad(""))).toEqual([
      "sagctl.yaml:3:47: Alibaba Cloud ships to mainland China only; in hong-kong give the serial number of a device of your own",
    ]);
  });

  it("an own device is enough, and the contact is needed all the same", () => {
    const [branch] = networkOf(abroad(", serial: sag4a1b")).branches;
    expect(branch).toMatchObject({ area: "hong-kong", gateway: { serials: ["sag4a1b"] } });
    expect(linesOf(abroad(", serial: sag4a1b").replace(`shipTo: ${shipTo}, `, ""))[0]).toContain("needs shipTo");
  });

  it("a gateway and its CCN lie in the same area", () => {
    const branches = "  beijing: { cidrs: [10.0.0.0/8], area: cn-shanghai, gateway: { id: sag-1 } }";
    expect(linesOf(fileWith({ rest: "ccn: { area: hong-kong }", branches }))).toEqual([
      "sagctl.yaml:3:41: branch beijing is in mainland-china, its CCN in hong-kong: a gateway is bound to a CCN of its own area; write one area for both, or a file for each area",
    ]);
  });

  it("the CCN's area follows the branches' if only they name one", () => {
    const branches = "  kowloon: { cidrs: [10.0.0.0/8], area: hong-kong, gateway: { id: sag-1 } }";
    expect(networkOf(fileWith({ branches })).ccn.area).toBe("hong-kong");
  });
});
