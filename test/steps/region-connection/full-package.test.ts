import { describe, expect, it, onTestFinished } from "vitest";
import type { Goal } from "../../../src/network/network.ts";
import { type Moment, openAt, openRig, type Rig } from "../../support/rig.ts";
import { exampleBut, planned } from "../enterprise.ts";
import { compareWithPlan } from "../planned-calls.ts";
import { connections, nothing, only } from "./peers.ts";

const raised = "region-connection/ccn/silicon-valley";
const line = (name: string, mbps: number) => `{ between: [${name}], bandwidthMbps: ${mbps} }`;

// SetCenInterRegionBandwidthLimit between routers of Basic Edition, UpdateTransitRouterPeerAttachmentAttribute else.
describe.each(["tutorial-a", "tutorial-a-today"])(
  "%s: more for one and less for another, of a full package",
  (name) => {
    const text = exampleBut(
      name,
      [line("hangzhou, silicon-valley", 5), line("hangzhou, silicon-valley", 3)],
      [line("ccn, silicon-valley", 5), line("ccn, silicon-valley", 7)],
    );
    let finished: Promise<Moment> | undefined;

    async function finish(): Promise<Moment> {
      const rig = await openRig({ scenario: name, wire: "none" });
      await rig.run({ only });
      const moment = await rig.moment();
      await rig.close();
      return moment;
    }

    async function changed(goal: Partial<Goal>): Promise<Rig> {
      finished ??= finish();
      const rig = await openAt(await finished, { text, goal, wire: "none" });
      onTestFinished(() => rig.close());
      return rig;
    }

    it("is lowered first, then raised", async () => {
      const rig = await changed({ allowLower: true });
      const ran = await rig.run({ only: connections });
      expect(ran.sent.map(({ params }) => params.Bandwidth ?? params.BandwidthLimit)).toEqual([3, 7]);
      expect(ran.calls.filter((call) => call.kind === "write" && !call.committed)).toEqual([]);
      expect(compareWithPlan(ran.plan, ran.sent)).toEqual(nothing);
      expect((await rig.run({ only: connections })).sent).toEqual([]);
    });

    it("is refused without --allow-lower", async () => {
      const ran = await (await changed({})).run({ only: connections });
      expect(planned(ran, raised).words).toContain("asks for 7 Mbit/s");
      expect(ran.sent).toEqual([]);
    });

    it("is not raised alone: what is to be lowered comes first", async () => {
      const ran = await (await changed({ allowLower: true })).run({ only: (one) => one === raised });
      expect(ran.ends.get(raised)).toEqual({ is: "held-up", by: "region-connection/hangzhou/silicon-valley" });
      expect(ran.sent).toEqual([]);
    });
  },
);
