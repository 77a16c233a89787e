import { afterEach, describe, expect, it } from "vitest";
import { endOf, exampleBut, ofSteps, planned, writesIn } from "../enterprise.ts";
import { compareWithPlan } from "../planned-calls.ts";
import { Rigs } from "../rigs.ts";
import { attachmentOf, nothing, only, onlyShop, VPC3_ID } from "./vpc3.ts";

const rigs = new Rigs();
afterEach(() => rigs.close());

describe("who pays", () => {
  const theirs = exampleBut("tutorial-b", ["payer: cen-owner", "payer: resource-owner"]);

  it("is whom the grant names", async () => {
    const rig = await rigs.at("tutorial-b", { text: theirs });
    const ran = await rig.run({ only });
    expect(endOf(ran, "attach/vpc3").is).toBe("done");
    expect(attachmentOf(rig, VPC3_ID)?.orderType).toBe("PayByResourceOwner");
    expect(planned(ran, "attach/vpc3").words).toContain("shop pays");
  });

  it("is the VPC's owner once its service is open, which its own key sees to", async () => {
    const rig = await rigs.at("tutorial-b", { text: theirs });
    const ran = await rig.run({ only: ofSteps("transit-router", "grant"), around: onlyShop });
    expect(writesIn(ran)).toEqual(["OpenTransitRouterService", "GrantInstanceToTransitRouter"]);
    expect(ran.sent.map((call) => call.account)).toEqual(["shop", "shop"]);
  });

  it("is changed afterwards at the grant first, then at the attachment, with a warning and by consent", async () => {
    const before = await rigs.at("tutorial-b");
    await before.run({ only });
    const rig = await rigs.goOn(before, "tutorial-b", { text: theirs });
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
    const before = await rigs.at("tutorial-b", { text: theirs });
    await before.run({ only });
    const rig = await rigs.goOn(before, "tutorial-b");
    expect(writesIn(await rig.run({ only }))).toEqual([
      "ModifyGrantInstanceToTransitRouter",
      "UpdateTransitRouterVpcAttachmentAttribute",
    ]);
    expect(attachmentOf(rig, VPC3_ID)?.orderType).toBe("PayByCenOwner");
  });
});
