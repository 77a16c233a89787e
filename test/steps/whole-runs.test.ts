import fc from "fast-check";
import { afterEach, describe, expect, it } from "vitest";
import type { ItemKey } from "../../src/keys.ts";
import { createMemoryStore } from "../../src/state/memory-store.ts";
import { type NormalWorld, ordersOf } from "../support/normalise.ts";
import { resume } from "../support/resume.ts";
import { type Moment, openAt, openRig, type Ran, type Rig } from "../support/rig.ts";
import { type Tutorial, tutorials } from "../support/worlds.ts";
import { compareWithPlan } from "./planned-calls.ts";

/** All half-built worlds, or the part that CI has time for. */
const everyNth = process.env.SAGCTL_FULL ? 1 : 12;
/** D + E and more: no call is under way any more, and the cloud's work is over. */
const REST_MS = 30 * 60_000;
const nothing = { plannedOnly: [], sentOnly: [] };
const open: Rig[] = [];

afterEach(async () => {
  for (const rig of open.splice(0)) await rig.close();
});

async function kept(rig: Promise<Rig>): Promise<Rig> {
  open.push(await rig);
  return rig;
}

function notDone(ran: Ran): readonly string[] {
  const passed = ["done", "not-needed"];
  return [...ran.ends].filter(([, end]) => !passed.includes(end.is)).map(([key, end]) => `${key} ${end.is}`);
}

function someOf(moments: readonly Moment[], offset: number): readonly (readonly [number, Moment])[] {
  return [...moments.entries()].filter(([index]) => index % everyNth === offset % everyNth);
}

/** The world at every boundary of an undisturbed run, and where it leads. */
async function halfBuilt(scenario: Tutorial): Promise<{ moments: readonly Moment[]; wanted: NormalWorld }> {
  const rig = await kept(openRig({ scenario }));
  const moments: Moment[] = [];
  await rig.run({ reached: async () => void moments.push(await rig.moment()) });
  return { moments, wanted: await rig.settled() };
}

describe.each(tutorials)("%s", (scenario) => {
  it("converges, and then a second run sends no write, with its diary and without", async () => {
    const rig = await kept(openRig({ scenario }));
    expect(notDone(await rig.run())).toEqual([]);
    for (const store of [undefined, createMemoryStore()]) {
      const again = await rig.run(store ? { store } : {});
      expect(again.sent).toEqual([]);
      expect(notDone(again)).toEqual([]);
    }
  });

  it("goes on from every half-built world to the same world, whatever is still under way there", async () => {
    const { moments, wanted } = await halfBuilt(scenario);
    for (const [index, moment] of someOf(moments, 4)) {
      const rig = await kept(openAt(moment));
      const { ran } = await resume(rig);
      expect({ index, sentOnly: compareWithPlan(ran.plan, ran.sent).sentOnly }).toEqual({ index, sentOnly: [] });
      expect({ index, not: notDone(ran) }).toEqual({ index, not: [] });
      expect({ index, ...(await rig.settled()) }).toEqual({ index, ...wanted });
      await open.pop()?.close();
    }
  }, 300_000);

  it("sends from every half-built world at rest exactly what the plan there lists", async () => {
    const { moments, wanted } = await halfBuilt(scenario);
    for (const [index, moment] of someOf(moments, 2)) {
      const rig = await kept(openAt(moment));
      await rig.cloud.advanceTo(rig.cloud.now() + REST_MS);
      const { ran } = await resume(rig);
      expect({ index, ...compareWithPlan(ran.plan, ran.sent) }).toEqual({ index, ...nothing });
      expect({ index, ...(await rig.settled()) }).toEqual({ index, ...wanted });
      await open.pop()?.close();
    }
  }, 300_000);

  it("goes on from every half-built world at rest when the diary is lost", async () => {
    const { moments, wanted } = await halfBuilt(scenario);
    for (const [index, moment] of someOf(moments, 2)) {
      const rig = await kept(openAt(moment, { store: createMemoryStore() }));
      await rig.cloud.advanceTo(rig.cloud.now() + REST_MS);
      const ran = await rig.run();
      expect({ index, ...compareWithPlan(ran.plan, ran.sent) }).toEqual({ index, ...nothing });
      expect({ index, ...(await rig.settled()) }).toEqual({ index, ...wanted });
      await open.pop()?.close();
    }
  }, 300_000);
});

describe.each(tutorials)("%s, there and back", (scenario) => {
  it("is undone as its plan says, and equal when it is run again", async () => {
    const rig = await kept(openRig({ scenario }));
    const first = await rig.settled();
    await rig.run();
    const { things, orders } = await rig.settled();
    const undone = await rig.run({ way: "undo" });
    expect(compareWithPlan(undone.plan, undone.sent)).toEqual(nothing);
    const after = await rig.settled();
    for (const kind of ["cen", "ccn", "cen-package", "cen-connection", "security-group"]) {
      expect({ kind, all: after.things[kind] }).toEqual({ kind, all: first.things[kind] });
    }
    expect((await rig.run({ way: "undo" })).sent).toEqual([]);
    expect(notDone(await rig.run())).toEqual([]);
    const again = await rig.settled();
    expect(again.things).toEqual(things);
    expect(ordersOf(rig.cloud.world.state).CreateSmartAccessGateway).toBe(1);
    expect(Object.keys(again.orders)).toEqual(Object.keys(orders));
  });
});

it("sends what the plan lists from worlds in which any part was made first", async () => {
  const start = await kept(openRig({ scenario: "tutorial-a-empty" }));
  const keys = start.nodes.map((node) => node.key);
  const moment = await start.moment();
  const subsets = fc.sample(fc.subarray<ItemKey>(keys), { numRuns: process.env.SAGCTL_FULL ? 100 : 8, seed: 2 });
  for (const subset of subsets) {
    const rig = await kept(openAt(moment));
    await rig.run({ only: (key) => subset.includes(key) });
    const ran = await rig.run();
    expect({ subset, ...compareWithPlan(ran.plan, ran.sent) }).toEqual({ subset, ...nothing });
    expect({ subset, not: notDone(ran) }).toEqual({ subset, not: [] });
    await open.pop()?.close();
  }
}, 300_000);
