import { afterEach, describe, expect, it } from "vitest";
import type { ApiCall, Outcome } from "../../src/api/call.ts";
import type { FaultName } from "../../src/simulator/faults/fault.ts";
import { openRig, type Rig } from "../support/rig.ts";

const wires = ["loopback", "none"] as const;
const rigs: Rig[] = [];

async function open(wire: (typeof wires)[number]): Promise<Rig> {
  const rig = await openRig({ scenario: "tutorial-a", wire });
  rigs.push(rig);
  return rig;
}

afterEach(async () => {
  for (const rig of rigs.splice(0)) await rig.close();
});

/** What pop-core and sagctl make of an answer that a fault meets; request ids apart, which are drawn. */
async function outcomeOf(wire: (typeof wires)[number], what: FaultName): Promise<object> {
  const rig = await open(wire);
  rig.cloud.faults.add({ what, when: { action: "CreateCen" } });
  const params = { Name: "cen of a test", ClientToken: "token-1" };
  const call: ApiCall = {
    product: "Cbn",
    action: "CreateCen",
    account: rig.network.hub,
    region: "cn-hangzhou",
    params,
  };
  const outcome: Outcome = await rig.inWorld((world) => world.cloud.send(call));
  const committed = rig.cloud.calls().map((entry) => [entry.action, entry.code, entry.committed]);
  return { outcome, committed, at: rig.cloud.now() };
}

describe("the cloud without a socket", () => {
  it("is called, and stands in the end, as over loopback", async () => {
    const [there, here] = await Promise.all(
      wires.map(async (wire) => {
        const rig = await open(wire);
        const { calls, sent, ends } = await rig.run();
        const written = sent.map((call) => call.action);
        const asked = calls.map((call) => `${call.at} ${call.kind} ${call.action} ${call.code}`);
        return { written, asked: asked.sort(), ends: [...ends], world: await rig.settled() };
      }),
    );
    expect(here).toEqual(there);
    expect(here?.written).toContain("CreateSmartAccessGateway");
  });

  const faults: readonly FaultName[] = [
    "refuse",
    "throttle",
    "expired-token",
    "500-after-commit",
    "reset-before-commit",
    "reset-after-commit",
    "late-commit",
    "late-answer",
    "truncated-body",
    "html-body",
    "empty-body",
  ];

  it.each(faults)("a call that meets %s ends as over loopback", async (what) => {
    expect(await outcomeOf("none", what)).toEqual(await outcomeOf("loopback", what));
  });

  it("a forged signature is refused there too", async () => {
    const rig = await open("none");
    const [key] = rig.cloud.world.state.accounts[0]?.keys ?? [];
    if (!key) throw new Error("the scenario has no key");
    const call: ApiCall = {
      product: "Cbn",
      action: "DescribeCens",
      account: rig.network.hub,
      region: "cn-hangzhou",
      params: {},
    };
    const outcome = await rig.inWorld((world) => {
      key.secret = "another";
      return world.cloud.send(call);
    });
    expect(outcome).toMatchObject({ is: "refused", error: { code: "SignatureDoesNotMatch" } });
  });
});
