import { afterEach, describe, expect, it } from "vitest";
import type { Intent } from "../../src/state/store.ts";
import { ordersOf } from "../support/normalise.ts";
import { openRig, type Ran, type Rig } from "../support/rig.ts";

const HOUR_MS = 60 * 60_000;
const MINUTE_MS = 60_000;
/** D + E. */
const IN_THE_BALANCE_MS = 20 * MINUTE_MS;
const once = { CreateSmartAccessGateway: 1, CreateCenBandwidthPackage: 1 };

const actions: Readonly<Record<string, string>> = {
  "purchase/beijing#buy": "CreateSmartAccessGateway",
  "activate/beijing#activate": "ActivateSmartAccessGateway",
  "bandwidth-package/china-america#buy": "CreateCenBandwidthPackage",
};

let rig: Rig;
afterEach(() => rig.close());

async function openTutorial(): Promise<Rig> {
  rig = await openRig({ scenario: "tutorial-a" });
  return rig;
}

/** Ends that are none, by their key. */
function unfinished({ ends }: Ran): readonly unknown[] {
  return [...ends].filter(([, end]) => end.is !== "done" && end.is !== "not-needed");
}

async function intentOf(key: string): Promise<Intent | undefined> {
  const { intents } = JSON.parse((await rig.moment()).diary) as { intents: Record<string, Intent> };
  return intents[key];
}

describe.each([
  ["an hour ahead of", HOUR_MS],
  ["an hour behind", -HOUR_MS],
])("a machine's clock that is %s the service's", (_, clockOffMs) => {
  it("costs one refused look; every write is signed in time, and what is written down is the service's time", async () => {
    const { cloud } = await openTutorial();
    const began = cloud.now();
    const ran = await rig.run({ clockOffMs });
    expect(unfinished(ran)).toEqual([]);
    const refused = ran.calls.filter((call) => call.code !== "OK");
    expect(refused.map(({ kind, code }) => `${kind} ${code}`)).toEqual(["read InvalidTimeStamp.Expired"]);
    expect(ordersOf(cloud.world.state)).toEqual(once);
    const bought = (await intentOf("purchase/beijing#buy"))?.at ?? 0;
    expect(bought - began).toBeGreaterThanOrEqual(0);
    expect(bought - began).toBeLessThan(MINUTE_MS);
  });

  it("does not shorten or lengthen the time for which a purchase of another machine is in the balance", async () => {
    const { cloud } = await openTutorial();
    const only = (key: string) => key === "purchase/beijing";
    // Its intent is written, and nothing has been sent.
    const dead = await rig.run({ clockOffMs: -clockOffMs, only, dieAt: 2 });
    expect(dead.died).toBe(true);
    const { at = 0, state } = (await intentOf("purchase/beijing#buy")) ?? {};
    expect(state).toBe("sending");
    const again = await rig.run({ clockOffMs, only });
    expect(again.ends.get("purchase/beijing")?.is).toBe("unknown");
    expect(cloud.now() - at).toBeGreaterThanOrEqual(IN_THE_BALANCE_MS);
    expect(cloud.now() - at).toBeLessThan(IN_THE_BALANCE_MS + 2 * MINUTE_MS);
    expect(ordersOf(cloud.world.state)).toEqual({});
  });
});

/** The clock that all share jumps while the intent of a write is on disk and nothing has been sent. */
async function runWithJump(slot: string, jumpMs: number): Promise<Ran> {
  let jumped = false;
  return rig.run({
    reached: async ({ at, what, state }) => {
      if (jumped || at !== "after-keep" || what !== slot || state !== "sending") return;
      jumped = true;
      await rig.cloud.advanceTo(rig.cloud.now() + jumpMs);
    },
  });
}

describe.each(["purchase/beijing#buy", "activate/beijing#activate", "bandwidth-package/china-america#buy"])(
  "a served cloud's clock that another process moves on just before %s is sent",
  (slot) => {
    it("by more than a signature is taken for: the refusal tells the time, and the run goes on", async () => {
      const { cloud } = await openTutorial();
      const ran = await runWithJump(slot, 20 * MINUTE_MS);
      expect(unfinished(ran)).toEqual([]);
      const refused = ran.calls.filter((call) => call.kind === "write" && call.code !== "OK");
      expect(new Set(refused.map(({ code }) => code))).toEqual(new Set(["InvalidTimeStamp.Expired"]));
      expect(refused.some(({ action }) => action === actions[slot])).toBe(true);
      expect(cloud.now() - (ran.events.at(-1)?.at ?? 0)).toBeLessThan(MINUTE_MS);
      expect(ordersOf(cloud.world.state)).toEqual(once);
    });

    it("by more than the run would wait: at the latest the next run ends well, and nothing is made twice", async () => {
      const { cloud } = await openTutorial();
      await runWithJump(slot, 30 * HOUR_MS);
      const again = await rig.run();
      expect(unfinished(again)).toEqual([]);
      expect(ordersOf(cloud.world.state)).toEqual(once);
      const made = cloud.calls().filter((call) => call.committed && call.action === actions[slot]);
      expect(made).toHaveLength(1);
    });
  },
);
