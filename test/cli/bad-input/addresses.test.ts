import { describe, expect, it } from "vitest";
import type { World } from "../../../src/simulator/world.ts";
import { expectNothingSent, serveBadCloud, writesIn } from "../../support/bad-cloud.ts";
import { exampleWith, openOffice, placeOf } from "./office.ts";
import { addSecondaryBlock, attachBorderRouter, attachOtherVpc, putGateway } from "./strange-worlds.ts";

const HANGZHOU = "vpc-bp1hz0prod4k7m2x9q3w1";
const CIDRS = "[172.16.0.0/12]";

interface Case {
  readonly what: string;
  readonly cidr: string;
  readonly build?: (world: World) => void;
  /** What it clashes with, as the screen calls it, and its block. */
  readonly label: string;
  readonly relation: string;
  readonly other: string;
}

const cases: readonly Case[] = [
  { what: "a VPC", cidr: "10.1.0.0/16", label: `${HANGZHOU} (hangzhou)`, relation: "equals", other: "10.1.0.0/16" },
  {
    what: "a part of a VPC",
    cidr: "10.1.4.0/24",
    label: `${HANGZHOU} (hangzhou)`,
    relation: "lies in",
    other: "10.1.0.0/16",
  },
  {
    what: "a vSwitch of a VPC that only the CEN knows",
    cidr: "192.168.0.0/24",
    build: (world) => attachOtherVpc(world, "192.168.0.0/16", "192.168.0.128/25"),
    label: "vSwitch of vpc-bp1other3k8m1x5q7w2a1, on the CEN too",
    relation: "contains",
    other: "192.168.0.128/25",
  },
  {
    what: "a VPC's secondary CIDR",
    cidr: "172.16.0.0/12",
    build: (world) => addSecondaryBlock(world, "172.20.0.0/16"),
    label: `${HANGZHOU} (hangzhou), secondary block`,
    relation: "contains",
    other: "172.20.0.0/16",
  },
  {
    what: "another gateway",
    cidr: "172.16.0.0/12",
    build: (world) => putGateway(world, { cidrs: ["172.17.0.0/16"] }),
    label: "gateway sag-other0office1k7m2 (shanghai)",
    relation: "contains",
    other: "172.17.0.0/16",
  },
  {
    what: "a VBR",
    cidr: "172.16.0.0/12",
    build: (world) => attachBorderRouter(world, ["172.18.4.0/24"]),
    label: "VBR vbr-bp1leased8d5n1c6t2y4",
    relation: "contains",
    other: "172.18.4.0/24",
  },
];

describe.each(["plan", "apply"])("sagctl %s, when the branch's CIDR overlaps", (command) => {
  it.each(cases)(
    "$what, stops with exit 7, naming both and what is free",
    async ({ cidr, build, label, relation, other }) => {
      const bad = await serveBadCloud(build ? { build } : {});
      const text = exampleWith(CIDRS, `[${cidr}]`);
      const office = openOffice({ text, url: bad.url });
      const { code, words } = await office.run(command, "--yes", "--approve-purchases", "--allow-shared");
      const place = placeOf(`${cidr}]`, text);
      expect(words).toContain(`${place} and ${label} branch beijing ${cidr} ${relation} ${label} ${other}`);
      expect(words).toMatch(/Free for the branch in this network: \d+\.\d+\.\d+\.\d+\/\d+/);
      expect(words).toContain("list only the prefixes in use at the branch; --allow-overlap");
      expect(code).toBe(7);
      expectNothingSent(bad);
      office.expectNothingLost();
    },
  );
});

describe("an overlap", () => {
  it("that a person allows is carried out", async () => {
    const bad = await serveBadCloud({ build: (world) => attachBorderRouter(world, ["172.18.4.0/24"]) });
    const office = openOffice({ url: bad.url });
    await office.run("apply", "--yes", "--approve-purchases", "--allow-overlap");
    expect(writesIn(bad)).toContain("ModifySmartAccessGateway");
  });

  it("of two things already on the CEN is a warning, and the run goes on", async () => {
    const bad = await serveBadCloud();
    const office = openOffice({ url: bad.url });
    expect(await office.run("apply", "--yes", "--approve-purchases")).toMatchObject({ code: 0 });
    attachBorderRouter(bad.cloud.world, ["172.18.4.0/24"]);
    const { code, words } = await office.run("plan");
    const place = placeOf("172.16.0.0/12]", office.text);
    expect(words).toContain(
      `Warning: ${place}: 172.16.0.0/12 of branch beijing contains 172.18.4.0/24 of VBR vbr-bp1leased8d5n1c6t2y4. Both are on the CEN already`,
    );
    expect(words).not.toContain("--allow-overlap");
    expect(code).toBe(0);
  });

  it("of two things already on the CEN, neither of them the branch's, is a warning too", async () => {
    const bad = await serveBadCloud({ build: (world) => attachBorderRouter(world, ["10.1.0.0/25"]) });
    const { code, words } = await openOffice({ url: bad.url }).run("plan");
    expect(words).toContain(
      `Warning: 10.1.0.0/24 of VPC ${HANGZHOU} and 10.1.0.0/25 of VBR vbr-bp1leased8d5n1c6t2y4 clash. Both are on the CEN already`,
    );
    expect(code).toBe(0);
  });

  it("with routes that are set, but whose CCN is not on the CEN yet, stops before the CCN joins", async () => {
    const build = (world: World) => {
      putGateway(world, { id: "sag-beijing0here2k7m3", name: "beijing", cidrs: ["172.16.0.0/12"] });
      attachBorderRouter(world, ["172.18.4.0/24"]);
    };
    const bad = await serveBadCloud({ build });
    const office = openOffice({ url: bad.url });
    const { code, words } = await office.run("apply", "--yes", "--approve-purchases");
    expect(words).toContain("branch beijing 172.16.0.0/12 contains VBR vbr-bp1leased8d5n1c6t2y4 172.18.4.0/24");
    expect(code).toBe(7);
    expectNothingSent(bad);
    office.expectNothingLost();
  });
});
