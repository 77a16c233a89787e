import { expect, test } from "vitest";
import { advance } from "../../../src/simulator/agenda.ts";
import { LivingWorld } from "../../../src/simulator/living-world.ts";
import { newWorldState } from "../../../src/simulator/new-world.ts";
import { notePast } from "../../../src/simulator/read-lag.ts";
import { callCloud } from "../wire/call-cloud.ts";
import { createTinyCloud, hub, legacySwitches, tinyScenario } from "../wire/tiny-cloud.ts";

function createLaggingWorld(readLagMs: number) {
  const world = new LivingWorld(newWorldState(tinyScenario(), { start: 0, switches: { readLagMs } }, {}), {});
  const change = (at: number, work: () => void) => {
    advance(world, at);
    const before = structuredClone(world.state.things);
    work();
    notePast(world.state, before);
  };
  const listed = () => world.listed<{ id: string; uid: string; n: number }>("toy").map(({ id, n }) => `${id}${n}`);
  return { world, change, listed };
}

test("a list shows things as they were a lag ago: made, changed and removed", () => {
  const { world, change, listed } = createLaggingWorld(100);
  change(0, () => world.put("toy", { id: "a", uid: hub, n: 1 }));
  expect(listed()).toEqual([]);
  advance(world, 100);
  expect(listed()).toEqual(["a1"]);
  change(200, () => Object.assign(world.find("toy", "a") ?? {}, { n: 2 }));
  change(250, () => world.remove("toy", "a"));
  expect(listed()).toEqual(["a1"]);
  advance(world, 300);
  expect(listed()).toEqual(["a2"]);
  advance(world, 350);
  expect(listed()).toEqual([]);
});

test("without a lag a list shows what is", () => {
  const { world, change, listed } = createLaggingWorld(0);
  change(0, () => world.put("toy", { id: "a", uid: hub, n: 1 }));
  expect(listed()).toEqual(["a1"]);
});

test("lists of the cloud lag by the switch, after writes and after what happens by itself", async () => {
  const cloud = createTinyCloud({ switches: { ...legacySwitches, readLagMs: 60_000 } });
  const shown = async () => (await callCloud(cloud, "Cbn.DescribeCens")).body.Cens;
  await callCloud(cloud, "Cbn.CreateCen");
  expect(await shown()).toMatchObject({ Cen: [] });
  await cloud.advanceTo(cloud.now() + 59_000);
  expect(await shown()).toMatchObject({ Cen: [] });
  await cloud.advanceTo(cloud.now() + 1000);
  expect(await shown()).toMatchObject({ Cen: [{ Status: "Creating" }] });
  await cloud.advanceTo(cloud.now() + 60_000);
  expect(await shown()).toMatchObject({ Cen: [{ Status: "Active" }] });
});
