import { beforeAll, describe, expect, it } from "vitest";
import type { StepName } from "../../src/keys.ts";
import { ordersOf } from "../support/normalise.ts";
import { resume } from "../support/resume.ts";
import { type Moment, openAt } from "../support/rig.ts";
import { ofStep, stepMoments } from "./step-moments.ts";

/** Less than E: what the protocol is made for. */
const LAG_MS = 4 * 60_000;
const makers: readonly StepName[] = ["cen", "ccn", "purchase", "bandwidth-package"];

let befores: ReadonlyMap<StepName, Moment>;

beforeAll(async () => {
  const moments = await stepMoments("tutorial-a-empty");
  befores = new Map(makers.map((name) => [name, lagging(moments.get(name)?.before)]));
});

function lagging(moment: Moment | undefined): Moment {
  if (!moment) throw new Error("no such moment");
  const state = structuredClone(moment.state);
  state.switches.readLagMs = LAG_MS;
  return { ...moment, state };
}

async function openBefore(name: StepName) {
  const before = befores.get(name);
  if (!before) throw new Error(`no moment before ${name}`);
  return openAt(before);
}

describe("law 3 while every list is four minutes behind: a crash at any moment makes nothing twice", () => {
  it.each(makers)("%s", async (name) => {
    const only = ofStep(name);
    const sound = await openBefore(name);
    const { boundaries } = await sound.run({ only });
    const wanted = await sound.settled();
    const orders = ordersOf(sound.cloud.world.state);
    await sound.close();
    for (const [index, boundary] of boundaries.entries()) {
      const rig = await openBefore(name);
      expect((await rig.run({ only, dieAt: index + 1 })).died).toBe(true);
      await resume(rig, { only });
      const where = JSON.stringify(boundary);
      expect(ordersOf(rig.cloud.world.state), where).toEqual(orders);
      expect(await rig.settled(), where).toEqual(wanted);
      await rig.close();
    }
  });
});
