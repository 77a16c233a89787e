import { readFileSync } from "node:fs";
import { afterEach, describe, expect, it } from "vitest";
import { quickDurations } from "../../faults/stage/quick-world.ts";
import type { End } from "../../src/engine/events.ts";
import type { ItemKey } from "../../src/keys.ts";
import type { Goal } from "../../src/network/network.ts";
import type { FaultOrder } from "../../src/simulator/faults/fault.ts";
import { plain } from "../../src/text.ts";
import { ordersOf } from "../support/normalise.ts";
import { DAY_MS, onlineGateway } from "../support/online-gateway.ts";
import { openAt, openRig, type Ran, type Rig } from "../support/rig.ts";
import { exampleFile } from "../support/worlds.ts";

const MINUTE_MS = 60_000;
const buyGateway = { product: "Smartag", action: "CreateSmartAccessGateway" } as const;
const buyPackage = { product: "Cbn", action: "CreateCenBandwidthPackage" } as const;
const raise = { product: "Smartag", action: "UpgradeSmartAccessGateway" } as const;
const wire = { wire: "none", durations: quickDurations } as const;
const OTHER = "sag-0the7s5k7m9x4q1w8e";
const rigs: Rig[] = [];

afterEach(async () => {
  for (const rig of rigs.splice(0)) await rig.close();
});

async function open(edit = (text: string) => text, from?: Rig, goal: Partial<Goal> = {}): Promise<Rig> {
  const text = edit(readFileSync(exampleFile("tutorial-a"), "utf8"));
  const rig = await (from
    ? openAt(await from.moment(), { ...wire, text, goal })
    : openRig({ scenario: "tutorial-a", ...wire, text, goal }));
  rigs.push(rig);
  return rig;
}

const ofStep = (...names: readonly string[]) => ({
  only: (key: ItemKey) => names.some((name) => key.startsWith(`${name}/`)),
});

/** As late as it can be carried out at all; the process dies with it on its way. */
async function dieWith(rig: Rig, order: FaultOrder["when"], what: FaultOrder["what"] = "late-commit"): Promise<void> {
  const { boundaries } = await (await copyOf(rig)).run();
  const dieAt = boundaries.findIndex((one) => one.at === "after-send" && one.what === order.action) + 1;
  expect(dieAt).toBeGreaterThan(0);
  rig.cloud.faults.add({ what, virtualMs: 14 * MINUTE_MS, when: order });
  expect(await rig.run({ dieAt })).toMatchObject({ died: true });
}

async function copyOf(rig: Rig): Promise<Rig> {
  const copy = await openAt(await rig.moment(), wire);
  rigs.push(copy);
  return copy;
}

async function pass(rig: Rig, minutes: number): Promise<void> {
  await rig.cloud.advanceTo(rig.cloud.now() + minutes * MINUTE_MS);
}

function endOf({ ends }: Ran, key: ItemKey): End | undefined {
  return ends.get(key);
}

function wordsOf(end: End | undefined): string {
  return [
    end && "because" in end ? plain(end.because) : "",
    ...(end && "tryThis" in end ? end.tryThis.map(plain) : []),
  ].join("\n");
}

describe("an order that was seen, and now is not", () => {
  it.each([
    ["purchase", buyGateway],
    ["bandwidth-package", buyPackage],
  ] as const)(
    "%s: lists that are behind by less than E hide it for a while, and nothing is bought",
    async (step, { action }) => {
      const rig = await open();
      const { switches } = rig.cloud.world.state;
      // Any lag at all, so that the lists of before are remembered.
      switches.readLagMs = 1;
      await rig.run({
        only: (key) => !/^(region-connection|ping)/.test(key) && (step !== "purchase" || key.startsWith(step)),
      });
      switches.readLagMs = 4 * MINUTE_MS;
      await rig.run(ofStep(step));
      expect(ordersOf(rig.cloud.world.state)[action]).toBe(1);
    },
  );

  it.each([
    ["purchase", "purchase/beijing", "smartag:DescribeSmartAccessGateways", buyGateway],
    ["bandwidth-package", "bandwidth-package/china-america", "cen:DescribeCenBandwidthPackages", buyPackage],
  ] as const)(
    "%s: hidden a week later it is named by its ids, and bought again by a person's word only",
    async (step, key, right, { action }) => {
      const rig = await open();
      await rig.run();
      await pass(rig, 7 * 24 * 60);
      const { switches, accounts, ledger } = rig.cloud.world.state;
      switches.deniedReads = "empty-list";
      for (const one of accounts[0]?.keys ?? []) one.denied = [right];
      const end = endOf(await rig.run(ofStep(step)), key);
      expect(end?.is).toBe("unknown");
      expect(wordsOf(end)).toContain(ledger.find((order) => order.action === action)?.orderId);
      expect(ordersOf(rig.cloud.world.state)[action]).toBe(1);
    },
  );
});

