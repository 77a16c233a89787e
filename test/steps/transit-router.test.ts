import { afterEach, describe, expect, it } from "vitest";
import { createTransitRouter, deleteTransitRouter } from "../../src/api/transit-routers.ts";
import type { BandwidthPackage, TransitRouter, VpcRouterAttachment } from "../../src/simulator/cbn/things.ts";
import { CEN } from "../../src/simulator/scenarios/put-backbone.ts";
import { createMemoryStore } from "../../src/state/memory-store.ts";
import { openRig, type Rig } from "../support/rig.ts";
import { doByHand } from "./by-hand.ts";
import { accountIn, endOf, exampleBut, ofSteps, planned, readsIn, writesIn } from "./enterprise.ts";
import { compareWithPlan } from "./planned-calls.ts";
import { Rigs } from "./rigs.ts";

const only = ofSteps("cen", "transit-router");
const rigs = new Rigs();

afterEach(() => rigs.close());

function routersIn({ cloud }: Rig): readonly TransitRouter[] {
  return cloud.world.all<TransitRouter>("transit-router");
}

/** The package of tutorial A as somebody bought it, while that was sold, on the CEN. */
function putPackage({ cloud }: Rig): void {
  const { uid } = accountIn(cloud.world, "hub");
  const named = { id: "cenbwp-by-hand", uid, name: "by hand", description: "", orderId: "1", tags: [] };
  const size = { areaA: "China", areaB: "North-America", bandwidthMbps: 10, chargeType: "POSTPAY", months: 0 } as const;
  const state = { status: "InUse", businessStatus: "Normal", cenId: CEN, createdAt: 0, expiresAt: 0 } as const;
  cloud.world.put("cen-package", { ...named, ...size, ...state } satisfies BandwidthPackage);
}

describe("from nothing on today's cloud", () => {
  it("the service is opened free of charge, then each region gets a router that carries our mark", async () => {
    const rig = await rigs.at("tutorial-a-today-empty");
    const ran = await rig.run({ only });
    expect([...writesIn(ran)].sort()).toEqual([
      "CreateCen",
      "CreateTransitRouter",
      "CreateTransitRouter",
      "OpenTransitRouterService",
    ]);
    expect(compareWithPlan(ran.plan, ran.sent)).toEqual({ plannedOnly: [], sentOnly: [] });
    expect(planned(ran, "transit-router/service").words).toContain("free of charge");
    expect(rig.cloud.ledger().map((entry) => [entry.action, entry.price])).toEqual([["OpenTransitRouterService", 0]]);
    const described = routersIn(rig).map(({ regionId, edition, status, name }) => ({
      regionId,
      edition,
      status,
      name,
    }));
    const ours = { edition: "Enterprise", status: "Active", name: "beijing-office" };
    expect(described).toEqual([
      { regionId: "cn-hangzhou", ...ours },
      { regionId: "us-west-1", ...ours },
    ]);
    for (const { description } of routersIn(rig)) expect(description).toMatch(/^sagctl-[0-9a-f]{12}-g1$/);
  });

  it("a second run sends nothing, with its diary and without, and does not ask for the service any more", async () => {
    const rig = await rigs.at("tutorial-a-today-empty");
    await rig.run({ only });
    for (const store of [undefined, createMemoryStore()]) {
      const again = await rig.run({ only, ...(store ? { store } : {}) });
      expect(again.sent).toEqual([]);
      expect(readsIn(again)).not.toContain("CheckTransitRouterService");
    }
  });

  it("a crash behind any write leaves one CEN, and one router a region, in the end", async () => {
    const { boundaries } = await (await rigs.at("tutorial-a-today-empty")).run({ only });
    const sent = [...boundaries.entries()].filter(([, boundary]) => boundary.at === "after-send");
    for (const [index] of sent) {
      const rig = await rigs.at("tutorial-a-today-empty");
      expect((await rig.run({ only, dieAt: index + 1 })).died).toBe(true);
      await rig.run({ only });
      const where = JSON.stringify(boundaries[index]);
      expect(
        routersIn(rig).map((one) => one.regionId),
        where,
      ).toEqual(["cn-hangzhou", "us-west-1"]);
      expect(rig.cloud.world.all("cen"), where).toHaveLength(1);
      await rigs.closeLast();
    }
    expect(sent).toHaveLength(4);
  });
});

