import { afterEach, describe, expect, it } from "vitest";
import type { Instance } from "../../../src/simulator/ecs/things.ts";
import { VPC1, VPC3 } from "../../../src/simulator/scenarios/put-three-vpcs.ts";
import { putVSwitch } from "../../../src/simulator/scenarios/put-vpc.ts";
import type { Vpc, VSwitch } from "../../../src/simulator/vpc/things.ts";
import type { World } from "../../../src/simulator/world.ts";
import type { Rig } from "../../support/rig.ts";
import { endOf, exampleBut, planned } from "../enterprise.ts";
import { compareWithPlan } from "../planned-calls.ts";
import { Rigs } from "../rigs.ts";
import { first, keepVSwitches, nothing, only, second, VPC3_ID, zonesOf } from "./vpc3.ts";

const rigs = new Rigs();
afterEach(() => rigs.close());

describe("the vSwitches of an attachment", () => {
  it("are those with the most free addresses: another choice found later is not drift", async () => {
    const tail = "t4nroomy3h3j0s6u2z7g4";
    const bigger = { tail, vpcTail: VPC3.tail, name: "roomy", zoneId: "ap-southeast-1a", cidrBlock: "192.168.8.0/22" };
    const rig = await rigs.at("tutorial-b", { build: (world) => putVSwitch(world, bigger) });
    await rig.run({ only });
    expect(zonesOf(rig, VPC3_ID)).toEqual([`ap-southeast-1a vsw-${tail}`, `ap-southeast-1b ${second}`]);
    const text = exampleBut("tutorial-b", [
      "attachmentName: attach3",
      `attachmentName: attach3\n    vSwitches: [${first}]`,
    ]);
    expect((await (await rigs.goOn(rig, "tutorial-b", { text })).run({ only })).sent).toEqual([]);
  });
  it("are those of the file where it names them", async () => {
    const named = `attachmentName: attach3\n    vSwitches: [${second}]`;
    const rig = await rigs.at("tutorial-b", { text: exampleBut("tutorial-b", ["attachmentName: attach3", named]) });
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
    const ran = await (await rigs.at("tutorial-b", { text, build })).run({ only });
    expect(ran.sent).toEqual([]);
    expect(planned(ran, "attach/vpc3")).toMatchObject({ is: "failed", words: expect.stringContaining(words) });
    expect(planned(ran, "attach/vpc3").words).toContain(id);
  });
});

describe("a VPC with one zone", () => {
  it("in one zone only stop the run, and the free block and the zone are named", async () => {
    const ran = await (await rigs.at("tutorial-b", { build: keepVSwitches(first) })).run({ only });
    expect(ran.sent).toEqual([]);
    const { is, words } = planned(ran, "attach/vpc3");
    expect(is).toBe("failed");
    expect(words).toContain("--create-vswitch makes one: 192.168.1.0/24 in ap-southeast-1b");
    expect(words).toContain("--one-zone attaches it through ap-southeast-1a alone");
  });
  it("in one zone only are joined by a new one with --create-vswitch, made by the VPC's owner", async () => {
    const rig = await rigs.at("tutorial-b", { build: keepVSwitches(first), goal: { createVSwitch: true } });
    const ran = await rig.run({ only });
    expect(compareWithPlan(ran.plan, ran.sent)).toEqual(nothing);
    const [made] = ran.sent.filter((call) => call.action === "CreateVSwitch");
    expect(made).toMatchObject({ account: "shop", params: { CidrBlock: "192.168.1.0/24", ZoneId: "ap-southeast-1b" } });
    expect(zonesOf(rig, VPC3_ID)).toEqual([`ap-southeast-1a ${first}`, expect.stringMatching(/^ap-southeast-1b vsw-/)]);
    expect((await rig.run({ only })).sent).toEqual([]);
  });
  it("make one vSwitch and one attachment, whatever write a crash comes behind", async () => {
    const options = { build: keepVSwitches(first), goal: { createVSwitch: true } };
    const { boundaries } = await (await rigs.at("tutorial-b", options)).run({ only });
    const sent = [...boundaries.entries()].filter(([, boundary]) => boundary.at === "after-send");
    for (const [index] of sent) {
      const rig = await rigs.at("tutorial-b", options);
      await rig.run({ only, dieAt: index + 1 });
      const ran = await rig.run({ only });
      expect(endOf(ran, "attach/vpc3").is, JSON.stringify(boundaries[index])).toBe("done");
      expect(zonesOf(rig, VPC3_ID)).toHaveLength(2);
      expect(rig.cloud.world.all<VSwitch>("vswitch").filter((one) => one.vpcId === VPC3_ID)).toHaveLength(2);
      await rigs.closeLast();
    }
    expect(sent).toHaveLength(3);
  });
});

