import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { createMemoryStore } from "../../src/state/memory-store.ts";
import { stepList } from "../../src/steps/index.ts";
import { type Moment, openAt, openRig, type Rig } from "../support/rig.ts";
import { doByHand, handChanges, unchangeable } from "./by-hand.ts";
import { Rigs } from "./rigs.ts";
import { ofStep, stepMoments } from "./step-moments.ts";

let finished: Moment;
const rigs = new Rigs();

function at(moment: Moment): Promise<Rig> {
  return rigs.keep(openAt(moment));
}

beforeAll(async () => {
  const rig = await openRig({ scenario: "tutorial-a" });
  await rig.run();
  await rig.settled();
  finished = await rig.moment();
  await rig.close();
});

afterEach(() => rigs.close());

describe("law 7: a change made by hand is seen and mended", () => {
  it.each(handChanges)("$step: $what", async ({ writes, mendedBy, isBought }) => {
    const rig = await at(finished);
    const wanted = await rig.settled();
    const outcomes = await doByHand(rig, writes(rig));
    expect(new Set(outcomes)).toEqual(new Set(["answered"]));
    // An order that no list shows any more may be hidden: another one is a person's word.
    const buyAgain = isBought ? await wordFor(rig) : new Set<string>();
    const { sent } = await rig.run({ buyAgain });
    expect(sent.map((call) => call.action).sort()).toEqual(mendedBy);
    const { things } = await rig.settled();
    expect(wordless(things)).toEqual(wordless(wanted.things));
    expect((await rig.run()).sent).toEqual([]);
  });

  it("every step is changed by hand in one of these, by its own undo, or cannot be", async () => {
    const moments = await stepMoments("tutorial-a-empty");
    for (const { name } of stepList) {
      const byName = handChanges.some((one) => one.step === name);
      const rig = await at(moments.get(name)?.after ?? finished);
      const wanted = await rig.settled();
      const store = createMemoryStore((await rig.moment()).diary);
      const undone = await rig.run({ way: "undo", only: ofStep(name), store });
      const isChanged = byName || undone.sent.length > 0;
      expect({ name, isChanged }).toEqual({ name, isChanged: !(name in unchangeable) });
      await rig.run({ only: ofStep(name), store });
      expect({ name, ...(await rig.settled()).things }).toEqual({ name, ...wanted.things });
    }
  });
});

describe("what sagctl bought is known by its mark, whatever has become of name and diary", () => {
  it("a gateway that somebody has renamed", async () => {
    const rig = await at(finished);
    for (const gateway of rig.cloud.world.all("gateway")) rig.cloud.world.put("gateway", { ...gateway, name: "hq" });
    const { sent, ends } = await rig.run({ store: createMemoryStore() });
    expect(sent).toEqual([]);
    const others = [...ends.values()].filter((end) => end.is !== "not-needed").map((end) => end.is);
    expect(new Set(others)).toEqual(new Set(["done"]));
  });

  it("a package that somebody has taken off the CEN", async () => {
    const rig = await at(finished);
    const packaged = handChanges.find((one) => one.step === "bandwidth-package");
    await doByHand(rig, packaged?.writes(rig).slice(0, 3) ?? []);
    const { sent } = await rig.run({ store: createMemoryStore() });
    const [first, ...others] = sent.map((call) => call.action);
    expect(first).toBe("AssociateCenBandwidthPackage");
    expect(others).toEqual(["SetCenInterRegionBandwidthLimit", "SetCenInterRegionBandwidthLimit"]);
  });
});

/** Runs, and takes the mark that the run asks a word for; nothing else is bought meanwhile. */
async function wordFor(rig: Rig): Promise<ReadonlySet<string>> {
  const { sent, ends } = await rig.run();
  expect(sent).toEqual([]);
  const asked = [...ends.values()].flatMap((end) => (end.is === "unknown" ? [end.marker] : []));
  expect(asked).toHaveLength(1);
  return new Set(asked);
}

/** What was put in by hand beside ours stays: only the file's own blocks are asked about. */
function wordless(things: Readonly<Record<string, readonly string[]>>): Readonly<Record<string, readonly string[]>> {
  const gateways = things.gateway?.map((text) => text.replace('"192.168.77.0/24",', "")) ?? [];
  return { ...things, gateway: gateways };
}
