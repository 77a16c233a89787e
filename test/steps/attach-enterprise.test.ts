import { afterEach, describe, expect, it } from "vitest";
import { deleteVpcAttachment } from "../../src/api/vpc-attachments.ts";
import type { RouterAttachment, VpcRouterAttachment } from "../../src/simulator/cbn/things.ts";
import { ATTACHMENTS, connectToSingapore } from "../../src/simulator/scenarios/connect-to-singapore.ts";
import { VPC1, VPC2, VPC3, vSwitchTails } from "../../src/simulator/scenarios/put-three-vpcs.ts";
import { SINGAPORE_ROUTER } from "../../src/simulator/scenarios/put-transit-router.ts";
import { putVSwitch } from "../../src/simulator/scenarios/put-vpc.ts";
import type { Vpc, VSwitch } from "../../src/simulator/vpc/things.ts";
import type { World } from "../../src/simulator/world.ts";
import { createMemoryStore } from "../../src/state/memory-store.ts";
import type { Rig, RunOptions } from "../support/rig.ts";
import { doByHand } from "./by-hand.ts";
import {
  accountIn,
  type EnterpriseRig,
  endOf,
  exampleBut,
  goOn,
  ofSteps,
  openEnterprise,
  planned,
  readsIn,
  writesIn,
} from "./enterprise.ts";
import { compareWithPlan } from "./planned-calls.ts";

const only = ofSteps("cen", "transit-router", "grant", "attach");
const VPC3_ID = `vpc-${VPC3.tail}`;
const nothing = { plannedOnly: [], sentOnly: [] };
const open: Rig[] = [];

afterEach(async () => {
  for (const rig of open.splice(0)) await rig.close();
});

async function at(name: string, options?: EnterpriseRig): Promise<Rig> {
  const rig = await openEnterprise(name, options);
  open.push(rig);
  return rig;
}

async function then(rig: Rig, name: string, options?: EnterpriseRig): Promise<Rig> {
  const next = await goOn(rig, name, options);
  open.push(next);
  return next;
}

function attachmentOf({ cloud }: Rig, vpcId: string): VpcRouterAttachment | undefined {
  const all = cloud.world.all<RouterAttachment>("tr-attachment").filter((one) => one.resourceType === "VPC");
  return all.find((one) => one.vpcId === vpcId);
}

function zonesOf(rig: Rig, vpcId: string): readonly string[] {
  return attachmentOf(rig, vpcId)?.zoneMappings.map((one) => `${one.zoneId} ${one.vSwitchId}`) ?? [];
}

/** The vSwitches of VPC3 that stay; the others are taken away before the run. */
function keepVSwitches(...ids: readonly string[]): (world: World) => void {
  return (world) => {
    const its = world.all<VSwitch>("vswitch").filter((one) => one.vpcId === VPC3_ID && !ids.includes(one.id));
    for (const { id } of its) world.remove("vswitch", id);
  };
}

const [first, second] = vSwitchTails(VPC3).map((tail) => `vsw-${tail}`) as [string, string];
const onlyHub: NonNullable<RunOptions["around"]> = (world) => ({ ...world, holds: (account) => account === "hub" });
const onlyShop: NonNullable<RunOptions["around"]> = (world) => ({ ...world, holds: (account) => account === "shop" });

