import { afterEach, describe, expect, it } from "vitest";
import type { World } from "../../../src/simulator/world.ts";
import { createMemoryStore } from "../../../src/state/memory-store.ts";
import type { Rig } from "../../support/rig.ts";
import { endOf, exampleBut, planned, readsIn, writesIn } from "../enterprise.ts";
import { compareWithPlan } from "../planned-calls.ts";
import { Rigs } from "../rigs.ts";
import { byTransfer, connections, finished, learntBy, nothing, only, peerIn, peersIn } from "./peers.ts";

const today = finished("tutorial-a-today-empty");
const far = finished("tutorial-b-cross-region", { text: byTransfer });
const rigs = new Rigs();

afterEach(() => rigs.close());

function at(name: string, text: string): Promise<Rig> {
  return rigs.at(name, { text });
}

const ends = (rig: Rig) =>
  peersIn(rig.cloud.world).map(({ regionId, peerRegionId, bandwidthMbps, bandwidthType, autoPublish, status }) => [
    regionId,
    peerRegionId,
    bandwidthMbps,
    bandwidthType,
    autoPublish,
    status,
  ]);

describe("tutorial A today: three connections", () => {
  it("are made from the Enterprise side, out of packages, with routes advertised", async () => {
    const standing = ["BandwidthPackage", true, "Attached"];
    expect(
      ends(await today())
        .map(String)
        .sort(),
    ).toEqual(
      [
        ["cn-hangzhou", "us-west-1", 5, ...standing],
        ["us-west-1", "ccn-cn-shanghai", 5, ...standing],
        ["cn-hangzhou", "ccn-cn-shanghai", 5, ...standing],
      ]
        .map(String)
        .sort(),
    );
  });

  it("are associated with and propagated to the default table of every Enterprise side, and the CCN's has none", async () => {
    const { world } = (await today()).cloud;
    const hangzhou = ["associated cn-hangzhou", "propagated cn-hangzhou"];
    const america = ["associated us-west-1", "propagated us-west-1"];
    expect(learntBy(world, peerIn(world, "cn-hangzhou", "us-west-1").id)).toEqual([...hangzhou, ...america].sort());
    expect(learntBy(world, peerIn(world, "cn-hangzhou", "ccn-cn-shanghai").id)).toEqual(hangzhou);
    expect(learntBy(world, peerIn(world, "us-west-1", "ccn-cn-shanghai").id)).toEqual(america);
  });

  it("need nothing the second time, with the diary or without, and no read is repeated", async () => {
    const rig = await today();
    for (const store of [undefined, createMemoryStore()]) {
      const again = await rig.run({ only: connections, ...(store ? { store } : {}) });
      expect(again.sent).toEqual([]);
      expect(endOf(again, "region-connection/ccn/hangzhou")).toEqual({ is: "done", words: "CCN ⇄ hangzhou 5 Mbit/s" });
      const asked = again.calls.map((call) => `${call.action} ${JSON.stringify(call.params)}`);
      expect(new Set(asked).size).toBe(asked.length);
      expect(readsIn(again)).not.toContain("DescribeCenInterRegionBandwidthLimits");
    }
  });

  it("cost no money of their own: only packages, gateway and attachments are asked about", async () => {
    const rig = await today();
    await rig.run({ way: "undo", only: connections, store: createMemoryStore() });
    const { plan } = await rig.run({ only: connections });
    expect(plan.rows.flatMap((row) => row.changes)).toHaveLength(11);
    const risks = plan.rows.flatMap((row) => row.changes.map((change) => change.risk));
    expect(new Set(risks)).toEqual(new Set(["none"]));
  });
});

