import { afterEach, beforeAll, describe, expect, it } from "vitest";
import type { Params } from "../../src/api/call.ts";
import { holdsLater } from "../../src/engine/call-hash.ts";
import type { End } from "../../src/engine/events.ts";
import { pruneTo } from "../../src/engine/graph.ts";
import { preview } from "../../src/engine/preview.ts";
import { type StepName, stepOf } from "../../src/keys.ts";
import { createMemoryStore } from "../../src/state/memory-store.ts";
import { stepList } from "../../src/steps/index.ts";
import type { Boundary } from "../support/crash.ts";
import { resume } from "../support/resume.ts";
import { type Moment, openAt, type Ran, type Rig, type RigOptions } from "../support/rig.ts";
import { compareWithPlan } from "./planned-calls.ts";
import { ofStep, type StepMoments, stepMoments } from "./step-moments.ts";

let moments: ReadonlyMap<StepName, StepMoments>;
const open: Rig[] = [];

/** Steps that have nothing to do on a cloud of Basic Edition and one account. */
const ofToday: ReadonlySet<StepName> = new Set(["transit-router", "grant", "route-tables", "vpc-routes"]);

beforeAll(async () => {
  const legacy = await stepMoments("tutorial-a-empty");
  const today = await stepMoments("tutorial-b");
  moments = new Map([...legacy, ...[...today].filter(([name]) => ofToday.has(name))]);
});

afterEach(async () => {
  for (const rig of open.splice(0)) await rig.close();
});

async function at(moment: Moment, options?: Partial<RigOptions>): Promise<Rig> {
  const rig = await openAt(moment, options);
  open.push(rig);
  return rig;
}

function momentsOf(name: StepName): StepMoments {
  const known = moments.get(name);
  if (!known) throw new Error(`no moments of ${name}`);
  return known;
}

function endsOf(ran: Ran, name: StepName): readonly End["is"][] {
  return [...ran.ends].filter(([key]) => stepOf(key) === name).map(([, end]) => end.is);
}

function isWrite(call: { readonly kind: string }): boolean {
  return call.kind !== "read";
}

describe.each(stepList.map((entry) => entry.name))("%s", (name) => {
  const only = ofStep(name);

  it("1 converges from the state the tutorial is in before it", async () => {
    const rig = await at(momentsOf(name).before);
    const ran = await rig.run({ only });
    expect(endsOf(ran, name).length).toBeGreaterThan(0);
    for (const end of endsOf(ran, name)) expect(["done", "not-needed"]).toContain(end);
  });

  it("2 sends no write when it is run a second time, nor with an empty diary", async () => {
    const rig = await at(momentsOf(name).after);
    expect((await rig.run({ only })).sent).toEqual([]);
    expect((await rig.run({ only, store: createMemoryStore() })).sent).toEqual([]);
  });

  it("4 is previewed by exactly the calls that are then sent", async () => {
    const rig = await at(momentsOf(name).before);
    const ran = await rig.run({ only });
    expect(compareWithPlan(ran.plan, ran.sent)).toEqual({ plannedOnly: [], sentOnly: [] });
  });

  it.each(["before", "after"] as const)("5 only reads while it looks, %s it is done", async (when) => {
    const rig = await at(momentsOf(name)[when]);
    const items = new Set(rig.nodes.map((node) => node.key).filter(only));
    await rig.inWorld((world) => preview(pruneTo(rig.nodes, items), world, "do"));
    await rig.inWorld((world) => preview(rig.nodes, world, "undo"));
    expect(rig.cloud.calls().length).toBeGreaterThan(0);
    expect(rig.cloud.calls().filter(isWrite)).toEqual([]);
  });

  it("9 knows every id once it is done", async () => {
    const rig = await at(momentsOf(name).before);
    const { facts, ends } = await rig.run({ only });
    for (const [key, end] of ends) if (end.is === "done") expect(holdsLater(facts.get(key) as Params), key).toBe(false);
  });
});

describe.each(stepList.map((entry) => entry.name))("%s, disturbed", (name) => {
  const only = ofStep(name);

  it("3 resumes to the same world from a crash at any moment, and never orders twice", async () => {
    const { before } = momentsOf(name);
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
      await open.pop()?.close();
    }
  });

  it("6 is equal again when it is undone and run again", async () => {
    const rig = await at(momentsOf(name).after);
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