describe("tutorial B: the VPC of another account", () => {
  it("is attached by two writes, through two zones, under its name, at the cost of whom the grant names", async () => {
    const rig = await at("tutorial-b");
    const ran = await rig.run({ only });
    expect(writesIn(ran)).toEqual(["GrantInstanceToTransitRouter", "CreateTransitRouterVpcAttachment"]);
    expect(compareWithPlan(ran.plan, ran.sent)).toEqual(nothing);
    expect(ran.sent.map((call) => call.account)).toEqual(["shop", "hub"]);
    const made = attachmentOf(rig, VPC3_ID);
    expect(made).toMatchObject({
      name: "attach3",
      status: "Attached",
      orderType: "PayByCenOwner",
      vpcOwnerId: VPC3.uid,
    });
    expect(made?.description).toMatch(/^sagctl-[0-9a-f]{12}-g1$/);
    expect(zonesOf(rig, VPC3_ID)).toEqual([`ap-southeast-1a ${first}`, `ap-southeast-1b ${second}`]);
  });

  it("is a purchase: without consent nothing is attached", async () => {
    const rig = await at("tutorial-b");
    const ran = await rig.run({ only, approve: (slot) => slot !== "attach/vpc3#attach" });
    expect(endOf(ran, "attach/vpc3").is).toBe("declined");
    expect(attachmentOf(rig, VPC3_ID)).toBeUndefined();
  });

  it("needs nothing the second time, with its diary or without, and is not asked for zones and vSwitches", async () => {
    const rig = await at("tutorial-b");
    await rig.run({ only });
    for (const store of [undefined, createMemoryStore()]) {
      const again = await rig.run({ only, ...(store ? { store } : {}) });
      expect(again.sent).toEqual([]);
      expect(readsIn(again).filter((action) => /VSwitch|AvailableResource|RouteTables|Service/.test(action))).toEqual(
        [],
      );
      expect(new Set(readsIn(again)).size).toBe(readsIn(again).length - 1);
    }
  });

  it("is attached once, whatever write a crash comes behind", async () => {
    const { boundaries } = await (await at("tutorial-b")).run({ only });
    for (const [index, boundary] of boundaries.entries()) {
      const rig = await at("tutorial-b");
      expect((await rig.run({ only, dieAt: index + 1 })).died).toBe(true);
      const ran = await rig.run({ only });
      expect(endOf(ran, "attach/vpc3").is, JSON.stringify(boundary)).toBe("done");
      expect(rig.cloud.world.all("tr-attachment"), JSON.stringify(boundary)).toHaveLength(3);
      await open.pop()?.close();
    }
    expect(boundaries.length).toBeGreaterThan(6);
  });

  it("that somebody takes off the router is attached again", async () => {
    const rig = await at("tutorial-b");
    await rig.run({ only });
    const attachment = attachmentOf(rig, VPC3_ID)?.id ?? "";
    await doByHand(rig, [deleteVpcAttachment({ account: "hub", router: SINGAPORE_ROUTER, attachment, vpc: VPC3_ID })]);
    expect(attachmentOf(rig, VPC3_ID)).toBeUndefined();
    expect(writesIn(await rig.run({ only }))).toEqual(["CreateTransitRouterVpcAttachment"]);
    expect((await rig.run({ only })).sent).toEqual([]);
  });

  it("that somebody has attached in the console, by another name and zone, is that one", async () => {
    const rig = await at("tutorial-b", {
      build: (world) => {
        connectToSingapore(world, VPC3);
        const found = world.find<VpcRouterAttachment>("tr-attachment", ATTACHMENTS[3]) as VpcRouterAttachment;
        const zoneMappings = found.zoneMappings.slice(0, 1);
        world.put("tr-attachment", { ...found, name: "by hand", zoneMappings } satisfies VpcRouterAttachment);
      },
    });
    const ran = await rig.run({ only });
    expect(writesIn(ran)).toEqual(["GrantInstanceToTransitRouter"]);
    expect(endOf(ran, "attach/vpc3").words).toContain(`by hand ${ATTACHMENTS[3]}`);
    const undone = await rig.run({ way: "undo", only: ofSteps("attach") });
    expect(undone.sent).toEqual([]);
    expect(attachmentOf(rig, VPC3_ID)).toMatchObject({ name: "by hand", status: "Attached" });
  });
});