describe("what is there already", () => {
  it("is used: a service that is open is not opened, a router that somebody made is not made again", async () => {
    const rig = await rigs.at("tutorial-a-today");
    await doByHand(rig, [createTransitRouter({ account: "hub", cen: CEN, region: "us-west-1", name: "by hand" })]);
    expect(writesIn(await rig.run({ only }))).toEqual(["CreateTransitRouter"]);
    expect(routersIn(rig).map(({ regionId, name }) => [regionId, name])).toEqual([
      ["us-west-1", "by hand"],
      ["cn-hangzhou", "beijing-office"],
    ]);
  });

  it("is used although it comes while our own call is on its way", async () => {
    const rig = await rigs.at("tutorial-a-today");
    const { world } = rig.cloud;
    const owned = { uid: world.find("cen", CEN)?.uid ?? "", cenId: CEN, description: "", createdAt: 0, tags: [] };
    const theirs = { ...owned, edition: "Enterprise", status: "Active", name: "theirs" } as const;
    const reached = async ({ at, what }: { readonly at: string; readonly what: string }) => {
      if (at !== "before-keep" || what !== "transit-router/cn-hangzhou#create") return;
      world.put("transit-router", { ...theirs, id: "tr-theirs", regionId: "cn-hangzhou" } satisfies TransitRouter);
    };
    const ran = await rig.run({ only, reached });
    expect(endOf(ran, "transit-router/cn-hangzhou").is).toBe("done");
    const refused = ran.calls.filter((call) => call.code === "InstanceExist.TransitRouterInstance");
    expect(refused).toHaveLength(1);
    expect(
      routersIn(rig)
        .filter((one) => one.regionId === "cn-hangzhou")
        .map((one) => one.name),
    ).toEqual(["theirs"]);
  });

  it("a router of Basic Edition is left alone: the service is not asked for, and nothing is made", async () => {
    const rig = await rigs.keep(openRig({ scenario: "tutorial-a", wire: "none" }));
    const ran = await rig.run({ only });
    expect(ran.sent).toEqual([]);
    expect(endOf(ran, "transit-router/cn-hangzhou").is).toBe("not-needed");
    expect(readsIn(ran).filter((action) => /Service|AvailableResource/.test(action))).toEqual([]);
  });

  it("a router that somebody deletes is made again", async () => {
    const rig = await rigs.at("tutorial-a-today");
    await rig.run({ only });
    const [first] = routersIn(rig);
    await doByHand(rig, [deleteTransitRouter({ account: "hub", cen: CEN, router: first?.id ?? "" })]);
    expect(routersIn(rig)).toHaveLength(1);
    expect(writesIn(await rig.run({ only }))).toEqual(["CreateTransitRouter"]);
    expect(routersIn(rig)).toHaveLength(2);
  });
});

describe("the service of an account that pays for its own VPC", () => {
  const text = exampleBut("tutorial-b", ["payer: cen-owner", "payer: resource-owner"]);
  const steps = ofSteps("cen", "transit-router", "grant", "attach");

  it("is opened there before anything is attached, and not asked for once the attachment shows it", async () => {
    const rig = await rigs.at("tutorial-b", { text });
    expect(accountIn(rig.cloud.world, "shop").transitRouterServiceOpen).toBe(false);
    const ran = await rig.run({ only: steps });
    expect(endOf(ran, "attach/vpc3").is).toBe("done");
    const opened = ran.sent.filter((call) => call.action === "OpenTransitRouterService");
    expect(opened.map((call) => call.account)).toEqual(["shop"]);
    const again = await rig.run({ only: steps });
    expect(again.sent).toEqual([]);
    expect(readsIn(again)).not.toContain("CheckTransitRouterService");
  });

  it("is not needed where the CEN's owner pays", async () => {
    const rig = await rigs.at("tutorial-b");
    const ran = await rig.run({ only: steps });
    expect(writesIn(ran)).not.toContain("OpenTransitRouterService");
    expect(readsIn(ran)).not.toContain("CheckTransitRouterService");
  });

  it("is left to its operator where only the CEN owner's key is here", async () => {
    const rig = await rigs.at("tutorial-b", { text });
    const around: NonNullable<Parameters<Rig["run"]>[0]>["around"] = (world) => ({
      ...world,
      holds: (account) => account === "hub",
    });
    const ran = await rig.run({ only, around });
    expect(endOf(ran, "transit-router/service-shop").words).toContain("not readable from here");
    expect(ran.sent).toEqual([]);
  });
});

