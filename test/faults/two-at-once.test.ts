import { copyFileSync, readFileSync, utimesSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import type { Intent } from "../../src/state/store.ts";
import { newFolder } from "../support/host.ts";
import { quickParcels } from "../support/quick-parcels.ts";
import { type SagctlProcess, wordsOf } from "../support/sagctl-process.ts";
import { type CloudHere, intentIn, patience, serveHere } from "../support/served-cloud.ts";
import { exampleFile } from "../support/worlds.ts";

vi.setConfig({ testTimeout: 120_000 });

const purchase = { product: "Smartag", action: "CreateSmartAccessGateway" } as const;
const packageOrder = { product: "Cbn", action: "CreateCenBandwidthPackage" } as const;
const COMMIT_BOUND_AND_READ_LAG_MS = 20 * 60_000;
const once = { CreateSmartAccessGateway: 1, CreateCenBandwidthPackage: 1 };

describe("two sagctl on one diary", () => {
  it("the second exits 8, names the holder and sends no write; the first goes on", async () => {
    const cloud = await serveHere("tutorial-a");
    const { start } = cloud.machine();
    cloud.hold(purchase);
    const first = start();
    await cloud.held();
    // With the order, all that can be written beside it.
    await vi.waitUntil(() => cloud.writes().length === 4, patience);
    const second = await start().ended;
    expect(second.code).toBe(8);
    expect(wordsOf(second)).toMatch(
      new RegExp(`is in use: pid ${first.pid} on host ${hostname()}: sagctl apply .*, since \\d\\d:\\d\\d`),
    );
    expect(wordsOf(second)).toContain("Wait until it has ended, then run the same command again");
    expect(cloud.writes()).toHaveLength(4);
    cloud.release();
    expect((await first.ended).code).toBe(0);
    expect(cloud.orders()).toEqual(once);
  });
});

describe("a holder of the diary that is dead, or was asleep", () => {
  it("of three that come upon a killed holder one goes on and two exit 8: one order each", async () => {
    const cloud = await serveHere("tutorial-a");
    const { start } = cloud.machine();
    cloud.holdAnswer(purchase);
    const dead = start();
    await cloud.held();
    await dead.kill();
    cloud.release();
    // Whoever has the lock keeps it until the others have come.
    cloud.hold({ product: "Cbn", action: "DescribeCens" });
    const three = [start(), start(), start()];
    const refused = await firstTwo(three.map((one) => one.ended));
    expect(refused.map(({ code }) => code)).toEqual([8, 8]);
    cloud.release();
    const codes = (await Promise.all(three.map((one) => one.ended))).map(({ code }) => code);
    expect(codes.sort()).toEqual([0, 8, 8]);
    expect(cloud.orders()).toEqual(once);
  });

  it("one that slept while another took its lock over writes nothing more when it wakes", async () => {
    const cloud = await serveHere("tutorial-a");
    const machine = cloud.machine();
    cloud.holdAnswer(purchase, "purchase");
    const sleeper = machine.start();
    await cloud.held();
    // What left beside the order has been answered and written down.
    await vi.waitUntil(() => cloud.writes().length === 4 && unanswered(machine.diaryFile()) === 1, patience);
    sleeper.signal("SIGSTOP");
    leaveUnrefreshed(machine.diaryFile());
    cloud.hold(packageOrder);
    const other = machine.start();
    await cloud.held(2);
    cloud.cloud.faults.release("purchase");
    sleeper.signal("SIGCONT");
    const woken = await sleeper.ended;
    expect(woken.code).toBe(8);
    expect(wordsOf(woken)).toContain("while this one was asleep");
    cloud.release();
    expect((await other.ended).code).toBe(0);
    // The other one was at work meanwhile: all writes of the tutorial, and none of them by both.
    expect(cloud.writes().filter((call) => call.committed)).toHaveLength(11);
    expect(cloud.orders()).toEqual(once);
    // The diary is the other one's, whole.
    expect(intentIn(machine.diaryFile(), "bandwidth-package/china-america#buy")).toMatchObject({ state: "settled" });
  });
});

describe("two machines with one network file, one after the other", () => {
  it("the second finds everything and writes nothing", async () => {
    const cloud = await serveHere("tutorial-a");
    expect((await cloud.machine().start().ended).code).toBe(0);
    const before = cloud.writes();
    expect((await cloud.machine().start().ended).code).toBe(0);
    expect(cloud.writes()).toHaveLength(before.length);
    expect(cloud.orders()).toEqual(once);
  });

  it.each([purchase, packageOrder])(
    "the second goes on with what the first died over, D + E after $action",
    async (order) => {
      const cloud = await serveHere("tutorial-a");
      cloud.holdAnswer(order);
      const dead = cloud.machine().start();
      await cloud.held();
      await dead.kill();
      cloud.release();
      expect(cloud.orders()[order.action]).toBe(1);
      await cloud.cloud.advanceTo(cloud.cloud.now() + COMMIT_BOUND_AND_READ_LAG_MS);
      expect((await cloud.machine().start().ended).code).toBe(0);
      expect(cloud.orders()).toEqual(once);
    },
  );
});

describe("two machines with one network file, and an order that nobody has paid", () => {
  it.each([
    { shows: "an order only", unpaidGatewayHasId: false, code: 7, says: "unpaid order ORDER" },
    { shows: "a gateway, too", unpaidGatewayHasId: true, code: 6, says: "the parcel of sag-" },
  ])("that shows as $shows: the second buys nothing beside it, and goes on with it once it is paid", async (one) => {
    const { unpaidGatewayHasId, code, says } = one;
    const cloud = await serveHere("tutorial-a");
    cloud.cloud.reset({ people: "manual", durations: quickParcels, switches: { unpaidGatewayHasId } });
    cloud.cloud.faults.add({ what: "insufficient-balance", when: purchase });
    const [first, second] = [cloud.machine(), cloud.machine()];
    expect((await first.start().ended).code).toBe(6);
    const { orderId } = cloud.cloud.ledger()[0] ?? { orderId: "none" };
    const beside = await second.start().ended;
    expect(beside.code).toBe(code);
    expect(wordsOf(beside)).toContain(says.replace("ORDER", orderId));
    cloud.cloud.people.pay();
    for (const one of [first, second]) {
      const waiting = await one.start().ended;
      expect(waiting.code).toBe(6);
      expect(wordsOf(waiting)).toContain("the parcel of sag-");
    }
    expect(cloud.orders()).toEqual({ CreateSmartAccessGateway: 1 });
  });
});

describe("two machines with one network file, at once", () => {
  it.each([
    { scenario: "tutorial-a", order: purchase, line: "gateway:\n", id: "gateway:\n      id: ID\n" },
    {
      scenario: "tutorial-a-half-done",
      order: packageOrder,
      line: "china-america:\n",
      id: "china-america:\n    id: ID\n",
    },
  ] as const)(
    "both send $order.action, which nobody can prevent; both stop and name both, and write nothing until the file says which",
    async ({ scenario, order, line, id }) => {
      const cloud = await serveHere(scenario);
      const file = ownExample(scenario);
      const machines = [cloud.machine(file), cloud.machine(file)];
      cloud.hold(order, 2);
      const both = machines.map((one) => one.start());
      await cloud.held(2);
      cloud.release();
      const twins = await twinsNamedBy(both, cloud, order.action);
      const before = cloud.writes();
      for (const one of machines) expect((await one.start().ended).code).toBe(7);
      expect(cloud.writes()).toHaveLength(before.length);
      write(file, line, id.replace("ID", twins[1] ?? ""));
      for (const one of machines) expect((await one.start().ended).code).toBe(0);
      expect(cloud.orders()).toEqual({ ...once, [order.action]: 2 });
    },
  );
});

/** The two things that were ordered: both runs end with exit 7 and name them. */
async function twinsNamedBy(both: readonly SagctlProcess[], cloud: CloudHere, action: string) {
  const ended = await Promise.all(both.map((one) => one.ended));
  const orders = cloud.cloud.ledger().filter((order) => order.action === action);
  const twins = orders.flatMap((order) => order.instanceIds);
  expect(twins).toHaveLength(2);
  for (const one of ended) {
    expect(one.code).toBe(7);
    for (const id of twins) expect(wordsOf(one)).toContain(id);
  }
  return twins;
}

async function firstTwo<T>(all: readonly Promise<T>[]): Promise<readonly T[]> {
  const done: T[] = [];
  await new Promise<void>((resolve) => {
    for (const one of all) void one.then((value) => done.push(value) === 2 && resolve());
  });
  return done;
}

function unanswered(diary: string): number {
  const intents: readonly Intent[] = Object.values(JSON.parse(readFileSync(diary, "utf8")).intents);
  return intents.filter((intent) => intent.state === "sending").length;
}

/** As after ten seconds and more without a sign of life. */
function leaveUnrefreshed(diary: string): void {
  const old = Date.now() / 1000 - 60;
  utimesSync(`${diary}.lock`, old, old);
}

function ownExample(scenario: string): string {
  const file = join(newFolder(), "sagctl.yaml");
  copyFileSync(exampleFile(scenario), file);
  return file;
}

function write(file: string, from: string, to: string): void {
  const text = readFileSync(file, "utf8");
  expect(text).toContain(from);
  writeFileSync(file, text.replace(from, to));
}