describe("zones and vSwitches", () => {
  it("are those with the most free addresses: another choice found later is not drift", async () => {
    const tail = "t4nroomy3h3j0s6u2z7g4";
    const bigger = { tail, vpcTail: VPC3.tail, name: "roomy", zoneId: "ap-southeast-1a", cidrBlock: "192.168.8.0/22" };
    const rig = await at("tutorial-b", { build: (world) => putVSwitch(world, bigger) });
    await rig.run({ only });
    expect(zonesOf(rig, VPC3_ID)).toEqual([`ap-southeast-1a vsw-${tail}`, `ap-southeast-1b ${second}`]);
    const text = exampleBut("tutorial-b", [
      "attachmentName: attach3",
      `attachmentName: attach3\n    vSwitches: [${first}]`,
    ]);
    expect((await (await then(rig, "tutorial-b", { text })).run({ only })).sent).toEqual([]);
  });

  it("are those of the file where it names them", async () => {
    const named = `attachmentName: attach3\n    vSwitches: [${second}]`;
    const rig = await at("tutorial-b", { text: exampleBut("tutorial-b", ["attachmentName: attach3", named]) });
    await rig.run({ only });
    expect(zonesOf(rig, VPC3_ID)).toEqual([`ap-southeast-1b ${second}`]);
  });

  it.each([
    ["another VPC's", `vsw-${VPC1.tail}`, `does not belong to ${VPC3_ID} (vpc3)`],
    ["in a zone without transit routers", "vsw-t4nzonec3h3j0s6u2z7g4", "is in ap-southeast-1c"],
  ])("of the file are refused by name where one is %s, before any write", async (_, id, words) => {
    const zoneC = { tail: "t4nzonec3h3j0s6u2z7g4", vpcTail: VPC3.tail, name: "c", zoneId: "ap-southeast-1c" };
    const build = (world: World) => putVSwitch(world, { ...zoneC, cidrBlock: "192.168.9.0/24" });
    const text = exampleBut("tutorial-b", [
      "attachmentName: attach3",
      `attachmentName: attach3\n    vSwitches: [${id}]`,
    ]);
    const ran = await (await at("tutorial-b", { text, build })).run({ only });
    expect(ran.sent).toEqual([]);
    expect(planned(ran, "attach/vpc3")).toMatchObject({ is: "failed", words: expect.stringContaining(words) });
    expect(planned(ran, "attach/vpc3").words).toContain(id);
  });

  it("in one zone only stop the run, and the free block and the zone are named", async () => {
    const ran = await (await at("tutorial-b", { build: keepVSwitches(first) })).run({ only });
    expect(ran.sent).toEqual([]);
    const { is, words } = planned(ran, "attach/vpc3");
    expect(is).toBe("failed");
    expect(words).toContain("--create-vswitch makes one: 192.168.1.0/24 in ap-southeast-1b");
    expect(words).toContain("--one-zone attaches it through ap-southeast-1a alone");
  });

  it("in one zone only are joined by a new one with --create-vswitch, made by the VPC's owner", async () => {
    const rig = await at("tutorial-b", { build: keepVSwitches(first), goal: { createVSwitch: true } });
    const ran = await rig.run({ only });
    expect(compareWithPlan(ran.plan, ran.sent)).toEqual(nothing);
    const [made] = ran.sent.filter((call) => call.action === "CreateVSwitch");
    expect(made).toMatchObject({ account: "shop", params: { CidrBlock: "192.168.1.0/24", ZoneId: "ap-southeast-1b" } });
    expect(zonesOf(rig, VPC3_ID)).toEqual([`ap-southeast-1a ${first}`, expect.stringMatching(/^ap-southeast-1b vsw-/)]);
    expect((await rig.run({ only })).sent).toEqual([]);
  });

  it("make one vSwitch and one attachment, whatever write a crash comes behind", async () => {
    const options = { build: keepVSwitches(first), goal: { createVSwitch: true } };
    const { boundaries } = await (await at("tutorial-b", options)).run({ only });
    const sent = [...boundaries.entries()].filter(([, boundary]) => boundary.at === "after-send");
    for (const [index] of sent) {
      const rig = await at("tutorial-b", options);
      await rig.run({ only, dieAt: index + 1 });
      const ran = await rig.run({ only });
      expect(endOf(ran, "attach/vpc3").is, JSON.stringify(boundaries[index])).toBe("done");
      expect(zonesOf(rig, VPC3_ID)).toHaveLength(2);
      expect(rig.cloud.world.all<VSwitch>("vswitch").filter((one) => one.vpcId === VPC3_ID)).toHaveLength(2);
      await open.pop()?.close();
    }
    expect(sent).toHaveLength(3);
  });

  it("are one with --one-zone where there is one, and still two where there are two", async () => {
    const alone = await at("tutorial-b", { build: keepVSwitches(second), goal: { oneZone: true } });
    await alone.run({ only });
    expect(zonesOf(alone, VPC3_ID)).toEqual([`ap-southeast-1b ${second}`]);
    const both = await at("tutorial-b", { goal: { oneZone: true } });
    await both.run({ only });
    expect(zonesOf(both, VPC3_ID)).toHaveLength(2);
  });

  it("in a zone without transit routers alone stop the run, --one-zone or not", async () => {
    const build = (world: World) => {
      keepVSwitches()(world);
      const zoneC = { tail: "t4nzonec3h3j0s6u2z7g4", vpcTail: VPC3.tail, name: "c", zoneId: "ap-southeast-1c" };
      putVSwitch(world, { ...zoneC, cidrBlock: "192.168.0.0/24" });
    };
    const ran = await (await at("tutorial-b", { build, goal: { oneZone: true } })).run({ only });
    expect(ran.sent).toEqual([]);
    const { words } = planned(ran, "attach/vpc3");
    expect(words).toContain("in any zone in which ap-southeast-1 has transit routers");
    expect(words).toContain("192.168.1.0/24 in ap-southeast-1a, 192.168.2.0/24 in ap-southeast-1b");
  });

  it("need be one only in a region that has one zone only", async () => {
    const inNanjing = { region: "cn-nanjing", zoneId: "cn-nanjing-a" };
    const build = (world: World) => {
      for (const one of world.all<Vpc>("vpc").filter(({ id }) => id === VPC3_ID)) {
        world.put("vpc", { ...one, region: inNanjing.region } satisfies Vpc);
      }
      keepVSwitches(first)(world);
      const vSwitch = world.find<VSwitch>("vswitch", first) as VSwitch;
      world.put("vswitch", { ...vSwitch, ...inNanjing } satisfies VSwitch);
    };
    const text = exampleBut("tutorial-b", [
      `id: ${VPC3_ID}\n    region: ap-southeast-1`,
      `id: ${VPC3_ID}\n    region: cn-nanjing`,
    ]);
    const rig = await at("tutorial-b", { build, text });
    const ran = await rig.run({ only });
    expect(endOf(ran, "attach/vpc3").is).toBe("done");
    expect(zonesOf(rig, VPC3_ID)).toEqual([`cn-nanjing-a ${first}`]);
  });
});

