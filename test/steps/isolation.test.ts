import { afterEach, describe, expect, it } from "vitest";
import type { Write } from "../../src/api/call.ts";
import { disablePropagation, dissociate, enablePropagation, replaceAssociation } from "../../src/api/router-tables.ts";
import { ATTACHMENTS } from "../../src/simulator/scenarios/connect-to-singapore.ts";
import { FAR_VPC3, VPC1, VPC2 } from "../../src/simulator/scenarios/put-three-vpcs.ts";
import { SINGAPORE_ROUTER, SINGAPORE_TABLE } from "../../src/simulator/scenarios/put-transit-router.ts";
import { createMemoryStore } from "../../src/state/memory-store.ts";
import { plain } from "../../src/text.ts";
import { ALL_PAIRS, reachingPairs } from "../simulator/data-plane/three-vpcs.ts";
import type { Rig, RunOptions } from "../support/rig.ts";
import { doByHand } from "./by-hand.ts";
import { exampleBut } from "./enterprise.ts";
import { idOf, inOneTable, isolated, NAME, only, tablesOf } from "./isolated-network.ts";
import { compareWithPlan } from "./planned-calls.ts";
import { Rigs } from "./rigs.ts";

const ALLOWED = ["1>3", "2>3", "3>1", "3>2"];
const unused = "route-tables/ap-southeast-1/unused";
const rigs = new Rigs();

afterEach(() => rigs.close());

function openIsolated(): Promise<Rig> {
  return rigs.at(NAME);
}

/** Runs, and looks at all six ordered pairs at every moment around a write. */
async function runWatched(rig: Rig, options: RunOptions = {}) {
  let looks = 0;
  const reached = async () => {
    looks += 1;
    expect(reachingPairs(rig.cloud.world)).toEqual(expect.arrayContaining(ALLOWED));
  };
  const ran = await rig.run({ only, reached, ...options });
  expect(looks).toBeGreaterThan(2 * ran.sent.length);
  return ran;
}

describe("a network that was built open", () => {
  it("is isolated by eleven writes: tables, what they learn, who uses them, and then what the old one forgets", async () => {
    const rig = await openIsolated();
    expect(reachingPairs(rig.cloud.world)).toEqual(ALL_PAIRS);
    const { sent, plan, ends } = await rig.run({ only });
    const phases = { Create: "table", Enable: "table", Replace: "move", Disable: "forget" } as const;
    const phaseOf = (action: string) => Object.entries(phases).find(([verb]) => action.startsWith(verb))?.[1];
    expect(sent.map((call) => phaseOf(call.action))).toEqual([
      ...Array(5).fill("table"),
      ...Array(3).fill("move"),
      ...Array(3).fill("forget"),
    ]);
    expect(sent[5]?.params.TransitRouterAttachmentId).toBe(ATTACHMENTS[3]);
    expect(compareWithPlan(plan, sent)).toEqual({ plannedOnly: [], sentOnly: [] });
    expect([...ends].filter(([key, end]) => only(key) && key !== unused && end.is !== "done")).toEqual([]);
    expect(tablesOf(rig)).toEqual(isolated);
    expect(reachingPairs(rig.cloud.world)).toEqual(ALLOWED);
  });

  it("never loses a pair that stays allowed on the way there", async () => {
    await runWatched(await openIsolated());
  });

  it("needs nothing more the second time, with its diary or without", async () => {
    const rig = await openIsolated();
    await rig.run({ only });
    expect((await rig.run({ only })).sent).toEqual([]);
    expect((await rig.run({ only, store: createMemoryStore() })).sent).toEqual([]);
  });

  it("is isolated all the same after a crash behind any write", async () => {
    const { boundaries } = await (await openIsolated()).run({ only });
    const writes = [...boundaries.entries()].filter(([, { at }]) => at === "after-send");
    for (const [index] of writes) {
      const rig = await openIsolated();
      expect((await rig.run({ only, dieAt: index + 1 })).died).toBe(true);
      await rig.run({ only });
      expect(tablesOf(rig), JSON.stringify(boundaries[index])).toEqual(isolated);
      await rigs.closeLast();
    }
    expect(writes).toHaveLength(11);
  });
});

