import { afterEach, describe, expect, it } from "vitest";
import type { VpcRouterAttachment } from "../../../src/simulator/cbn/things.ts";
import { ATTACHMENTS } from "../../../src/simulator/scenarios/connect-to-singapore.ts";
import { VPC1, VPC2 } from "../../../src/simulator/scenarios/put-three-vpcs.ts";
import type { Vpc, VSwitch } from "../../../src/simulator/vpc/things.ts";
import type { World } from "../../../src/simulator/world.ts";
import { accountIn, endOf, exampleBut, ofSteps, planned, writesIn } from "../enterprise.ts";
import { Rigs } from "../rigs.ts";
import { only, VPC3_ID } from "./vpc3.ts";

const rigs = new Rigs();
afterEach(() => rigs.close());

describe("what the service refuses", () => {
  it("a full transit router is told with what to do", async () => {
    const build = (world: World) => {
      const one = world.find<VpcRouterAttachment>("tr-attachment", ATTACHMENTS[1]) as VpcRouterAttachment;
      for (let at = 0; at < 998; at += 1) {
        world.put("tr-attachment", { ...one, id: `tr-attach-${at}`, vpcId: `vpc-${at}` } satisfies VpcRouterAttachment);
      }
    };
    const ran = await (await rigs.at("tutorial-b", { build, goal: { allowOverlap: true } })).run({ only });
    const { is, words } = endOf(ran, "attach/vpc3");
    expect(is).toBe("failed");
    expect(words).toContain("QuotaExceeded.CenQuotaVpcAttachPerTransitRouter");
    expect(words).toContain("Quota Center");
  });

  it("a key that may not make the role of CEN is told before, and the right that it lacks afterwards", async () => {
    const build = (world: World) => {
      for (const key of accountIn(world, "hub").keys) key.denied = ["ram:CreateServiceLinkedRole"];
    };
    // Alone it would wait for the gateway's activation before it pays.
    const ran = await (await rigs.at("tutorial-a-today", { build, goal: { eager: true } })).run({
      only: ofSteps("transit-router", "attach"),
      patienceMs: 0,
    });
    expect(planned(ran, "attach/hangzhou").words).toContain("the key needs ram:CreateServiceLinkedRole");
    const { words } = endOf(ran, "attach/hangzhou");
    expect(words).toContain("NoPermission.AliyunServiceRoleForCEN");
    expect(words).toContain("Allow the RAM action ram:CreateServiceLinkedRole");
    expect(ran.ends.get("attach/hangzhou")).toMatchObject({ kind: "denied" });
  });
});

interface Clash {
  readonly what: string;
  readonly build: (world: World) => void;
  readonly text: string;
  /** How the screen calls the other one. */
  readonly other: string;
}

const example = exampleBut("tutorial-b");
const withoutVpc2 = example.slice(0, example.indexOf("  vpc2:\n")) + example.slice(example.indexOf("  vpc3:\n"));

/** VPC3 with the addresses of another VPC. */
function moveVpc3(world: World, net: string): void {
  const vpc = world.find<Vpc>("vpc", VPC3_ID) as Vpc;
  world.put("vpc", { ...vpc, cidrBlock: `${net}.0.0/16` } satisfies Vpc);
  for (const one of world.all<VSwitch>("vswitch").filter(({ vpcId }) => vpcId === VPC3_ID)) {
    world.put("vswitch", { ...one, cidrBlock: one.cidrBlock.replace("192.168", net) } satisfies VSwitch);
  }
}

function giveAwayVpc2(world: World): void {
  const vpc = world.find<Vpc>("vpc", `vpc-${VPC2.tail}`) as Vpc;
  world.put("vpc", { ...vpc, uid: "3000000000000003" } satisfies Vpc);
}

const clashes: readonly Clash[] = [
  {
    what: "a VPC of the file",
    build: (world) => moveVpc3(world, "10.0"),
    text: example,
    other: `vpc-${VPC1.tail} (vpc1)`,
  },
  {
    what: "a VPC of the account that the file does not name",
    build: (world) => moveVpc3(world, "172.16"),
    text: withoutVpc2,
    other: `vpc-${VPC2.tail} (on the CEN too)`,
  },
  {
    what: "a VPC of a third account, which shows in the router's routes only",
    build: (world) => {
      moveVpc3(world, "172.16");
      giveAwayVpc2(world);
    },
    text: withoutVpc2,
    other: `vpc-${VPC2.tail}, on the transit router too`,
  },
];

describe("addresses that would clash on the router", () => {
  it.each(clashes)("with $what stop the run before any write", async ({ build, text, other }) => {
    const ran = await (await rigs.at("tutorial-b", { build, text })).run({ only });
    expect(ran.sent).toEqual([]);
    const { is, words } = planned(ran, "attach/vpc3");
    expect(is).toBe("failed");
    expect(words).toContain(other);
    expect(words).toContain("--allow-overlap");
    const allowed = await rigs.at("tutorial-b", { build, text, goal: { allowOverlap: true } });
    expect(writesIn(await allowed.run({ only }))).toContain("CreateTransitRouterVpcAttachment");
  });
});
