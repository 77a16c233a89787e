import { afterEach, describe, expect, it } from "vitest";
import { createMemoryStore } from "../../../src/state/memory-store.ts";
import { endOf, ofSteps, writesIn } from "../enterprise.ts";
import { compareWithPlan } from "../planned-calls.ts";
import { Rigs } from "../rigs.ts";
import { attachmentOf, nothing, only, VPC3_ID } from "./vpc3.ts";

const rigs = new Rigs();
afterEach(() => rigs.close());

describe("undo", () => {
  it("takes away what sagctl attached, waits until it is gone, and only then revokes the grant", async () => {
    const rig = await rigs.at("tutorial-b");
    await rig.run({ only });
    const undone = await rig.run({ way: "undo", only });
    expect(writesIn(undone)).toEqual(["DeleteTransitRouterVpcAttachment", "RevokeInstanceFromTransitRouter"]);
    expect(compareWithPlan(undone.plan, undone.sent)).toEqual(nothing);
    expect([attachmentOf(rig, VPC3_ID), rig.cloud.world.all("vpc-grant")]).toEqual([undefined, []]);
    expect(rig.cloud.world.all("tr-attachment")).toHaveLength(2);
    expect(endOf(undone, "attach/vpc1").words).toContain("was attached before sagctl");
  });

  it("knows its own attachment by its mark when the diary is lost", async () => {
    const rig = await rigs.at("tutorial-b");
    await rig.run({ only });
    const undone = await rig.run({ way: "undo", only: ofSteps("attach"), store: createMemoryStore() });
    expect(writesIn(undone)).toEqual(["DeleteTransitRouterVpcAttachment"]);
  });
});
