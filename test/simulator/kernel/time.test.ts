import { expect, test } from "vitest";
import { advance } from "../../../src/simulator/agenda.ts";
import { LivingWorld } from "../../../src/simulator/living-world.ts";
import { newWorldState } from "../../../src/simulator/new-world.ts";
import type { EventHandler } from "../../../src/simulator/world.ts";
import { createTinyCloud, tinyScenario } from "../wire/tiny-cloud.ts";

function createLoggingWorld(more: Record<string, EventHandler> = {}) {
  const log: string[] = [];
  const note: EventHandler = (world, { name }) => void log.push(`${name}@${world.now}`);
  const events = { note, ...more };
  return { log, world: new LivingWorld(newWorldState(tinyScenario(), { start: 0 }, events), events) };
}

test("what is due happens in the order of its time, ties in the order of scheduling", () => {
  const { world, log } = createLoggingWorld();
  world.schedule(30, "note", { name: "c" });
  world.schedule(10, "note", { name: "a" });
  world.schedule(10, "note", { name: "b" });
  world.schedule(99, "note", { name: "later" });
  advance(world, 50);
  expect(log).toEqual(["a@10", "b@10", "c@30"]);
  expect(world.now).toBe(50);
});

test("an event that brings about another within the time sees it happen too", () => {
  const { world, log } = createLoggingWorld({
    again: (inner) => inner.schedule(5, "note", { name: "child" }),
  });
  world.schedule(10, "again", {});
  advance(world, 15);
  expect(log).toEqual(["child@15"]);
});

test("time never goes back", () => {
  const { world } = createLoggingWorld();
  advance(world, 100);
  advance(world, 50);
  expect(world.now).toBe(100);
});

test("virtual time stands still by itself; real time runs with the machine's, times its factor", async () => {
  const still = createTinyCloud({ start: 0 });
  const running = createTinyCloud({ start: 0, realTime: { factor: 1_000_000 } });
  await expect.poll(() => running.now()).toBeGreaterThan(1_000_000);
  expect(still.now()).toBe(0);
});

test("in real time a jump is kept, and time runs on from there", async () => {
  const running = createTinyCloud({ start: 0, realTime: { factor: 100 } });
  await running.advanceTo(3_600_000);
  expect(running.now()).toBeGreaterThanOrEqual(3_600_000);
  await expect.poll(() => running.now()).toBeGreaterThan(3_605_000);
});