describe("undo while an order is in the balance", () => {
  it("of a gateway: waits for it, forgets nothing, and the next apply finds it", async () => {
    const rig = await open();
    await dieWith(rig, buyGateway);
    const began = rig.cloud.now();
    const undone = await rig.run({ way: "undo" });
    expect(rig.cloud.now() - began).toBeGreaterThan(10 * MINUTE_MS);
    expect(endOf(undone, "purchase/beijing")?.is).toBe("stays");
    await rig.run(ofStep("purchase"));
    await pass(rig, 20);
    expect(ordersOf(rig.cloud.world.state)).toEqual({ CreateSmartAccessGateway: 1 });
  });

  it("of a package: it does not stay behind unseen, and is bought once", async () => {
    const rig = await open();
    await rig.run({ only: (key) => !/^(bandwidth-package|region-connection|ping)/.test(key) });
    await dieWith(rig, buyPackage);
    await rig.run({ way: "undo", approve: () => true });
    const undone = await rig.run({ way: "undo" });
    expect(endOf(undone, "bandwidth-package/china-america")?.is).toBe("not-needed");
    expect(undone.sent.map((call) => call.action)).toContain("DeleteCenBandwidthPackage");
    await pass(rig, 20);
    expect(rig.cloud.world.all("cen-package")).toEqual([]);
    expect(ordersOf(rig.cloud.world.state).CreateCenBandwidthPackage).toBe(1);
  });

  it("that never comes: undo ends well, and the order is still a person's to settle", async () => {
    const rig = await open();
    await dieWith(rig, buyGateway, "reset-before-commit");
    const undone = await rig.run({ way: "undo" });
    expect(endOf(undone, "purchase/beijing")?.is).toBe("not-needed");
    expect(endOf(await rig.run(ofStep("purchase")), "purchase/beijing")?.is).toBe("unknown");
    expect(ordersOf(rig.cloud.world.state)).toEqual({});
  });
});

describe("an order that a change of the network file would hide", () => {
  it("another gateway is named meanwhile: ours is not settled by it", async () => {
    const rig = await open();
    await dieWith(rig, buyGateway);
    const theirs = await open((text) => text.replace("model: sag-100wm", `id: ${OTHER}`), rig);
    const { world } = theirs.cloud;
    const bought = { orderId: "203320261023001", serialNumbers: ["sag0ther0001"], createdAt: world.now - 35 * DAY_MS };
    world.put("gateway", onlineGateway(world, { id: OTHER, name: "other", cidrs: ["172.16.0.0/12"], ...bought }));
    const named = await theirs.run(ofStep("purchase"));
    expect(endOf(named, "purchase/beijing")?.is).toBe("done");
    const back = await open(undefined, theirs, { createNew: true });
    await back.run({ ...ofStep("purchase"), deadlineMs: 5 * MINUTE_MS });
    await pass(back, 20);
    expect(ordersOf(back.cloud.world.state)).toEqual({ CreateSmartAccessGateway: 1 });
  });

  it("a branch that is renamed: nothing is bought beside its order", async () => {
    const rig = await open();
    await dieWith(rig, buyGateway);
    const renamed = await open((text) => text.replaceAll("beijing:", "peking:"), rig);
    const end = endOf(await renamed.run(ofStep("purchase")), "purchase/peking");
    expect(end).toMatchObject({ is: "failed", kind: "guard" });
    expect(wordsOf(end)).toMatch(/beside the order for beijing of .*\(sagctl-[0-9a-f]{12}-g1\)/);
    await pass(renamed, 20);
    expect(ordersOf(renamed.cloud.world.state)).toEqual({ CreateSmartAccessGateway: 1 });
  });

  it("a package that is renamed: the same", async () => {
    const rig = await open();
    await rig.run({ only: (key) => !/^(bandwidth-package|region-connection|ping)/.test(key) });
    await dieWith(rig, buyPackage);
    const renamed = await open((text) => text.replace("china-america:", "over-the-sea:"), rig);
    const end = endOf(await renamed.run(ofStep("bandwidth-package")), "bandwidth-package/over-the-sea");
    expect(wordsOf(end)).toContain("beside the order for china-america");
    await pass(renamed, 20);
    expect(ordersOf(renamed.cloud.world.state).CreateCenBandwidthPackage).toBe(1);
  });
});