describe("undo of a vSwitch that was made for the attachment", () => {
  const options = { build: keepVSwitches(first), goal: { createVSwitch: true } };
  const inVpc3 = ({ cloud }: Rig) => cloud.world.all<VSwitch>("vswitch").filter((one) => one.vpcId === VPC3_ID);

  it("deletes it once the VPC is detached, and no other", async () => {
    const rig = await rigs.at("tutorial-b", options);
    await rig.run({ only });
    const undone = await rig.run({ way: "undo", only });
    expect(compareWithPlan(undone.plan, undone.sent)).toEqual(nothing);
    expect(planned(undone, "attach/vpc3").words).toContain("(192.168.1.0/24) in ap-southeast-1b of vpc3");
    expect(inVpc3(rig).map(({ id }) => id)).toEqual([first]);
    expect((await rig.run({ way: "undo", only })).sent).toEqual([]);
  });

  it("leaves it, and says so, where somebody has put an instance in it", async () => {
    const rig = await rigs.at("tutorial-b", options);
    await rig.run({ only });
    const { world } = rig.cloud;
    const made = inVpc3(rig).find(({ id }) => id !== first)?.id ?? "";
    const [instance] = world.all<Instance>("instance").filter((one) => one.vSwitchId === first);
    if (instance) world.put("instance", { ...instance, id: "i-by-hand", vSwitchId: made } satisfies Instance);
    const undone = await rig.run({ way: "undo", only });
    expect(undone.sent.map(({ action }) => action)).not.toContain("DeleteVSwitch");
    expect(endOf(undone, "attach/vpc3").words).toContain(`${made} (192.168.1.0/24) stays`);
    expect(endOf(undone, "grant/vpc3").is).not.toBe("stays");
  });
});

describe("fewer zones than two", () => {
  it("are one with --one-zone where there is one, and still two where there are two", async () => {
    const alone = await rigs.at("tutorial-b", { build: keepVSwitches(second), goal: { oneZone: true } });
    await alone.run({ only });
    expect(zonesOf(alone, VPC3_ID)).toEqual([`ap-southeast-1b ${second}`]);
    const both = await rigs.at("tutorial-b", { goal: { oneZone: true } });
    await both.run({ only });
    expect(zonesOf(both, VPC3_ID)).toHaveLength(2);
  });
  it("in a zone without transit routers alone stop the run, --one-zone or not", async () => {
    const build = (world: World) => {
      keepVSwitches()(world);
      const zoneC = { tail: "t4nzonec3h3j0s6u2z7g4", vpcTail: VPC3.tail, name: "c", zoneId: "ap-southeast-1c" };
      putVSwitch(world, { ...zoneC, cidrBlock: "192.168.0.0/24" });
    };
    const ran = await (await rigs.at("tutorial-b", { build, goal: { oneZone: true } })).run({ only });
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
    const rig = await rigs.at("tutorial-b", { build, text });
    const ran = await rig.run({ only });
    expect(endOf(ran, "attach/vpc3").is).toBe("done");
    expect(zonesOf(rig, VPC3_ID)).toEqual([`cn-nanjing-a ${first}`]);
  });
});
