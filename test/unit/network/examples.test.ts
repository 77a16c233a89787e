import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { networkJsonSchema } from "../../../src/network/json-schema.ts";
import type { Network } from "../../../src/network/network.ts";
import { exampleNetworkFile } from "../../../src/network/yaml/example.ts";
import { networkOf, plainGoal } from "./network-text.ts";

const folder = new URL("../../../examples/", import.meta.url);
const textOf = (scenario: string) => readFileSync(new URL(`${scenario}.yaml`, folder), "utf8");

const vpcs: Network["vpcs"] = [
  {
    name: "hangzhou",
    account: "hub",
    id: "vpc-bp1hz0prod4k7m2x9q3w1",
    region: "cn-hangzhou",
    securityGroups: ["sg-bp1hz0web4k7m2x9q3w1"],
    verify: ["10.1.0.10"],
  },
  {
    name: "silicon-valley",
    account: "hub",
    id: "vpc-rj9sv0prod8d5n1c6t2y4",
    region: "us-west-1",
    securityGroups: ["sg-rj9sv0web8d5n1c6t2y4"],
    verify: ["10.0.0.10"],
  },
];

/** What all three have in common, whatever exists at their start. */
const common: Partial<Network> = {
  name: "beijing-office",
  accounts: [{ name: "hub", uid: "1000000000000001" }],
  hub: "hub",
  cen: { name: "global" },
  ccn: { area: "mainland-china", name: "default", isWanted: true },
  vpcs,
  packages: [{ name: "china-america", areas: ["China", "North-America"], bandwidthMbps: 10, charge: "POSTPAY" }],
  connections: [
    { name: "hangzhou/silicon-valley", between: ["hangzhou", "silicon-valley"], bandwidthMbps: 5, paidBy: "package" },
    { name: "ccn/silicon-valley", between: ["ccn", "silicon-valley"], bandwidthMbps: 5, paidBy: "package" },
  ],
  reach: { beijing: ["hangzhou", "silicon-valley"] },
  allow: [{ protocol: "icmp" }],
  goal: plainGoal,
};

const bought = { model: "sag-100wm", deployment: "stand-alone", bandwidthMbps: 10, months: 12 };

describe("an example file", () => {
  it.each(["tutorial-a", "tutorial-a-empty"])("%s says what to buy", (scenario) => {
    const network = networkOf(textOf(scenario));
    expect(network).toMatchObject({ ...common, simulate: scenario, file: "sagctl.yaml" });
    const [branch] = network.branches;
    expect(branch).toMatchObject({ name: "beijing", area: "mainland-china", cidrs: ["172.16.0.0/12"] });
    expect(branch?.gateway).toEqual({ ...bought, shipTo: expect.objectContaining({ city: "Beijing" }) });
  });

  it("tutorial-a-half-done names the gateway that is there", () => {
    const network = networkOf(textOf("tutorial-a-half-done"));
    expect(network).toMatchObject({ ...common, simulate: "tutorial-a-half-done" });
    expect(network.branches[0]?.gateway).toEqual({ id: "sag-h4lfd0ne7k2m9x4q1w" });
  });

  it("has a marker of its own, so that one never takes another's purchase for its own", () => {
    const markers = readdirSync(folder).map((name) => networkOf(textOf(name.replace(".yaml", ""))).marker);
    expect(new Set(markers).size).toBe(markers.length);
    expect(markers.length).toBeGreaterThanOrEqual(3);
  });

  it("fits into 80 columns and explains itself", () => {
    for (const name of readdirSync(folder)) {
      const lines = textOf(name.replace(".yaml", "")).split("\n");
      expect(lines.filter((line) => line.length > 80)).toEqual([]);
      expect(lines.filter((line) => line.includes("#")).length).toBeGreaterThan(15);
    }
  });
});

describe("the file that sagctl init prints", () => {
  const text = exampleNetworkFile("7c1e0b9a52d4");

  it("loads, with the marker it was given", () => {
    expect(networkOf(text)).toMatchObject({ name: "beijing-office", marker: "7c1e0b9a52d4", hub: "hub" });
  });

  it("loads with a marker that YAML would take for a number", () => {
    expect(networkOf(exampleNetworkFile("12345e678901")).marker).toBe("12345e678901");
    expect(networkOf(exampleNetworkFile("123456789012")).marker).toBe("123456789012");
  });

  it("explains every section in a line above it, within 80 columns", () => {
    const lines = text.split("\n");
    const sections = lines.flatMap((line, index) => (/^[a-z]/.test(line) ? [index] : []));
    expect(sections.length).toBeGreaterThanOrEqual(11);
    for (const index of sections) expect(lines[index - 1]).toMatch(/^# \S/);
    expect(lines.filter((line) => line.length > 80)).toEqual([]);
  });

  it("explains no kind of key twice", () => {
    const comments = text.split("\n").filter((line) => /^\s*# /.test(line));
    expect(comments.map((line) => line.trim())).toEqual([...new Set(comments.map((line) => line.trim()))]);
  });
});

describe("the published JSON Schema", () => {
  it("is current (node --import tsx scripts/write-schema.ts)", () => {
    const file = new URL("../../../schema/network.schema.json", import.meta.url);
    expect(JSON.parse(readFileSync(file, "utf8"))).toEqual(JSON.parse(JSON.stringify(networkJsonSchema())));
  });

  it("refuses unknown keys as sagctl does", () => {
    expect(networkJsonSchema()).toMatchObject({ additionalProperties: false, type: "object" });
  });
});
