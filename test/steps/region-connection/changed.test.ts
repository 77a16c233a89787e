import { describe, expect, it } from "vitest";
import type { Write } from "../../../src/api/call.ts";
import { createPeerAttachment, deletePeerAttachment, updatePeerAttachment } from "../../../src/api/peer-attachments.ts";
import {
  createRouterTable,
  disablePropagation,
  dissociate,
  replaceAssociation,
} from "../../../src/api/router-tables.ts";
import type { RouterRouteTable } from "../../../src/simulator/cbn/things.ts";
import type { World } from "../../../src/simulator/world.ts";
import { createMemoryStore } from "../../../src/state/memory-store.ts";
import type { Rig } from "../../support/rig.ts";
import { doByHand } from "../by-hand.ts";
import { endOf, exampleBut, planned, writesIn } from "../enterprise.ts";
import { compareWithPlan } from "../planned-calls.ts";
import { byTransfer, connections, finished, learntBy, nothing, peerIn, peersIn } from "./peers.ts";

const today = finished("tutorial-a-today-empty");
const far = finished("tutorial-b-cross-region", { text: byTransfer });
const account = "hub";

/** What names the connection of the two regions, and the default table of its local side. */
function hangzhouToAmerica({ cloud: { world } }: Rig) {
  const {
    id: attachment,
    routerId: router,
    peerRouterId: peerRouter,
    cenId: cen,
  } = peerIn(world, "cn-hangzhou", "us-west-1");
  const tables = world.all<RouterRouteTable>("tr-route-table").filter((one) => one.routerId === router);
  return { account, cen, router, peerRouter, attachment, table: tables[0]?.id ?? "" };
}

const cases: readonly (readonly [string, (rig: Rig) => readonly Write[], readonly string[]])[] = [
  [
    "its bandwidth lowered",
    (rig) => [updatePeerAttachment({ ...hangzhouToAmerica(rig), bandwidthMbps: 2 })],
    ["UpdateTransitRouterPeerAttachmentAttribute"],
  ],
  [
    "its routes no longer advertised",
    (rig) => [updatePeerAttachment({ ...hangzhouToAmerica(rig), autoPublish: false })],
    ["UpdateTransitRouterPeerAttachmentAttribute"],
  ],
  [
    "an association taken away",
    (rig) => [dissociate(hangzhouToAmerica(rig))],
    ["AssociateTransitRouterAttachmentWithRouteTable"],
  ],
  [
    "a propagation taken away",
    (rig) => [disablePropagation(hangzhouToAmerica(rig))],
    ["EnableTransitRouterRouteTablePropagation"],
  ],
];

describe("what somebody changes in the console", () => {
  it.each(cases)("%s is mended by one write", async (_, writes, mendedBy) => {
    const rig = await today();
    const before = learntBy(rig.cloud.world, hangzhouToAmerica(rig).attachment);
    expect(await doByHand(rig, writes(rig))).toEqual(["answered"]);
    const ran = await rig.run({ only: connections });
    expect(writesIn(ran)).toEqual(mendedBy);
    expect(compareWithPlan(ran.plan, ran.sent)).toEqual(nothing);
    const peer = peerIn(rig.cloud.world, "cn-hangzhou", "us-west-1");
    expect(peer).toMatchObject({ bandwidthMbps: 5, autoPublish: true, status: "Attached" });
    expect(learntBy(rig.cloud.world, peer.id)).toEqual(before);
    expect((await rig.run({ only: connections })).sent).toEqual([]);
  });

  it("a connection deleted is made again with all that belongs to it", async () => {
    const rig = await far();
    const peer = peerIn(rig.cloud.world, "ap-southeast-1", "cn-hangzhou");
    const of = { account, cen: peer.cenId, router: peer.routerId, peerRouter: peer.peerRouterId, attachment: peer.id };
    const tables = rig.cloud.world.all<RouterRouteTable>("tr-route-table");
    const pairs = tables.map((table) => ({ ...of, router: table.routerId, table: table.id }));
    await doByHand(rig, [...pairs.map(disablePropagation), ...pairs.map(dissociate), deletePeerAttachment(of)]);
    expect(peersIn(rig.cloud.world)).toEqual([]);
    expect(writesIn(await rig.run({ only: connections }))).toEqual([
      "CreateTransitRouterPeerAttachment",
      "AssociateTransitRouterAttachmentWithRouteTable",
      "AssociateTransitRouterAttachmentWithRouteTable",
      "EnableTransitRouterRouteTablePropagation",
      "EnableTransitRouterRouteTablePropagation",
    ]);
  });
});

describe("what somebody has set up otherwise", () => {
  it("an association moved to another table stays where it was put", async () => {
    const rig = await today();
    const of = hangzhouToAmerica(rig);
    await doByHand(rig, [createRouterTable({ ...of, name: "by hand" })]);
    const own = rig.cloud.world.all<RouterRouteTable>("tr-route-table").find((one) => one.type === "Custom");
    expect(await doByHand(rig, [replaceAssociation({ ...of, table: own?.id ?? "" })])).toEqual(["answered"]);
    const ran = await rig.run({ only: connections });
    expect(ran.sent).toEqual([]);
    expect(endOf(ran, "region-connection/hangzhou/silicon-valley").is).toBe("done");
  });

  it("a connection made from the other end is that one", async () => {
    const rig = await far();
    await rig.run({ way: "undo", only: connections, store: createMemoryStore() });
    const routers = rig.cloud.world.all<{ id: string; uid: string; regionId: string; cenId: string }>("transit-router");
    const [singapore, hangzhou] = ["ap-southeast-1", "cn-hangzhou"].map((region) =>
      routers.find((one) => one.regionId === region),
    );
    const ends = { router: hangzhou?.id ?? "", region: "cn-hangzhou", peerRouter: singapore?.id ?? "" };
    const order = { ...ends, peerRegion: "ap-southeast-1", bandwidthMbps: 10, bandwidthType: "DataTransfer" } as const;
    await doByHand(rig, [createPeerAttachment({ account, cen: singapore?.cenId ?? "", name: "by hand", ...order })]);
    const ran = await rig.run({ only: connections });
    expect(writesIn(ran)).not.toContain("CreateTransitRouterPeerAttachment");
    expect(peersIn(rig.cloud.world).map(({ name }) => name)).toEqual(["by hand"]);
    expect(learntBy(rig.cloud.world, peersIn(rig.cloud.world)[0]?.id ?? "")).toHaveLength(4);
  });
});