describe("tutorial B over two regions", () => {
  it("by data transfer is one connection, a purchase, learnt on both sides, its local side the one named first", async () => {
    const rig = await at("tutorial-b-cross-region", byTransfer);
    const ran = await rig.run({ only });
    expect(compareWithPlan(ran.plan, ran.sent)).toEqual(nothing);
    expect(ends(rig)).toEqual([["ap-southeast-1", "cn-hangzhou", 10, "DataTransfer", true, "Attached"]]);
    const { id } = peerIn(rig.cloud.world, "ap-southeast-1", "cn-hangzhou");
    expect(learntBy(rig.cloud.world, id)).toHaveLength(4);
    const row = ran.plan.rows.find((one) => one.item === "region-connection/ap-southeast-1/cn-hangzhou");
    expect(row?.changes.map((one) => one.risk)).toEqual(["costs-money", "none", "none", "none", "none"]);
  });

  it("by data transfer is not made without consent", async () => {
    const rig = await at("tutorial-b-cross-region", byTransfer);
    await rig.run({ only, approve: (slot) => !slot.endsWith("#connect") });
    expect(peersIn(rig.cloud.world)).toEqual([]);
  });

  it("out of a package names the package that was bought for it", async () => {
    const rig = await at("tutorial-b-cross-region", exampleBut("tutorial-b-cross-region"));
    const ran = await rig.run({ only });
    expect(compareWithPlan(ran.plan, ran.sent)).toEqual(nothing);
    const [one] = peersIn(rig.cloud.world);
    expect(one?.packageId).toBe(rig.cloud.world.all("cen-package")[0]?.id);
    expect(writesIn(ran).filter((action) => action === "CreateTransitRouterPeerAttachment")).toHaveLength(1);
  });

  it("is one connection, learnt on both sides, whatever write a crash comes behind", async () => {
    const start = await far();
    await start.run({ way: "undo", only: connections, store: createMemoryStore() });
    expect(peersIn(start.cloud.world)).toEqual([]);
    const state = structuredClone(start.cloud.world.state);
    const build = (world: World) => void Object.assign(world.state, structuredClone(state));
    const { boundaries } = await (await far({ build })).run({ only: connections });
    const sent = [...boundaries.entries()].filter(([, boundary]) => boundary.at === "after-send");
    for (const [index] of sent) {
      const rig = await far({ build });
      expect((await rig.run({ only: connections, dieAt: index + 1 })).died).toBe(true);
      const ran = await rig.run({ only: connections });
      expect(compareWithPlan(ran.plan, ran.sent).sentOnly).toEqual([]);
      expect(peersIn(rig.cloud.world), JSON.stringify(boundaries[index])).toHaveLength(1);
      expect(learntBy(rig.cloud.world, peersIn(rig.cloud.world)[0]?.id ?? "")).toHaveLength(4);
    }
    expect(sent).toHaveLength(5);
  });
});

describe("before the first write", () => {
  it("a connection without a package is said, with the lines to add", async () => {
    const text = exampleBut("tutorial-b-cross-region", [
      "packages:\n  china-asia:\n    areas: [China, Asia-Pacific]\n    bandwidthMbps: 10\n    charge: PREPAY\n    months: 1\n",
      "",
    ]);
    const ran = await (await at("tutorial-b-cross-region", text)).run({ only });
    expect(ran.sent).toEqual([]);
    const { is, words } = planned(ran, "region-connection/ap-southeast-1/cn-hangzhou");
    expect(is).toBe("failed");
    expect(words).toContain("no bandwidth package for Mainland China ⇄ Asia Pacific is on the CEN");
    expect(words).toContain("areas: [China, Asia-Pacific]");
  });

  it("data transfer towards a CCN is refused by name", async () => {
    const text = exampleBut("tutorial-a-today-empty", [
      "{ between: [ccn, hangzhou], bandwidthMbps: 5 }",
      "{ between: [ccn, hangzhou], bandwidthMbps: 5, paidBy: data-transfer }",
    ]);
    const ran = await (await at("tutorial-a-today-empty", text)).run();
    expect(ran.sent).toEqual([]);
    expect(planned(ran, "region-connection/ccn/hangzhou").words).toContain(
      "towards a CCN bandwidth comes out of a package",
    );
  });
});
