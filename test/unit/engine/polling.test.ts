import { describe, expect, it } from "vitest";
import type { Look } from "../../../src/engine/step.ts";
import { change, done, notNeeded, settling } from "../../../src/engine/verdicts.ts";
import { say } from "../../../src/text.ts";
import { toyStep } from "./toy-step.ts";
import { createToyWorld, listToys, makeToy, runToys, type ToySeen, type ToyWorld } from "./toy-world.ts";

/** Sees its toy in one list, and reads another one besides. */
function beside(rests: (toys: readonly ToySeen[]) => boolean) {
  return async (look: Look) => {
    const [toys] = await Promise.all([look.read(listToys()), look.readUntil(listToys("Cbn"), rests)]);
    return toys;
  };
}

describe("while the cloud works", () => {
  it("what is at rest is asked for once, and once more after the item's own write", async () => {
    const world = await createToyWorld();
    world.toys.settlesMs = 10_000;
    expect(await runToys(world, [toyStep("x/a", { observe: beside(() => true) })])).toEqual({ "x/a": "done" });
    expect(world.toys.reads()).toBeGreaterThan(8);
    expect(world.toys.reads("Cbn")).toBe(2);
  });

  it("what something is awaited in is asked for at every look", async () => {
    const world = await createToyWorld();
    world.toys.settlesMs = 10_000;
    await runToys(world, [toyStep("x/a", { observe: beside((toys) => toys.every((one) => one.ready)) })]);
    expect(world.toys.reads("Cbn")).toBe(world.toys.reads());
  });

  it("what is at rest is asked for again when a list is behind a write: that is not the cloud's work", async () => {
    const world = await createToyWorld();
    world.toys.lagMs = 60_000;
    const observe = (look: Look) => look.readUntil(listToys(), () => true);
    expect(await runToys(world, [toyStep("x/a", { observe })])).toEqual({ "x/a": "done" });
    expect(world.toys.writes()).toEqual(["Make a"]);
  });

  it("on what an earlier run has begun, what was read meanwhile is too old for those that come after it", async () => {
    const world = await createToyWorld();
    world.toys.toys.push({ name: "a", shownAt: 0, readyAt: world.clock.now() + 10_000 });
    const after = toyStep("y/b", {
      needs: ["x/a"],
      observe: (look) => look.read(listToys("Cbn")),
      judge: ([toy]) => (toy?.ready ? done(say`b`) : notNeeded(say`a is not ready`)),
    });
    expect(await runToys(world, [toyStep("x/a"), after])).toEqual({ "x/a": "done", "y/b": "done" });
  });

  it("each write is looked after as closely as the first: the pauses begin anew", async () => {
    const world = await createToyWorld();
    world.toys.settlesMs = 100_000;
    const make = (name: string) => ({
      slot: `make-${name}`,
      summary: say`make ${name}`,
      write: makeToy(name),
      risk: "none" as const,
    });
    const judge = (toys: readonly ToySeen[]) => {
      if (toys.some((one) => !one.ready)) return settling(say`them to be ready`, 10_000);
      const next = ["a", "b", "c", "d"].find((name) => !toys.some((one) => one.name === name));
      return next === undefined ? done(say`all`) : change(make(next), ...["b", "c", "d"].map(make));
    };
    await runToys(world, [toyStep("x/a", { judge })]);
    expect(world.toys.writes()).toHaveLength(4);
    expect(world.elapsed()).toBeGreaterThanOrEqual(400_000);
    expect(world.elapsed()).toBeLessThan(420_000);
  });
});

describe("while a list is behind", () => {
  it("what was read meanwhile is too old for those that come after it", async () => {
    const world = await createToyWorld();
    world.toys.lagMs = 30_000;
    const meanwhile = toyStep("z/c", {
      observe: (look) => look.read(listToys("Cbn")),
      judge: () => (world.elapsed() < 10_000 ? settling(say`time to pass`, 10_000) : done(say`c`)),
    });
    const after = toyStep("y/b", {
      needs: ["x/a"],
      observe: (look) => look.read(listToys("Cbn")),
      judge: ([toy]) => (toy ? done(say`b`) : notNeeded(say`a is not there`)),
    });
    expect(await runToys(world, [toyStep("x/a"), after, meanwhile])).toMatchObject({ "x/a": "done", "y/b": "done" });
  });
});

/** The second toy is made only when the cloud's work on the first is over. */
function expectMadeAfter({ toys }: ToyWorld, first: string, second: string): void {
  const [one, other] = [first, second].map((name) => toys.toys.find((toy) => toy.name === name));
  expect(other?.shownAt).toBeGreaterThanOrEqual(one?.readyAt ?? Number.POSITIVE_INFINITY);
}

describe("while the cloud works, a change that need not wait", () => {
  const make = (name: string, lock: string) => ({
    slot: `make-${name}`,
    summary: say`make ${name}`,
    write: makeToy(name, { locks: [lock] }),
    risk: "none" as const,
  });
  const changes = [make("a", "l"), make("b", "m")] as const;
  const judge = (toys: readonly ToySeen[]) => {
    const [next, ...then] = changes.filter(({ slot }) => !toys.some(({ name }) => slot === `make-${name}`));
    const isBusy = toys.some(({ ready, name }) => !ready && name !== "x");
    const locks = ["l", ...(next === undefined ? ["m"] : [])];
    if (isBusy) return { ...settling(say`a`, 10_000, locks, next ? [next] : []), ...(next ? { meanwhile: next } : {}) };
    return next ? change(next, ...then) : done(say`both`);
  };

  it("is sent at once if its locks are free", async () => {
    const world = await createToyWorld();
    world.toys.settlesMs = 10_000;
    expect(await runToys(world, [toyStep("x/a", { judge })])).toEqual({ "x/a": "done" });
    expect(world.toys.writes()).toEqual(["Make a", "Make b"]);
    expect(world.elapsed()).toBeLessThan(12_000);
  });

  it("waits while another item holds them", async () => {
    const world = await createToyWorld();
    world.toys.settlesMs = 10_000;
    const nodes = [toyStep("x/x", { locks: ["m"] }), toyStep("x/a", { judge })];
    expect(await runToys(world, nodes)).toEqual({ "x/x": "done", "x/a": "done" });
    expectMadeAfter(world, "x", "b");
  });

  it("is turned away as busy, and what the first one touches stays locked until its work is over", async () => {
    const world = await createToyWorld();
    world.toys.settlesMs = 10_000;
    const error = { code: "Toy.busy", message: "because", product: "Smartag", action: "Make", requestId: "E" } as const;
    world.toys.answers.push("answered", { is: "busy", error, afterMs: 2_000 });
    const nodes = [toyStep("x/a", { judge }), toyStep("x/x", { locks: ["l"] })];
    expect(await runToys(world, nodes)).toEqual({ "x/a": "done", "x/x": "done" });
    expectMadeAfter(world, "a", "x");
  });

  it("is not sent for an item that is only looked at", async () => {
    const world = await createToyWorld();
    world.toys.settlesMs = 10_000;
    world.toys.toys.push({ name: "a", shownAt: 0, readyAt: world.clock.now() + 5_000 });
    await runToys(world, [toyStep("x/a", { judge })], { targets: new Set() });
    expect(world.toys.writes()).toEqual([]);
  });
});
