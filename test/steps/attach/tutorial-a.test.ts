import { afterEach, describe, expect, it } from "vitest";
import type { World } from "../../../src/simulator/world.ts";
import { endOf, ofSteps, writesIn } from "../enterprise.ts";
import { Rigs } from "../rigs.ts";
import { zonesOf } from "./vpc3.ts";

const rigs = new Rigs();
afterEach(() => rigs.close());

describe("tutorial A today", () => {
  const steps = ofSteps("cen", "transit-router", "attach", "purchase", "connect", "activate");

  const build = (world: World) => {
    world.state.people = "manual";
  };

  it("nothing is billed for idle days: attachments wait for activation, unless --eager", async () => {
    const waiting = await rigs.at("tutorial-a-today", { build });
    const ran = await waiting.run({ only: steps, patienceMs: 0 });
    expect(endOf(ran, "attach/hangzhou").is).toBe("held-up");
    expect(writesIn(ran)).toEqual(expect.arrayContaining(["CreateTransitRouter", "CreateSmartAccessGateway"]));
    expect(waiting.cloud.world.all("tr-attachment")).toEqual([]);
    const eagerly = await rigs.at("tutorial-a-today", { build, goal: { eager: true } });
    await eagerly.run({ only: steps, patienceMs: 0 });
    expect(eagerly.cloud.world.all("tr-attachment")).toHaveLength(2);
  });

  it("its VPCs lie on the routers of their own regions, each through two zones", async () => {
    const rig = await rigs.at("tutorial-a-today", { goal: { eager: true } });
    await rig.run({ only: ofSteps("transit-router", "attach") });
    expect(zonesOf(rig, "vpc-bp1hz0prod4k7m2x9q3w1").map((one) => one.split(" ")[0])).toEqual([
      "cn-hangzhou-h",
      "cn-hangzhou-i",
    ]);
    expect(zonesOf(rig, "vpc-rj9sv0prod8d5n1c6t2y4").map((one) => one.split(" ")[0])).toEqual([
      "us-west-1a",
      "us-west-1b",
    ]);
  });
});
