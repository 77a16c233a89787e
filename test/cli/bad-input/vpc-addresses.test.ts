import { describe, expect, it } from "vitest";
import { SHOP } from "../../../src/simulator/scenarios/accounts.ts";
import type { World } from "../../../src/simulator/world.ts";
import { expectNothingSent, serveBadCloud, writesIn } from "../../support/bad-cloud.ts";
import { openOffice } from "./office.ts";
import {
  addSecondaryBlock,
  attachBorderRouter,
  attachDefaultCcn,
  attachOtherVpc,
  detachVpc,
  putGateway,
  shareVSwitchBlock,
} from "./strange-worlds.ts";

const HANGZHOU = "vpc-bp1hz0prod4k7m2x9q3w1";
const SILICON_VALLEY = "vpc-rj9sv0prod8d5n1c6t2y4";
const OTHER = "vpc-bp1other3k8m1x5q7w2a1";
const OWN = `${HANGZHOU} (hangzhou)`;

interface Case {
  readonly what: string;
  readonly build: (world: World) => void;
  /** The block of the VPC that is to join, what it does to the other, and that one as the screen calls it. */
  readonly own: string;
  readonly relation: string;
  readonly label: string;
  readonly other: string;
}

const cases: readonly Case[] = [
  {
    what: "a VPC of the account that is on the CEN",
    build: (world) => attachOtherVpc(world, "10.1.128.0/17", "10.1.200.0/24"),
    own: "10.1.0.0/16",
    relation: "contains",
    label: `${OTHER} (on the CEN too)`,
    other: "10.1.128.0/17",
  },
  {
    what: "a vSwitch of a VPC on the CEN that belongs to another account",
    build: (world) => attachOtherVpc(world, "10.1.128.0/17", "10.1.200.0/24", SHOP),
    own: "10.1.0.0/16",
    relation: "contains",
    label: `vSwitch of ${OTHER}, on the CEN too`,
    other: "10.1.200.0/24",
  },
  {
    what: "with its secondary block a VPC of the file that is on the CEN",
    build: (world) => addSecondaryBlock(world, "10.0.64.0/20"),
    own: "10.0.64.0/20",
    relation: "lies in",
    label: `${SILICON_VALLEY} (silicon-valley)`,
    other: "10.0.0.0/16",
  },
  {
    what: "a VPC of the file that is to join too",
    build: (world) => {
      detachVpc(world, SILICON_VALLEY);
      addSecondaryBlock(world, "10.0.0.0/16");
    },
    own: "10.0.0.0/16",
    relation: "equals",
    label: `${SILICON_VALLEY} (silicon-valley)`,
    other: "10.0.0.0/16",
  },
  {
    what: "a VBR on the CEN",
    build: (world) => attachBorderRouter(world, ["10.0.0.0/9"]),
    own: "10.1.0.0/16",
    relation: "lies in",
    label: "VBR vbr-bp1leased8d5n1c6t2y4",
    other: "10.0.0.0/9",
  },
];

describe.each(["plan", "apply", "attach"])("sagctl %s, when a VPC that is not on the CEN yet overlaps", (command) => {
  it.each(cases)("$what, stops with exit 7 and names both", async ({ build, own, relation, label, other }) => {
    const bad = await serveBadCloud({
      build: (world) => {
        detachVpc(world, HANGZHOU);
        build(world);
      },
    });
    const office = openOffice({ url: bad.url });
    const { code, words } = await office.run(command, "--yes", "--approve-purchases", "--allow-shared");
    expect(words).toContain(`vpcs.hangzhou and ${label} ${OWN} ${own} ${relation} ${label} ${other}`);
    expect(words).toContain("--allow-overlap");
    expect(code).toBe(7);
    expectNothingSent(bad);
    office.expectNothingLost();
  });
});

describe("such an overlap", () => {
  const build = (world: World) => {
    detachVpc(world, HANGZHOU);
    attachBorderRouter(world, ["10.0.0.0/9"]);
  };

  it("that a person allows is carried out", async () => {
    const bad = await serveBadCloud({ build });
    const { code } = await openOffice({ url: bad.url }).run("attach", "--yes", "--allow-overlap");
    expect(code).toBe(0);
    expect(writesIn(bad)).toEqual(["AttachCenChildInstance"]);
  });

  it("stops the VPC that joins, and not the one that is there", async () => {
    const bad = await serveBadCloud({ build });
    const { code } = await openOffice({ url: bad.url }).run("attach", "--yes", "--only", "silicon-valley");
    expect(code).toBe(0);
    expect(writesIn(bad)).toEqual([]);
  });

  it("of a gateway that is on the CEN already is seen too", async () => {
    const bad = await serveBadCloud({
      build: (world) => {
        detachVpc(world, HANGZHOU);
        putGateway(world, { cidrs: ["10.1.64.0/20"] });
        attachDefaultCcn(world);
      },
    });
    const { code, words } = await openOffice({ url: bad.url }).run("attach", "--yes");
    expect(words).toContain(`${OWN} 10.1.0.0/16 contains gateway on ccn-4kd82hx0pq7m3v9zt1 10.1.64.0/20`);
    expect(code).toBe(7);
    expectNothingSent(bad);
  });

  it("of two VPCs of the file that are both on the CEN is a warning, and the run goes on", async () => {
    const bad = await serveBadCloud({ build: shareVSwitchBlock });
    const { code, words } = await openOffice({ url: bad.url }).run("plan");
    expect(words).toContain(
      `Warning: 10.1.0.0/24 of VPC ${HANGZHOU} and 10.1.0.0/24 of VPC ${SILICON_VALLEY} clash. Both are on the CEN already`,
    );
    expect(code).toBe(0);
  });
});
