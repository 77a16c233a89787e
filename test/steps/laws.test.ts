import { afterEach, beforeAll, describe, expect, it } from "vitest";
import type { Params } from "../../src/api/call.ts";
import { holdsLater } from "../../src/engine/call-hash.ts";
import type { End } from "../../src/engine/events.ts";
import { pruneForRun } from "../../src/engine/graph.ts";
import { preview } from "../../src/engine/preview.ts";
import { type StepName, stepOf } from "../../src/keys.ts";
import { createMemoryStore } from "../../src/state/memory-store.ts";
import { stepList } from "../../src/steps/index.ts";
import type { Boundary } from "../support/crash.ts";
import { resume } from "../support/resume.ts";
import { type Moment, openAt, type Ran, type Rig } from "../support/rig.ts";
import type { TodaysTutorial, Tutorial } from "../support/worlds.ts";
import { compareWithPlan } from "./planned-calls.ts";
import { Rigs } from "./rigs.ts";
import { ofStep, type StepMoments, stepMoments } from "./step-moments.ts";

type Stage = readonly [StepName, Tutorial | TodaysTutorial];

/** Steps that do something else, or something at all, where VPCs join transit routers and lie in two accounts. */
const today: Readonly<Record<StepName, readonly TodaysTutorial[]>> = {
  "transit-router": ["tutorial-a-today-empty"],
  grant: ["tutorial-b-cross-region"],
  attach: ["tutorial-b-cross-region"],
  "route-tables": ["tutorial-b-cross-region", "tutorial-b-isolated"],
  "vpc-routes": ["tutorial-b-cross-region"],
  "bandwidth-package": ["tutorial-b-cross-region"],
  "region-connection": ["tutorial-b-cross-region"],
  "security-group": ["tutorial-b-cross-region"],
  ping: ["tutorial-b-cross-region"],
};
const stages: readonly Stage[] = stepList.flatMap(({ name }) => {
  const scenarios: Stage[1][] = name === "grant" ? [] : ["tutorial-a-empty"];
  return [...scenarios, ...(today[name] ?? [])].map((scenario) => [name, scenario] as const);
});

const moments = new Map<string, ReadonlyMap<StepName, StepMoments>>();
const rigs = new Rigs();

beforeAll(async () => {
  moments.set("tutorial-a-empty", await stepMoments("tutorial-a-empty"));
  moments.set("tutorial-b-cross-region", await stepMoments("tutorial-b-cross-region"));
  moments.set("tutorial-b-isolated", await stepMoments("tutorial-b-isolated", "route-tables"));
  moments.set("tutorial-a-today-empty", await stepMoments("tutorial-a-today-empty", "transit-router"));
}, 120_000);

afterEach(() => rigs.close());

function at(moment: Moment): Promise<Rig> {
  return rigs.keep(openAt(moment, { wire: "none" }));
}

function momentsOf(name: StepName, scenario: string): StepMoments {
  const known = moments.get(scenario)?.get(name);
  if (!known) throw new Error(`no moments of ${name} in ${scenario}`);
  return known;
}

function endsOf(ran: Ran, name: StepName): readonly End["is"][] {
  return [...ran.ends].filter(([key]) => stepOf(key) === name).map(([, end]) => end.is);
}

function isWrite(call: { readonly kind: string }): boolean {
  return call.kind !== "read";
}

describe.each(stages)("%s in %s", (name, scenario) => {
  const only = ofStep(name);

  it("1 converges from the state the tutorial is in before it", async () => {
    const rig = await at(momentsOf(name, scenario).before);
    const ran = await rig.run({ only });
    expect(endsOf(ran, name).length).toBeGreaterThan(0);
    for (const end of endsOf(ran, name)) expect(["done", "not-needed"]).toContain(end);
    // Where a step is looked at for what the legacy cloud has not, there is something to do.
    const isIdle = scenario === "tutorial-a-empty" || name === "ping";
    if (!isIdle) expect(ran.sent.length).toBeGreaterThan(0);
  });

  it("2 sends no write when it is run a second time, nor with an empty diary", async () => {
    const rig = await at(momentsOf(name, scenario).after);
    expect((await rig.run({ only })).sent).toEqual([]);
    expect((await rig.run({ only, store: createMemoryStore() })).sent).toEqual([]);
  });

  it("4 is previewed by exactly the calls that are then sent", async () => {
    const rig = await at(momentsOf(name, scenario).before);
    const ran = await rig.run({ only });
    expect(compareWithPlan(ran.plan, ran.sent)).toEqual({ plannedOnly: [], sentOnly: [] });
  });

  it.each(["before", "after"] as const)("5 only reads while it looks, %s it is done", async (when) => {
    const rig = await at(momentsOf(name, scenario)[when]);
    const items = new Set(rig.nodes.map((node) => node.key).filter(only));
    await rig.inWorld((world) => preview(pruneForRun(rig.nodes, items), world, "do"));
    await rig.inWorld((world) => preview(rig.nodes, world, "undo"));
    expect(rig.cloud.calls().length).toBeGreaterThan(0);
    expect(rig.cloud.calls().filter(isWrite)).toEqual([]);
  });

  it("9 knows every id once it is done", async () => {
    const rig = await at(momentsOf(name, scenario).before);
    const { facts, ends } = await rig.run({ only });
    for (const [key, end] of ends) if (end.is === "done") expect(holdsLater(facts.get(key) as Params), key).toBe(false);
  });
});

describe.each(stages)("%s in %s, disturbed", (name, scenario) => {
  const only = ofStep(name);

  it("3 resumes to the same world from a crash at any moment, and never orders twice", {
    timeout: 240_000,
  }, async () => {
    const { before } = momentsOf(name, scenario);
    const sound = await at(before);
    const { boundaries } = await sound.run({ only });
    const wanted = await sound.settled();
    for (const [index, boundary] of boundaries.entries()) {
      const rig = await at(before);
      expect((await rig.run({ only, dieAt: index + 1 })).died).toBe(true);
      const { inBalance } = await resume(rig, { only });
      const where = JSON.stringify({ boundary, inBalance });
      expect(inBalance, where).toEqual(isPaidFor(boundary) ? [expect.stringMatching(/^sagctl-[0-9a-f]{12}-g1$/)] : []);
      expect(await rig.settled(), where).toEqual(wanted);
      await rigs.closeLast();
    }
  });

  it("6 is equal again when it is undone and run again", async () => {
    const rig = await at(momentsOf(name, scenario).after);
    const wanted = await rig.settled();
    const undone = await rig.run({ way: "undo", only });
    for (const end of endsOf(undone, name)) expect(["done", "not-needed", "stays"]).toContain(end);
    expect(compareWithPlan(undone.plan, undone.sent)).toEqual({ plannedOnly: [], sentOnly: [] });
    await rig.run({ only });
    const { things, locks } = await rig.settled();
    expect({ things, locks }).toEqual({ things: wanted.things, locks: wanted.locks });
  });
});

/** The one moment after which nobody can tell: the intent of the gateway's purchase is written, and the order is not sent. */
function isPaidFor({ at, what, state }: Boundary): boolean {
  return at === "after-keep" && state === "sending" && what === "purchase/beijing#buy";
}