describe("a network that others are on", () => {
  it("is isolated only by consent: it would cut their way", async () => {
    const rig = await openIsolated();
    const stranger = { id: "tr-attach-stranger", uid: "1000000000000001", routerId: SINGAPORE_ROUTER };
    const its = { ...stranger, attachmentId: stranger.id, tableId: SINGAPORE_TABLE, status: "Active" as const };
    const attachment = rig.cloud.world.find("tr-attachment", ATTACHMENTS[1]);
    rig.cloud.world.put("tr-attachment", {
      ...attachment,
      id: stranger.id,
      uid: stranger.uid,
      vpcId: "vpc-other",
    } as never);
    rig.cloud.world.put("tr-association", { ...its, id: `${stranger.id}/${SINGAPORE_ROUTER}` });
    const plan = await rig.plan();
    const changes = plan.rows.filter((row) => only(row.item)).flatMap((row) => row.changes);
    const shared = changes.filter((change) => change.risk === "shared").map((change) => change.write.call.action);
    expect(new Set(shared)).toEqual(
      new Set(["ReplaceTransitRouterRouteTableAssociation", "DisableTransitRouterRouteTablePropagation"]),
    );
    await rig.run({ only, approve: (slot) => !slot.includes("move") && !slot.includes("disable") });
    expect(tablesOf(rig).default?.serves).toContain("1,2,3");
  });
});

describe("what somebody changes by hand", () => {
  const pair = (number: 1 | 2 | 3, table: string) =>
    ({ account: "hub", router: SINGAPORE_ROUTER, table, attachment: ATTACHMENTS[number] }) as const;
  const changes: [what: string, by: (rig: Rig) => Write, mendedBy: string[]][] = [
    [
      "a spoke is put back into the default table",
      () => replaceAssociation(pair(1, SINGAPORE_TABLE)),
      ["ReplaceTransitRouterRouteTableAssociation"],
    ],
    [
      "the hub is taken out of its table",
      (rig) => dissociate(pair(3, idOf(rig, "shared-service-vpc3"))),
      ["AssociateTransitRouterAttachmentWithRouteTable"],
    ],
    [
      "a spoke's table forgets the hub",
      (rig) => disablePropagation(pair(3, idOf(rig, "shared-service-vpc1"))),
      ["EnableTransitRouterRouteTablePropagation"],
    ],
    [
      "the spokes' table learns a spoke",
      (rig) => enablePropagation(pair(2, idOf(rig, "shared-service-vpc1"))),
      ["DisableTransitRouterRouteTablePropagation"],
    ],
    [
      "the default table learns a spoke again",
      () => enablePropagation(pair(1, SINGAPORE_TABLE)),
      ["DisableTransitRouterRouteTablePropagation"],
    ],
  ];

  it.each(changes)("%s: it is seen and mended", async (_, by, mendedBy) => {
    const rig = await openIsolated();
    await rig.run({ only });
    expect(await doByHand(rig, [by(rig)])).toEqual(["answered"]);
    expect(tablesOf(rig)).not.toEqual(isolated);
    const { sent } = await rig.run({ only });
    expect(sent.map((call) => call.action)).toEqual(mendedBy);
    expect(tablesOf(rig)).toEqual(isolated);
  });
});

describe("the way back", () => {
  it("by undo leads to the one table of before, and cuts no allowed pair either", async () => {
    const rig = await openIsolated();
    await rig.run({ only });
    const { plan, sent } = await runWatched(rig, { way: "undo" });
    expect(compareWithPlan(plan, sent)).toEqual({ plannedOnly: [], sentOnly: [] });
    expect(tablesOf(rig)).toEqual(inOneTable);
    expect(reachingPairs(rig.cloud.world)).toEqual(ALL_PAIRS);
  });

  it("by a file without reach opens the default table again, and cuts no allowed pair either", async () => {
    const before = await openIsolated();
    await before.run({ only });
    const { diary } = await before.moment();
    const text = exampleBut(NAME).replace(/reach:\n(?: {2}.*\n)*/, "");
    const rig = await rigs.goOn(before, NAME, { text, store: createMemoryStore(diary) });
    const early = await rig.plan("undo");
    expect(early.rows.find((row) => row.item === unused)?.verdict).toMatchObject({ is: "stays" });
    await runWatched(rig);
    expect(tablesOf(rig).default).toEqual(inOneTable.default);
    expect(reachingPairs(rig.cloud.world)).toEqual(ALL_PAIRS);
    const again = await rig.run({ only });
    expect(again.sent).toEqual([]);
    const notes = again.events.flatMap((event) => (event.type === "note" ? [plain(event.text)] : []));
    expect(notes.join()).toContain("shared-service-vpc1");
    const undone = await rig.run({ way: "undo", only });
    expect(compareWithPlan(undone.plan, undone.sent)).toEqual({ plannedOnly: [], sentOnly: [] });
    expect(tablesOf(rig)).toEqual(inOneTable);
  });

  it("takes nothing away that was there before sagctl", async () => {
    const rig = await openIsolated();
    await rig.run({ only });
    const { sent, ends } = await rig.run({ way: "undo", only, store: createMemoryStore() });
    expect(sent.map((call) => call.action)).not.toContain("DissociateTransitRouterAttachmentFromRouteTable");
    expect(ends.get("route-tables/vpc1")).toMatchObject({ is: "stays" });
  });

  it("leaves a table that somebody else uses", async () => {
    const rig = await openIsolated();
    await rig.run({ only });
    const table = idOf(rig, "shared-service-vpc3");
    const other = { id: "tr-attach-stranger", uid: "1000000000000001", routerId: SINGAPORE_ROUTER };
    const attachment = rig.cloud.world.find("tr-attachment", ATTACHMENTS[1]);
    rig.cloud.world.put("tr-attachment", { ...attachment, ...other, vpcId: "vpc-other" } as never);
    const association = { ...other, attachmentId: other.id, tableId: table, status: "Active" as const };
    rig.cloud.world.put("tr-association", { ...association, id: `${other.id}/${SINGAPORE_ROUTER}` });
    const { ends } = await rig.run({ way: "undo", only });
    expect(ends.get("route-tables/ap-southeast-1/table-vpc3")).toMatchObject({ is: "stays" });
    expect(idOf(rig, "shared-service-vpc3")).toBe(table);
    expect(idOf(rig, "shared-service-vpc1")).toBe("");
  });
});