describe("tutorial A's own file on today's cloud", () => {
  it("stops before any write, with the lines to add", async () => {
    const text = exampleBut("tutorial-a");
    const rig = await rigs.at("tutorial-a-today", { text });
    const ran = await rig.run();
    expect(ran.sent).toEqual([]);
    const { is, words } = planned(ran, "transit-router/cn-hangzhou");
    expect(is).toBe("failed");
    expect(words).toContain("the CCN reaches it only over a connection of its own, even inside one area");
    expect(words).toContain("- { between: [ccn, hangzhou], bandwidthMbps: 5 }");
    expect(words).toContain("within-china: { areas: [China, China], bandwidthMbps: 5, charge: PREPAY, months: 1 }");
    expect(words).toContain("packages.china-america to charge: PREPAY and months: 1");
    expect(planned(ran, "transit-router/us-west-1").is).toBe("changes");
  });

  const toFirst = "  - { between: [ccn, silicon-valley], bandwidthMbps: 5 }";
  const toBoth = [toFirst, `${toFirst}\n  - { between: [ccn, hangzhou], bandwidthMbps: 5 }`] as const;
  const within = "  within-china: { areas: [China, China], bandwidthMbps: 5, charge: PREPAY, months: 1 }";
  const hint = "packages.china-america is pay-as-you-go (POSTPAY), which may not be sold any more";

  it("goes on once they are there", async () => {
    const subscribed = ["charge: POSTPAY", `charge: PREPAY\n    months: 1\n${within}`] as const;
    const rig = await rigs.at("tutorial-a-today", { text: exampleBut("tutorial-a", toBoth, subscribed) });
    const ran = await rig.run({ only });
    expect(writesIn(ran)).toEqual(["CreateTransitRouter", "CreateTransitRouter"]);
    expect(planned(ran, "transit-router/cn-hangzhou").words).not.toContain("pay-as-you-go");
  });

  it("is told of the package that may be refused, until it is bought: with routers still to be made, and with routers", async () => {
    const text = exampleBut("tutorial-a", toBoth, ["charge: POSTPAY", `charge: POSTPAY\n${within}`]);
    const rig = await rigs.at("tutorial-a-today", { text });
    const ran = await rig.run({ only });
    expect(planned(ran, "transit-router/cn-hangzhou").words).toContain(hint);
    expect(planned(await rig.run({ only }), "transit-router/us-west-1").words).toContain(hint);
    putPackage(rig);
    expect(planned(await rig.run({ only }), "transit-router/us-west-1").words).not.toContain(hint);
  });
});

describe("undo", () => {
  it("deletes our routers, waits until they are gone, and says that the service stays open", async () => {
    const rig = await rigs.at("tutorial-a-today-empty");
    await rig.run({ only });
    const undone = await rig.run({ way: "undo", only });
    expect(writesIn(undone)).toEqual(["DeleteTransitRouter", "DeleteTransitRouter", "DeleteCen"]);
    expect(compareWithPlan(undone.plan, undone.sent)).toEqual({ plannedOnly: [], sentOnly: [] });
    expect(endOf(undone, "transit-router/service").words).toContain("stays open: it costs nothing");
    expect([routersIn(rig), rig.cloud.world.all("cen")]).toEqual([[], []]);
  });

  it("leaves a router that was there before", async () => {
    const rig = await rigs.at("tutorial-b");
    await rig.run({ only });
    const undone = await rig.run({ way: "undo", only });
    expect(undone.sent).toEqual([]);
    expect(endOf(undone, "transit-router/ap-southeast-1").words).toContain("was there before sagctl");
  });

  it("leaves our router while others are on it, and with it the CEN", async () => {
    const first = await rigs.at("tutorial-a-today");
    await first.run({ only });
    const [router] = routersIn(first);
    const rig = await rigs.goOn(first, "tutorial-a-today", {
      build: (world) => {
        const stranger = { id: "tr-attach-stranger", uid: router?.uid, resourceType: "VPC", vpcId: "vpc-other" };
        const its = { name: "", description: "", cenId: CEN, routerId: router?.id, regionId: router?.regionId };
        const state = { status: "Attached", autoPublish: false, zoneMappings: [], tags: [], createdAt: 0 };
        const owner = { vpcOwnerId: router?.uid, orderType: "PayByCenOwner" };
        world.put("tr-attachment", { ...stranger, ...its, ...state, ...owner } as VpcRouterAttachment);
      },
    });
    const undone = await rig.run({ way: "undo", only });
    expect(endOf(undone, "transit-router/cn-hangzhou").words).toContain("1 connections of others are on");
    expect(writesIn(undone)).toEqual(["DeleteTransitRouter"]);
    expect(routersIn(rig).map((one) => one.regionId)).toEqual(["cn-hangzhou"]);
  });
});