describe("what the file asks for otherwise", () => {
  const line = (name: string, mbps: number) => `{ between: [${name}], bandwidthMbps: ${mbps} }`;
  const change = (name: string, mbps: number) =>
    exampleBut("tutorial-a-today-empty", [line(name, 5), line(name, mbps)]);
  const key = "region-connection/ccn/hangzhou";

  it("less is kept, and said, until --allow-lower", async () => {
    const text = change("ccn, hangzhou", 3);
    const kept = await (await today({ text })).run({ only: connections });
    expect(kept.sent).toEqual([]);
    expect(endOf(kept, key).words).toContain("(the file asks for 3; --allow-lower lowers it)");
    const rig = await today({ text, goal: { allowLower: true } });
    const lowered = await rig.run({ only: connections });
    expect(planned(lowered, key).words).toContain("from 5 to 3 Mbit/s");
    expect(writesIn(lowered)).toEqual(["UpdateTransitRouterPeerAttachmentAttribute"]);
    expect(peerIn(rig.cloud.world, "cn-hangzhou", "ccn-cn-shanghai").bandwidthMbps).toBe(3);
  });

  it("more is raised, shown from old to new", async () => {
    const text = exampleBut(
      "tutorial-a-today-empty",
      ["bandwidthMbps: 10\n    charge: PREPAY", "bandwidthMbps: 12\n    charge: PREPAY"],
      [line("ccn, silicon-valley", 5), line("ccn, silicon-valley", 7)],
    );
    const rig = await today({ text });
    const ran = await rig.run({ only: (key) => connections(key) || key.startsWith("bandwidth-package/") });
    expect(planned(ran, "region-connection/ccn/silicon-valley").words).toContain("from 5 to 7 Mbit/s");
    expect(peerIn(rig.cloud.world, "us-west-1", "ccn-cn-shanghai").bandwidthMbps).toBe(7);
  });

  it("more than the package has is refused before the call", async () => {
    const ran = await (await today({ text: change("ccn, hangzhou", 6) })).run({ only: connections });
    expect(ran.sent).toEqual([]);
    expect(planned(ran, key).words).toMatch(/asks for 6 Mbit\/s, but package cenbwp-\w+ has 5 of 5 left/);
  });

  it("another way to pay is changed, by consent", async () => {
    const rig = await far({ text: exampleBut("tutorial-b-cross-region") });
    const ran = await rig.run({ only: (key) => connections(key) || key.startsWith("bandwidth-package/") });
    expect(planned(ran, "region-connection/ap-southeast-1/cn-hangzhou").words).toContain("out of a package");
    expect(peersIn(rig.cloud.world)[0]).toMatchObject({ bandwidthType: "BandwidthPackage", bandwidthMbps: 10 });
    expect((await rig.run({ only: connections })).sent).toEqual([]);
  });
});

describe("undo", () => {
  it("disables, then dissociates, on both sides at a time, and deletes when all that is gone", async () => {
    const rig = await far();
    const undone = await rig.run({ way: "undo", only: connections });
    expect(writesIn(undone)).toEqual([
      "DisableTransitRouterRouteTablePropagation",
      "DisableTransitRouterRouteTablePropagation",
      "DissociateTransitRouterAttachmentFromRouteTable",
      "DissociateTransitRouterAttachmentFromRouteTable",
      "DeleteTransitRouterPeerAttachment",
    ]);
    expect(compareWithPlan(undone.plan, undone.sent)).toEqual(nothing);
    expect(undone.calls.filter((call) => call.kind === "write" && !call.committed)).toEqual([]);
    expect(peersIn(rig.cloud.world)).toEqual([]);
  });

  it("leaves a connection that somebody else made, and takes back what sagctl did to it", async () => {
    const build = (world: World) => {
      for (const one of peersIn(world)) world.put("tr-attachment", { ...one, description: "" });
    };
    const rig = await far({ build });
    const peer = peerIn(rig.cloud.world, "ap-southeast-1", "cn-hangzhou");
    const tables = rig.cloud.world.all<RouterRouteTable>("tr-route-table");
    const local = tables.find((one) => one.routerId === peer.routerId)?.id ?? "";
    await doByHand(rig, [disablePropagation({ account, router: peer.routerId, attachment: peer.id, table: local })]);
    expect(writesIn(await rig.run({ only: connections }))).toEqual(["EnableTransitRouterRouteTablePropagation"]);
    const undone = await rig.run({ way: "undo", only: connections });
    expect(writesIn(undone)).toEqual(["DisableTransitRouterRouteTablePropagation"]);
    expect(peersIn(rig.cloud.world)).toHaveLength(1);
    expect(learntBy(rig.cloud.world, peer.id)).toEqual([
      "associated ap-southeast-1",
      "associated cn-hangzhou",
      "propagated cn-hangzhou",
    ]);
  });
});