it("an attachment that is new goes straight to its table, and never to the default one", async () => {
  const rig = await openIsolated();
  const { world } = rig.cloud;
  for (const number of [1, 2, 3] as const) {
    world.remove("tr-association", `${ATTACHMENTS[number]}/${SINGAPORE_ROUTER}`);
    world.remove("tr-propagation", `${ATTACHMENTS[number]}/${SINGAPORE_TABLE}`);
  }
  const { sent } = await rig.run({ only });
  expect(sent).toHaveLength(8);
  expect(JSON.stringify(sent)).not.toContain(SINGAPORE_TABLE);
  expect(tablesOf(rig)).toEqual(isolated);
});

const FAR = "tutorial-b-cross-region";
const reach = "reach:\n  vpc1: [vpc3]\n  vpc2: [vpc3]\n  vpc3: [vpc1, vpc2]\n\nallow:";
const pairsOf = ({ cloud }: Rig) => reachingPairs(cloud.world, [VPC1, VPC2, FAR_VPC3]);

async function openToPart(connection = true): Promise<Rig> {
  const built = await rigs.at(FAR);
  await built.run({});
  expect(pairsOf(built)).toEqual(ALL_PAIRS);
  const { diary } = await built.moment();
  const text = exampleBut(FAR, ["allow:", reach]);
  return rigs.goOn(built, FAR, {
    text: connection ? text : text.replace(/connections:\n.*\n/, ""),
    store: createMemoryStore(diary),
  });
}

describe("two regions", () => {
  it("that were built open are parted without cutting the way to the other region", async () => {
    const rig = await openToPart();
    const reached = async () => expect(pairsOf(rig)).toEqual(expect.arrayContaining(ALLOWED));
    const { ends } = await rig.run({ reached });
    expect([...ends].filter(([, end]) => end.is !== "done" && end.is !== "not-needed")).toEqual([]);
    expect(pairsOf(rig)).toEqual(ALLOWED);
  });

  it("stay as they are until the table that keeps VPCs apart has learnt the way to the other region", async () => {
    const rig = await openToPart();
    const when = { action: "EnableTransitRouterRouteTablePropagation" };
    rig.cloud.faults.add({ what: "quota", times: "always", when });
    const { ends, sent } = await rig.run({});
    expect(sent.map((call) => call.action)).not.toContain("ReplaceTransitRouterRouteTableAssociation");
    expect(ends.get("route-tables/vpc1")).toMatchObject({
      is: "held-up",
      by: "region-connection/ap-southeast-1/cn-hangzhou",
    });
    expect(pairsOf(rig)).toEqual(ALL_PAIRS);
    rig.cloud.faults.clear();
    await rig.run({});
    expect(pairsOf(rig)).toEqual(ALLOWED);
  });

  it("of which one is connected by others are asked about: their way would be cut", async () => {
    const { rows } = await (await openToPart(false)).plan();
    const moves = rows.filter((row) => row.item.startsWith("route-tables/vpc")).flatMap((row) => row.changes);
    expect(moves.map((change) => change.risk)).toEqual(["shared", "shared"]);
  });

  it("keep spokes of one apart, while both reach the hub in the other, and undo leads back", async () => {
    const rig = await rigs.at(FAR, { text: exampleBut(FAR, ["allow:", reach]) });
    await rig.run({});
    expect(pairsOf(rig)).toEqual(ALLOWED);
    expect((await rig.run({})).sent).toEqual([]);
    const { ends } = await rig.run({ way: "undo" });
    expect(ends.get("route-tables/ap-southeast-1/table-vpc1")).toMatchObject({ is: "not-needed" });
    expect(tablesOf(rig)).toEqual({ default: { serves: "1,2", knows: "1,2" } });
  });
});