describe("who pays", () => {
  const theirs = exampleBut("tutorial-b", ["payer: cen-owner", "payer: resource-owner"]);

  it("is whom the grant names", async () => {
    const rig = await at("tutorial-b", { text: theirs });
    const ran = await rig.run({ only });
    expect(endOf(ran, "attach/vpc3").is).toBe("done");
    expect(attachmentOf(rig, VPC3_ID)?.orderType).toBe("PayByResourceOwner");
    expect(planned(ran, "attach/vpc3").words).toContain("shop pays");
  });

  it("is changed afterwards at the grant first, then at the attachment, with a warning and by consent", async () => {
    const before = await at("tutorial-b");
    await before.run({ only });
    const rig = await then(before, "tutorial-b", { text: theirs });
    expect((await rig.run({ only, approve: () => false })).sent.map((call) => call.action)).not.toContain(
      "UpdateTransitRouterVpcAttachmentAttribute",
    );
    const ran = await rig.run({ only });
    expect(planned(ran, "attach/vpc3").words).toContain("Changing who pays may disturb what runs over vpc3");
    expect(writesIn(ran).slice(-2)).toEqual([
      "ModifyGrantInstanceToTransitRouter",
      "UpdateTransitRouterVpcAttachmentAttribute",
    ]);
    expect(compareWithPlan(ran.plan, ran.sent)).toEqual(nothing);
    expect(attachmentOf(rig, VPC3_ID)).toMatchObject({ orderType: "PayByResourceOwner", status: "Attached" });
    expect((await rig.run({ only })).sent).toEqual([]);
  });

  it("is changed back the same way", async () => {
    const before = await at("tutorial-b", { text: theirs });
    await before.run({ only });
    const rig = await then(before, "tutorial-b");
    expect(writesIn(await rig.run({ only }))).toEqual([
      "ModifyGrantInstanceToTransitRouter",
      "UpdateTransitRouterVpcAttachmentAttribute",
    ]);
    expect(attachmentOf(rig, VPC3_ID)?.orderType).toBe("PayByCenOwner");
  });
});

