import { afterEach, describe, expect, it } from "vitest";
import type { ApiCall } from "../../../src/api/call.ts";
import type { CenGrant } from "../../../src/simulator/cbn/things.ts";
import { plain } from "../../../src/text.ts";
import type { Rig, RunOptions } from "../../support/rig.ts";
import { endOf, planned, writesIn } from "../enterprise.ts";
import { Rigs } from "../rigs.ts";
import { attachmentOf, only, onlyHub, VPC3_ID } from "./vpc3.ts";

const rigs = new Rigs();
afterEach(() => rigs.close());

const grantsIn = ({ cloud }: Rig) => cloud.world.all<CenGrant>("vpc-grant").map(({ cenId }) => cenId);

/** B takes the grant back just before A's call leaves. */
const revokedBefore =
  (rig: Rig, action: string): NonNullable<RunOptions["around"]> =>
  (world) => ({
    ...onlyHub(world),
    cloud: {
      ...world.cloud,
      serverNow: () => world.cloud.serverNow(),
      send: (call: ApiCall) => {
        const [grant] = rig.cloud.world.all<CenGrant>("vpc-grant");
        if (call.action === action && grant) rig.cloud.world.remove("vpc-grant", grant.id);
        return world.cloud.send(call);
      },
    },
  });

describe("a grant", () => {
  it("of the VPC to another CEN is not ours: the right one is made beside it", async () => {
    const rig = await rigs.at("tutorial-b");
    await rig.run({ only: (key) => key === "cen/CEN1" || key.startsWith("grant/") });
    const [grant] = rig.cloud.world.all<CenGrant>("vpc-grant");
    if (!grant) throw new Error("nothing has been granted");
    rig.cloud.world.remove("vpc-grant", grant.id);
    rig.cloud.world.put("vpc-grant", { ...grant, id: `${grant.id}-other`, cenId: "cen-of0somebody4else7k2m" });
    const ran = await rig.run({ only });
    expect(writesIn(ran)).toContain("GrantInstanceToTransitRouter");
    expect(grantsIn(rig)).toEqual(["cen-of0somebody4else7k2m", grant.cenId]);
    expect(attachmentOf(rig, VPC3_ID)?.status).toBe("Attached");
  });

  it("to a wrong account is named as soon as the right one is to be made beside it", async () => {
    const rig = await rigs.at("tutorial-b");
    await rig.run({ only: (key) => key.startsWith("grant/") });
    const [grant] = rig.cloud.world.all<CenGrant>("vpc-grant");
    if (!grant) throw new Error("nothing has been granted");
    rig.cloud.world.remove("vpc-grant", grant.id);
    const wrong = { ...grant, id: `${grant.id}-wrong`, cenUid: "9000000000000009" } satisfies CenGrant;
    rig.cloud.world.put("vpc-grant", wrong);
    expect(planned({ plan: await rig.plan() }, "grant/vpc3").words).toContain(
      "vpc3 is granted to account 9000000000000009 too, which does not own the CEN",
    );
  });

  it("across sites is taken, and the attachment is not: the plan says so before, and the run why", async () => {
    const rig = await rigs.at("tutorial-b");
    const [, shop] = rig.cloud.world.state.accounts;
    if (!shop) throw new Error("there is no second account");
    shop.site = "international";
    const ran = await rig.run({ only });
    const granting = ran.plan.rows.find((row) => row.item === "grant/vpc3")?.verdict;
    const notes = granting?.is === "changes" ? granting.notes?.map(plain) : [];
    expect(notes).toEqual([expect.stringContaining("Both accounts must be of one site")]);
    expect(endOf(ran, "attach/vpc3")).toMatchObject({ is: "failed" });
    expect(endOf(ran, "attach/vpc3").words).toContain("different sites (China, international)");
    expect([attachmentOf(rig, VPC3_ID), rig.cloud.ledger()]).toEqual([undefined, []]);
  });

  it("that is taken back midway is told as the cloud's refusal, with who has to grant; then it goes on", async () => {
    const rig = await rigs.at("tutorial-b");
    await rig.run({ only: (key) => key.startsWith("grant/") });
    const ran = await rig.run({ only, around: revokedBefore(rig, "CreateTransitRouterVpcAttachment") });
    expect(endOf(ran, "attach/vpc3")).toMatchObject({ is: "failed" });
    expect(endOf(ran, "attach/vpc3").words).toContain("has not granted it to this CEN and its owner: sagctl grant");
    expect([grantsIn(rig), attachmentOf(rig, VPC3_ID)]).toEqual([[], undefined]);
    const again = await rig.run({ only });
    expect(writesIn(again)).toEqual(expect.arrayContaining(["GrantInstanceToTransitRouter"]));
    expect(attachmentOf(rig, VPC3_ID)?.status).toBe("Attached");
  });
});
