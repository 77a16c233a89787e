import { describe, expect, it } from "vitest";
import { readNetworkFile } from "../../../src/network/load.ts";
import { plain } from "../../../src/text.ts";
import { branchBuying, branchWith, errorOf, fileWith, linesOf, twoConnections } from "./network-text.ts";

const pack = (fields: string) => `packages: { p: { areas: [China, North-America], ${fields} } }`;
const blocks = Array.from({ length: 11 }, (_, index) => `10.${index}.0.0/16`).join(", ");
const twoInChina = `vpcs:
  a: { id: vpc-1, region: cn-hangzhou }
  b: { id: vpc-2, region: cn-hangzhou }
connections: [{ between: [a, b], bandwidthMbps: 2 }]`;

/** What is wrong, a file with it, and what the last words tell one to do. */
const remedies: readonly (readonly [what: string, text: string, remedy: string])[] = [
  ["overlapping blocks", fileWith({ branches: branchWith("10.0.0.0/8, 10.1.0.0/16") }), "narrow or remove one of them"],
  ["too many blocks", fileWith({ branches: branchWith(blocks) }), "write neighbours as one wider block"],
  ["no blocks", fileWith({ branches: branchWith("") }), "such as cidrs: [172.16.0.0/12]"],
  [
    "a block that no branch can use",
    fileWith({ branches: branchWith("127.0.0.0/8") }),
    "write its private addresses, such as 172.16.0.0/12",
  ],
  ["a block too wide", fileWith({ branches: branchWith("0.0.0.0/0") }), "write the prefixes that are in use"],
  [
    "two areas",
    fileWith({
      branches: "  b: { cidrs: [10.0.0.0/8], area: tokyo, gateway: { id: sag-1 } }\nccn: { area: frankfurt }",
    }),
    "write one area for both, or a file for each area",
  ],
  ["both ends in one region", `network: a\n${twoInChina}`, "remove it"],
  [
    "one pair of regions twice",
    fileWith({
      rest: "connections: [{ between: [hangzhou, us], bandwidthMbps: 2 }, { between: [us, hangzhou], bandwidthMbps: 3 }]",
    }),
    "write one connection with the bandwidth of both",
  ],
  ["ports backwards", fileWith({ rest: "allow: [udp/90-80]" }), "write udp/443 or udp/8000-8080"],
  [
    "a bandwidth out of range",
    fileWith({ branches: branchBuying("model: sag-100wm, bandwidthMbps: 51") }),
    "choose within it, or another model",
  ],
  [
    "a deployment that is not sold",
    fileWith({ branches: branchBuying("model: sag-vcpe, bandwidthMbps: 10") }),
    "write that, or another model",
  ],
  [
    "two serial numbers for one device",
    fileWith({ branches: branchBuying("model: sag-100wm, bandwidthMbps: 5, serials: [a, b]") }),
    "remove one, or write deployment: cold-standby or warm-standby",
  ],
  [
    "months of a pay-as-you-go package",
    fileWith({ rest: pack("bandwidthMbps: 2, charge: POSTPAY, months: 1") }),
    "remove them, or write charge: PREPAY",
  ],
  [
    "no months of a subscription",
    fileWith({ rest: pack("bandwidthMbps: 2, charge: PREPAY") }),
    "it needs months, one of 1, 2, 3, 6, 12, 24, 36",
  ],
  [
    "two packages for one pair",
    fileWith({
      rest: "packages: { a: { areas: [China, Europe], bandwidthMbps: 2, charge: POSTPAY }, b: { areas: [europe, china], bandwidthMbps: 2, charge: POSTPAY } }",
    }),
    "write one with the bandwidth of both",
  ],
  [
    "a package that is exceeded",
    fileWith({ rest: `${pack("bandwidthMbps: 8, charge: POSTPAY")}\n${twoConnections(5, 4)}` }),
    "give it 9, or them less",
  ],
  ["a reserved name", fileWith({ vpcs: "  ccn: { id: vpc-1, region: cn-hangzhou }" }), "choose another one"],
  ["a name taken", fileWith({ vpcs: "  beijing: { id: vpc-1, region: cn-hangzhou }" }), "choose another one"],
  [
    "an address that is none",
    fileWith({ vpcs: "  v: { id: vpc-1, region: cn-hangzhou, verify: [here] }" }),
    "is not an IPv4 address such as 10.1.0.10",
  ],
  ["no name", "vpcs: {}", "add a name for it, such as network: beijing-office"],
  ["a key left out", fileWith({ vpcs: "  v: { region: cn-hangzhou }" }), "add it: The VPC's id"],
  ["a list instead of keys", "- 1", "sagctl init prints an example"],
];

describe("a problem of the file says what to do about it", () => {
  it.each(remedies)("%s", (_, text, remedy) => {
    const [line = "", ...others] = linesOf(text);
    expect(line.endsWith(remedy), line).toBe(true);
    expect(others).toEqual([]);
  });

  it("also when it is no YAML at all", () => {
    const { tryThis } = errorOf("network: a\nvpcs: [1,\nbranches: 2");
    expect(tryThis.map(plain).join(" ")).toMatch(/brackets and quotes closed.*sagctl init/);
  });

  it.each([
    ["EACCES", "chmod u+r office.yaml"],
    ["EISDIR", "It is a folder"],
  ])("also when it cannot be read: %s", async (code, remedy) => {
    const failing = () => Promise.reject(Object.assign(new Error(code), { code }));
    const error = await readNetworkFile("office.yaml", failing).catch((one: unknown) => one);
    expect(error).toMatchObject({ kind: "usage", code: "file-unreadable" });
    const { tryThis } = error as ReturnType<typeof errorOf>;
    expect(tryThis.map(plain).join(" ")).toContain(remedy);
    expect(tryThis.map(plain).join(" ")).toContain("--file");
  });
});