describe("with the key of one account only", () => {
  it("the CEN's owner waits for the grant, and is told what the other types", async () => {
    const ran = await (await at("tutorial-b")).run({ only, around: onlyHub });
    expect(ran.sent).toEqual([]);
    expect(planned(ran, "attach/vpc3").is).toBe("blocked");
    expect(planned(ran, "attach/vpc3").words).toContain(`sagctl grant --name vpc3 --vpc ${VPC3_ID}`);
    expect(endOf(ran, "attach/vpc1").is).toBe("done");
  });

  it("the CEN's owner attaches what has been granted, by what the grant shows", async () => {
    const rig = await at("tutorial-b");
    await rig.run({ only: ofSteps("grant") });
    const ran = await rig.run({ only, around: onlyHub });
    expect(writesIn(ran)).toEqual(["CreateTransitRouterVpcAttachment"]);
    expect(zonesOf(rig, VPC3_ID)).toHaveLength(2);
    expect(ran.calls.filter((call) => call.uid === VPC3.uid)).toEqual([]);
    expect(readsIn(ran)).toContain("ListGrantVSwitchesToCen");
  });

  it("the CEN's owner has to know the account id of the VPC's owner", async () => {
    const rig = await at("tutorial-b");
    await rig.run({ only: ofSteps("grant") });
    const text = exampleBut("tutorial-b", ['shop: { uid: "2000000000000002" }', "shop: {}"]);
    const ran = await (await then(rig, "tutorial-b", { text })).run({ only, around: onlyHub });
    expect(ran.sent).toEqual([]);
    expect(planned(ran, "attach/vpc3").words).toContain('accounts: {shop: {uid: "…"}}');
  });

  it("the VPC's owner sees nothing of the CEN, and says so", async () => {
    const ran = await (await at("tutorial-b")).run({ only: ofSteps("attach"), around: onlyShop });
    expect(ran.sent).toEqual([]);
    expect(endOf(ran, "attach/vpc3")).toMatchObject({
      is: "blocked",
      words: expect.stringContaining("not readable from here"),
    });
  });

  it("an attachment that the file names and that is not there is said", async () => {
    const named = "attachmentName: attach3\n    attachment: tr-attach-0000000000000000aa";
    const text = exampleBut("tutorial-b", ["attachmentName: attach3", named]);
    const ran = await (await at("tutorial-b", { text })).run({ only });
    expect(ran.sent).toEqual([]);
    expect(planned(ran, "attach/vpc3").words).toContain("has no attachment tr-attach-0000000000000000aa");
  });
});

describe("what the service refuses", () => {
  it("a full transit router is told with what to do", async () => {
    const build = (world: World) => {
      const one = world.find<VpcRouterAttachment>("tr-attachment", ATTACHMENTS[1]) as VpcRouterAttachment;
      for (let at = 0; at < 998; at += 1) {
        world.put("tr-attachment", { ...one, id: `tr-attach-${at}`, vpcId: `vpc-${at}` } satisfies VpcRouterAttachment);
      }
    };
    const ran = await (await at("tutorial-b", { build, goal: { allowOverlap: true } })).run({ only });
    const { is, words } = endOf(ran, "attach/vpc3");
    expect(is).toBe("failed");
    expect(words).toContain("QuotaExceeded.CenQuotaVpcAttachPerTransitRouter");
    expect(words).toContain("Quota Center");
  });

  it("a key that may not make the role of CEN is told before, and the right that it lacks afterwards", async () => {
    const build = (world: World) => {
      for (const key of accountIn(world, "hub").keys) key.denied = ["ram:CreateServiceLinkedRole"];
    };
    const ran = await (await at("tutorial-a-today", { build })).run({
      only: ofSteps("transit-router", "attach"),
      ...eager,
    });
    expect(planned(ran, "attach/hangzhou").words).toContain("the key needs ram:CreateServiceLinkedRole");
    const { words } = endOf(ran, "attach/hangzhou");
    expect(words).toContain("NoPermission.AliyunServiceRoleForCEN");
    expect(words).toContain("Allow the RAM action ram:CreateServiceLinkedRole");
    expect(ran.ends.get("attach/hangzhou")).toMatchObject({ kind: "denied" });
  });
});

const eager = { patienceMs: 0 } as const;

