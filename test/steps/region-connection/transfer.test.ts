import { afterEach, describe, expect, it } from "vitest";
import type { World } from "../../../src/simulator/world.ts";
import type { Rig } from "../../support/rig.ts";
import { endOf, exampleBut, planned } from "../enterprise.ts";
import { Rigs } from "../rigs.ts";
import { byTransfer, connections, finished, only, peerIn } from "./peers.ts";

const name = "tutorial-b-cross-region";
const key = "region-connection/ap-southeast-1/cn-hangzhou";
const far = finished(name, { text: byTransfer });
const rigs = new Rigs();

afterEach(() => rigs.close());

const asking = (mbps: number, text = byTransfer) =>
  text.replace("bandwidthMbps: 10, paidBy", `bandwidthMbps: ${mbps}, paidBy`);

function at(text: string, scenario = name): Promise<Rig> {
  return rigs.at(scenario, { text });
}

describe("more than data transfer carries", () => {
  it("is refused across the border before anything is sent, with what to write", async () => {
    const ran = await (await at(asking(101))).run();
    expect(ran.sent).toEqual([]);
    const { is, words } = planned(ran, key);
    expect(is).toBe("failed");
    expect(words).toContain(
      "asks for 101 Mbit/s, but by data transfer a connection across the border of Mainland China",
    );
    expect(words).toContain("Write bandwidthMbps: 100 there, or leave paidBy: data-transfer out and name a package");
  });

  it("is not what is just within it", async () => {
    const rig = await at(asking(100));
    await rig.run({ only });
    expect(peerIn(rig.cloud.world, "ap-southeast-1", "cn-hangzhou").bandwidthMbps).toBe(100);
  });

  it("is ten times that within Mainland China", async () => {
    const scenario = "tutorial-a-today-empty";
    const between = (mbps: number) =>
      exampleBut(scenario, [
        "{ between: [hangzhou, silicon-valley], bandwidthMbps: 5 }",
        `{ between: [cn-hangzhou, cn-shanghai], bandwidthMbps: ${mbps}, paidBy: data-transfer }`,
      ]);
    const itsKey = "region-connection/cn-hangzhou/cn-shanghai";
    const words = async (mbps: number) => planned({ plan: await (await at(between(mbps), scenario)).plan() }, itsKey);
    expect((await words(1001)).words).toContain("within Mainland China has at most 1000");
    expect((await words(1000)).is).toBe("changes");
  });

  it("is refused where a connection is to be raised to it, and taken as it is where a higher quota has made it", async () => {
    const raised = await (await far({ text: asking(200) })).run({ only: connections });
    expect(raised.sent).toEqual([]);
    expect(planned(raised, key).words).toContain("has at most 100");
    const build = (world: World) => {
      const one = peerIn(world, "ap-southeast-1", "cn-hangzhou");
      world.put("tr-attachment", { ...one, bandwidthMbps: 200 });
    };
    const rig = await far({ text: asking(200), build });
    const ran = await rig.run({ only: connections });
    expect(ran.sent).toEqual([]);
    expect(endOf(ran, key).is).toBe("done");
  });
});
