import { afterEach, describe, expect, it } from "vitest";
import { VPC3 } from "../../../src/simulator/scenarios/put-three-vpcs.ts";
import { endOf, exampleBut, ofSteps, planned, readsIn, writesIn } from "../enterprise.ts";
import { Rigs } from "../rigs.ts";
import { first, keepVSwitches, only, onlyHub, onlyShop, VPC3_ID, zonesOf } from "./vpc3.ts";

const rigs = new Rigs();
afterEach(() => rigs.close());

describe("with the key of one account only", () => {
  it("the CEN's owner waits for the grant, and is told what the other types", async () => {
    const ran = await (await rigs.at("tutorial-b")).run({ only, around: onlyHub });
    expect(ran.sent).toEqual([]);
    expect(planned(ran, "attach/vpc3").is).toBe("blocked");
    const line = "sagctl grant --name vpc3 --network three-vpcs --marker b4d1f7093ac6";
    expect(planned(ran, "attach/vpc3").words).toContain(`${line} --vpc ${VPC3_ID}`);
    expect(endOf(ran, "attach/vpc1").is).toBe("done");
  });

  it("the CEN's owner attaches what has been granted, by what the grant shows", async () => {
    const rig = await rigs.at("tutorial-b");
    await rig.run({ only: ofSteps("grant") });
    const ran = await rig.run({ only, around: onlyHub });
    expect(writesIn(ran)).toEqual(["CreateTransitRouterVpcAttachment"]);
    expect(zonesOf(rig, VPC3_ID)).toHaveLength(2);
    expect(ran.calls.filter((call) => call.uid === VPC3.uid)).toEqual([]);
    expect(readsIn(ran)).toContain("ListGrantVSwitchesToCen");
  });

  it("the CEN's owner has to know the account id of the VPC's owner", async () => {
    const rig = await rigs.at("tutorial-b");
    await rig.run({ only: ofSteps("grant") });
    const text = exampleBut("tutorial-b", ['shop: { uid: "2000000000000002" }', "shop: {}"]);
    const ran = await (await rigs.goOn(rig, "tutorial-b", { text })).run({ only, around: onlyHub });
    expect(ran.sent).toEqual([]);
    expect(planned(ran, "attach/vpc3").words).toContain('accounts: {shop: {uid: "…"}}');
  });

  it("the VPC's owner sees nothing of the CEN, and says so", async () => {
    const ran = await (await rigs.at("tutorial-b")).run({ only: ofSteps("attach"), around: onlyShop });
    expect(ran.sent).toEqual([]);
    expect(endOf(ran, "attach/vpc3")).toMatchObject({
      is: "blocked",
      words: expect.stringContaining("not readable from here"),
    });
  });

  it("an attachment that the file names and that is not there is said", async () => {
    const named = "attachmentName: attach3\n    attachment: tr-attach-0000000000000000aa";
    const text = exampleBut("tutorial-b", ["attachmentName: attach3", named]);
    const ran = await (await rigs.at("tutorial-b", { text })).run({ only });
    expect(ran.sent).toEqual([]);
    expect(planned(ran, "attach/vpc3").words).toContain("has no attachment tr-attach-0000000000000000aa");
  });
});

describe("a zone that is lacking", () => {
  it.each([false, true])(
    "is told to the CEN's owner with who can make a vSwitch, and why no free block is named (--create-vswitch: %s)",
    async (createVSwitch) => {
      const rig = await rigs.at("tutorial-b", { build: keepVSwitches(first), goal: { createVSwitch } });
      await rig.run({ only: ofSteps("grant") });
      const ran = await rig.run({ only, around: onlyHub });
      expect(ran.sent).toEqual([]);
      const { words } = planned(ran, "attach/vpc3");
      expect(words).not.toContain("finds no free block");
      expect(words).toContain(
        "Whoever has the key of shop makes a vSwitch in ap-southeast-1b, in a part of 192.168.0.0/16",
      );
      expect(words).toContain("which parts are taken is not readable from here");
      expect(words).toContain("--create-vswitch makes it only in a run that has the key of shop too");
      expect(words).toContain("--one-zone attaches it through ap-southeast-1a alone");
    },
  );
});
