import { expect, test } from "vitest";
import { durations } from "../../../src/simulator/durations.ts";
import { LivingWorld } from "../../../src/simulator/living-world.ts";
import { newWorldState } from "../../../src/simulator/new-world.ts";
import { callCloud } from "../wire/call-cloud.ts";
import { createTinyCloud, tinyScenario } from "../wire/tiny-cloud.ts";

function createWorld(seed: number): LivingWorld {
  return new LivingWorld(newWorldState(tinyScenario(), { seed }, {}), {});
}

test("the same seed draws the same ids, another one others", () => {
  const ids = (seed: number) => [createWorld(seed).newId("sag-", 18), createWorld(seed).newId("ccn-", 18)];
  expect(ids(1)).toEqual(ids(1));
  expect(ids(1)).not.toEqual(ids(2));
});

test("an id does not depend on how often the cloud was asked something else before", async () => {
  const [quiet, busy] = [createTinyCloud(), createTinyCloud()];
  for (let i = 0; i < 5; i++) await callCloud(busy, "Cbn.DescribeCens");
  const made = await Promise.all([quiet, busy].map((cloud) => callCloud(cloud, "Cbn.CreateCen")));
  expect(made[0]?.body.CenId).toBe(made[1]?.body.CenId);
});

test("durations stay within their table, and one that is not in it is our mistake", () => {
  const world = createWorld(7);
  for (const [kind, [min, max]] of Object.entries(durations)) {
    for (let i = 0; i < 20; i++) {
      const drawn = world.duration(kind);
      expect(drawn).toBeGreaterThanOrEqual(min);
      expect(drawn).toBeLessThanOrEqual(max);
    }
  }
  expect(() => world.duration("no-such-kind")).toThrow("no-such-kind");
});

test("a world may be faster or slower than the table", () => {
  const quick = { "ship-parcel": [7, 7] } as const;
  const world = new LivingWorld(newWorldState(tinyScenario(), { durations: quick }, {}), {});
  expect(world.duration("ship-parcel")).toBe(7);
  expect(world.duration("plug-in")).toBeGreaterThanOrEqual(durations["plug-in"]?.[0] ?? 0);
});

test("a parcel is at the door within the 48 hours after which the tutorial tells to open a ticket", () => {
  const HOUR = 3_600_000;
  const [ship, way] = [durations["ship-parcel"], durations["parcel-under-way"]];
  expect((ship?.[0] ?? 0) + (way?.[0] ?? 0)).toBe(36 * HOUR);
  expect((ship?.[1] ?? 0) + (way?.[1] ?? 0)).toBe(47 * HOUR);
});
