import { afterEach, describe, expect, it } from "vitest";
import { enablePropagation } from "../../src/api/router-tables.ts";
import type { Plan } from "../../src/engine/events.ts";
import { ATTACHMENTS } from "../../src/simulator/scenarios/connect-to-singapore.ts";
import { SINGAPORE_ROUTER } from "../../src/simulator/scenarios/put-transit-router.ts";
import { createMemoryStore } from "../../src/state/memory-store.ts";
import { plain } from "../../src/text.ts";
import { ALL_PAIRS, reachingPairs } from "../simulator/data-plane/three-vpcs.ts";
import type { Rig } from "../support/rig.ts";
import { doByHand } from "./by-hand.ts";
import { type EnterpriseRig, exampleBut } from "./enterprise.ts";
import { idOf, isolated, NAME, only, tablesOf } from "./isolated-network.ts";
import { Rigs } from "./rigs.ts";

const rigs = new Rigs();

afterEach(() => rigs.close());

function openIsolated(options: EnterpriseRig = {}): Promise<Rig> {
  return rigs.at(NAME, options);
}

/** What the plan would take away, by its consents: `slot: summary`, the ids of tables left out. */
function removalsIn({ rows }: Plan): readonly string[] {
  const changes = rows.filter((row) => only(row.item)).flatMap((row) => row.changes);
  const destroying = changes.filter((change) => change.risk === "destroys");
  return destroying.map(({ summary }) => plain(summary).split(":")[0] ?? "");
}

/** The example with another `reach:`. */
function reachOf(lines: string): string {
  return exampleBut(NAME).replace(/reach:\n(?: {2}.*\n)*/, lines);
}

describe("VPCs that reach each other today", () => {
  it("are parted only by consent, and the plan names them", async () => {
    const rig = await openIsolated();
    const ran = await rig.run({ only, approve: (slot) => !slot.includes("move") });
    expect(removalsIn(ran.plan)).toEqual(["remove the way vpc1 ⇄ vpc2", "remove the way vpc2 ⇄ vpc1"]);
    expect(ran.ends.get("route-tables/vpc1")).toMatchObject({ is: "declined" });
    expect(reachingPairs(rig.cloud.world)).toEqual(ALL_PAIRS);
  });

  it("are all of them where the file lets nobody reach anybody", async () => {
    const rig = await openIsolated({ text: reachOf("reach: {}\n") });
    expect(removalsIn(await rig.plan())).toEqual([
      "remove the ways vpc1 ⇄ vpc2, vpc1 ⇄ vpc3",
      "remove the ways vpc2 ⇄ vpc1, vpc2 ⇄ vpc3",
      "remove the ways vpc3 ⇄ vpc1, vpc3 ⇄ vpc2",
    ]);
    const end = (await rig.run({ only })).ends.get("route-tables/ap-southeast-1/default");
    expect(end?.is === "done" && plain(end.as)).toBe("ap-southeast-1: 1 route table keeps VPCs apart");
  });

  it("need no consent once they are parted: the other half of a run that died is not asked for again", async () => {
    const rig = await openIsolated();
    const { boundaries } = await (await openIsolated()).run({ only });
    const moving = boundaries.findIndex(({ what }) => what.startsWith("route-tables/vpc1#move"));
    // Written down, on the disk, sent.
    expect((await rig.run({ only, dieAt: moving + 3 })).died).toBe(true);
    await rig.settled();
    expect(removalsIn(await rig.plan())).toEqual([]);
    await rig.run({ only, approve: () => false });
    expect(tablesOf(rig)).toEqual(isolated);
  });
});

describe("VPCs in tables that sagctl made before", () => {
  it("are named where one moves out of a table that stays, and both moves ask", async () => {
    const before = await openIsolated();
    await before.run({ only });
    const { diary } = await before.moment();
    const text = reachOf("reach:\n  vpc1: [vpc3]\n  vpc3: [vpc1]\n");
    const rig = await rigs.goOn(before, NAME, { text, store: createMemoryStore(diary) });
    const ran = await rig.run({ only });
    expect(removalsIn(ran.plan)).toEqual(["remove the way vpc2 ⇄ vpc3", "remove the way vpc3 ⇄ vpc2"]);
    expect([...ran.ends.values()].filter((end) => end.is === "declined")).toEqual([]);
    expect(reachingPairs(rig.cloud.world)).toEqual(["1>3", "3>1"]);
    expect((await rig.run({ only })).sent).toEqual([]);
  });

  it("are named where the table in which both stay is to forget them, and not while one way is missing", async () => {
    const rig = await openIsolated();
    await rig.run({ only });
    const table = idOf(rig, "shared-service-vpc1");
    const learn = (number: 1 | 2) =>
      enablePropagation({ account: "hub", router: SINGAPORE_ROUTER, table, attachment: ATTACHMENTS[number] });
    await doByHand(rig, [learn(2)]);
    expect(removalsIn(await rig.plan())).toEqual([]);
    await doByHand(rig, [learn(1)]);
    expect(reachingPairs(rig.cloud.world)).toEqual(ALL_PAIRS);
    const ran = await rig.run({ only });
    expect(removalsIn(ran.plan)).toEqual(["remove the way vpc2 ⇄ vpc1", "remove the way vpc1 ⇄ vpc2"]);
    expect(tablesOf(rig)).toEqual(isolated);
  });
});
