import { afterEach, describe, expect, it } from "vitest";
import { deleteVpcAttachment } from "../../../src/api/vpc-attachments.ts";
import type { VpcRouterAttachment } from "../../../src/simulator/cbn/things.ts";
import { ATTACHMENTS, connectToSingapore } from "../../../src/simulator/scenarios/connect-to-singapore.ts";
import { VPC3 } from "../../../src/simulator/scenarios/put-three-vpcs.ts";
import { SINGAPORE_ROUTER } from "../../../src/simulator/scenarios/put-transit-router.ts";
import { createMemoryStore } from "../../../src/state/memory-store.ts";
import { doByHand } from "../by-hand.ts";
import { endOf, ofSteps, planned, readsIn, writesIn } from "../enterprise.ts";
import { compareWithPlan } from "../planned-calls.ts";
import { Rigs } from "../rigs.ts";
import { attachmentOf, first, nothing, only, second, VPC3_ID, zonesOf } from "./vpc3.ts";

const rigs = new Rigs();
afterEach(() => rigs.close());

describe("the VPC of another account", () => {
  it("is attached by two writes, through two zones, under its name, at the cost of whom the grant names", async () => {
    const rig = await rigs.at("tutorial-b");
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
  it("is not the account's first one where others are on a router of another region", async () => {
    const role = "makes the role AliyunServiceRoleForCEN";
    const far = await (await rigs.at("tutorial-b-cross-region")).run({ only });
    expect(planned(far, "attach/vpc3").words).not.toContain(role);
    const today = await (await rigs.at("tutorial-a-today")).plan();
    expect(planned({ plan: today }, "attach/hangzhou").words).toContain(role);
  });
  it("is a purchase: without consent nothing is attached", async () => {
    const rig = await rigs.at("tutorial-b");
    const ran = await rig.run({ only, approve: (slot) => slot !== "attach/vpc3#attach" });
    expect(endOf(ran, "attach/vpc3").is).toBe("declined");
    expect(attachmentOf(rig, VPC3_ID)).toBeUndefined();
  });
  it("needs nothing the second time, with its diary or without, and is not asked for zones and vSwitches", async () => {
    const rig = await rigs.at("tutorial-b");
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
});

describe("the VPC of another account, disturbed", () => {
  it("is attached once, whatever write a crash comes behind", async () => {
    const { boundaries } = await (await rigs.at("tutorial-b")).run({ only });
    for (const [index, boundary] of boundaries.entries()) {
      const rig = await rigs.at("tutorial-b");
      expect((await rig.run({ only, dieAt: index + 1 })).died).toBe(true);
      const ran = await rig.run({ only });
      expect(endOf(ran, "attach/vpc3").is, JSON.stringify(boundary)).toBe("done");
      expect(rig.cloud.world.all("tr-attachment"), JSON.stringify(boundary)).toHaveLength(3);
      await rigs.closeLast();
    }
    expect(boundaries.length).toBeGreaterThan(6);
  });
  it("that somebody takes off the router is attached again", async () => {
    const rig = await rigs.at("tutorial-b");
    await rig.run({ only });
    const attachment = attachmentOf(rig, VPC3_ID)?.id ?? "";
    await doByHand(rig, [deleteVpcAttachment({ account: "hub", router: SINGAPORE_ROUTER, attachment, vpc: VPC3_ID })]);
    expect(attachmentOf(rig, VPC3_ID)).toBeUndefined();
    expect(writesIn(await rig.run({ only }))).toEqual(["CreateTransitRouterVpcAttachment"]);
    expect((await rig.run({ only })).sent).toEqual([]);
  });
  it("that somebody has attached in the console, by another name and zone, is that one", async () => {
    const rig = await rigs.at("tutorial-b", {
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