describe("an order whose thing is to be another one meanwhile", () => {
  it("a bandwidth that is changed again: the first order is waited for, and the second one counts from what it came to", async () => {
    const rig = await open();
    await rig.run();
    const to = (mbps: number) => (text: string) =>
      text.replace("bandwidthMbps: 10\n      months", `bandwidthMbps: ${mbps}\n      months`);
    const more = await open(to(20), rig);
    more.cloud.faults.add({ what: "late-commit", virtualMs: 14 * MINUTE_MS, when: raise });
    await more.run({ ...ofStep("purchase"), deadlineMs: MINUTE_MS });
    const other = await open(to(15), more);
    await other.run(ofStep("purchase"));
    await other.run(ofStep("purchase"));
    await pass(other, 20);
    const changes = other.cloud
      .ledger()
      .map(({ what }) => what)
      .slice(2);
    expect(changes).toHaveLength(2);
    expect(other.cloud.world.all("gateway")).toMatchObject([{ bandwidthMbps: 15 }]);
    expect((await other.run(ofStep("purchase"))).sent).toEqual([]);
  });

  it("a package whose areas are changed keeps its own, and no other is bought in its place", async () => {
    const rig = await open();
    await rig.run();
    const edited = await open((text) => text.replace("[China, North-America]", "[China, Europe]"), rig);
    const end = endOf(await edited.run(ofStep("bandwidth-package")), "bandwidth-package/china-america");
    expect(end).toMatchObject({ is: "failed", kind: "guard" });
    expect(wordsOf(end)).toContain("Mainland China ⇄ North America");
  });
});

describe("an order that is not paid", () => {
  const later = (text: string) =>
    text.replace("bandwidthMbps: 10\n      months", "bandwidthMbps: 20\n      autoPay: false\n      months");

  it("of more bandwidth: waits for its payment, and is not ordered twice", async () => {
    const rig = await open();
    await rig.run();
    const more = await open(later, rig);
    more.cloud.world.state.people = "manual";
    for (const _ of [1, 2]) {
      const end = endOf(await more.run({ ...ofStep("purchase"), patienceMs: 0 }), "purchase/beijing");
      expect(end).toMatchObject({ is: "blocked", who: "person" });
      expect(wordsOf(end) + JSON.stringify(end)).toContain(more.cloud.ledger().at(-1)?.orderId);
    }
    expect(ordersOf(more.cloud.world.state).UpgradeSmartAccessGateway).toBe(1);
  });
});

describe("a token that the service says it is working on", () => {
  it.each(["IDEMPOTENCE_PROCESSING", "LastTokenProcessing"])("%s: the same one is sent again", async (code) => {
    const rig = await open();
    rig.cloud.world.state.switches.readLagMs = MINUTE_MS;
    rig.cloud.faults.add({ what: "500-after-commit", status: 400, code, when: buyPackage });
    await rig.run();
    const tokens = rig.cloud
      .calls()
      .filter((call) => call.action === buyPackage.action)
      .map(({ params }) => params.ClientToken);
    expect(tokens.length).toBeGreaterThan(1);
    expect(new Set(tokens).size).toBe(1);
    expect(ordersOf(rig.cloud.world.state).CreateCenBandwidthPackage).toBe(1);
  });
});