describe("addresses that would clash on the router", () => {
  it.each([
    ["a VPC of the file", "10.0.0.0/16", `vpc-${VPC1.tail} (vpc1)`],
    ["the vSwitch of a VPC that the file does not name", "172.16.0.0/16", `vpc-${VPC2.tail}`],
  ])("with %s stop the run before any write", async (_, cidrBlock, other) => {
    const build = (world: World) => {
      const vpc = world.find<Vpc>("vpc", VPC3_ID) as Vpc;
      world.put("vpc", { ...vpc, cidrBlock } satisfies Vpc);
      for (const one of world.all<VSwitch>("vswitch").filter(({ vpcId }) => vpcId === VPC3_ID)) {
        const net = cidrBlock.split(".").slice(0, 2).join(".");
        world.put("vswitch", { ...one, cidrBlock: one.cidrBlock.replace("192.168", net) } satisfies VSwitch);
      }
    };
    const start = "  vpc2:\n";
    const example = exampleBut("tutorial-b");
    const from = example.indexOf(start);
    const without = example.slice(0, from) + example.slice(example.indexOf("  vpc3:\n"));
    const text = cidrBlock === "10.0.0.0/16" ? example : without;
    const ran = await (await at("tutorial-b", { build, text })).run({ only });
    expect(ran.sent).toEqual([]);
    const { is, words } = planned(ran, "attach/vpc3");
    expect(is).toBe("failed");
    expect(words).toContain(other);
    expect(words).toContain("--allow-overlap");
    const allowed = await at("tutorial-b", { build, text, goal: { allowOverlap: true } });
    expect(writesIn(await allowed.run({ only }))).toContain("CreateTransitRouterVpcAttachment");
  });
});

describe("tutorial A today", () => {
  const steps = ofSteps("cen", "transit-router", "attach", "purchase", "connect", "activate");

  it("nothing is billed for idle days: attachments wait for activation, unless --eager", async () => {
    const waiting = await at("tutorial-a-today", { build: (world) => void (world.state.people = "manual") });
    const ran = await waiting.run({ only: steps, patienceMs: 0 });
    expect(endOf(ran, "attach/hangzhou").is).toBe("held-up");
    expect(writesIn(ran)).toEqual(expect.arrayContaining(["CreateTransitRouter", "CreateSmartAccessGateway"]));
    expect(waiting.cloud.world.all("tr-attachment")).toEqual([]);
    const build = (world: World) => void (world.state.people = "manual");
    const eagerly = await at("tutorial-a-today", { build, goal: { eager: true } });
    await eagerly.run({ only: steps, patienceMs: 0 });
    expect(eagerly.cloud.world.all("tr-attachment")).toHaveLength(2);
  });

  it("its VPCs lie on the routers of their own regions, each through two zones", async () => {
    const rig = await at("tutorial-a-today", { goal: { eager: true } });
    await rig.run({ only: ofSteps("transit-router", "attach") });
    expect(zonesOf(rig, "vpc-bp1hz0prod4k7m2x9q3w1").map((one) => one.split(" ")[0])).toEqual([
      "cn-hangzhou-h",
      "cn-hangzhou-i",
    ]);
    expect(zonesOf(rig, "vpc-rj9sv0prod8d5n1c6t2y4").map((one) => one.split(" ")[0])).toEqual([
      "us-west-1a",
      "us-west-1b",
    ]);
  });
});

describe("undo", () => {
  it("takes away what sagctl attached, waits until it is gone, and only then revokes the grant", async () => {
    const rig = await at("tutorial-b");
    await rig.run({ only });
    const undone = await rig.run({ way: "undo", only });
    expect(writesIn(undone)).toEqual(["DeleteTransitRouterVpcAttachment", "RevokeInstanceFromTransitRouter"]);
    expect(compareWithPlan(undone.plan, undone.sent)).toEqual(nothing);
    expect([attachmentOf(rig, VPC3_ID), rig.cloud.world.all("vpc-grant")]).toEqual([undefined, []]);
    expect(rig.cloud.world.all("tr-attachment")).toHaveLength(2);
    expect(endOf(undone, "attach/vpc1").words).toContain("was attached before sagctl");
  });

  it("knows its own attachment by its mark when the diary is lost", async () => {
    const rig = await at("tutorial-b");
    await rig.run({ only });
    const undone = await rig.run({ way: "undo", only: ofSteps("attach"), store: createMemoryStore() });
    expect(writesIn(undone)).toEqual(["DeleteTransitRouterVpcAttachment"]);
  });
});
