import { describe, expect, it, vi } from "vitest";
import type { NormalWorld } from "../support/normalise.ts";
import { openRealOffice } from "../support/real-office.ts";
import { wordsOf } from "../support/sagctl-process.ts";
import { type CloudHere, intentIn, type Machine, patience, serveHere } from "../support/served-cloud.ts";
import { exampleFile } from "../support/worlds.ts";
import { PseudoTerminal } from "../terminal/pseudo-terminal.ts";

vi.setConfig({ testTimeout: 120_000 });

const purchase = { product: "Smartag", action: "CreateSmartAccessGateway" } as const;
/** One of many while the parcel is waited for. */
const poll = { product: "Smartag", action: "DescribeSmartAccessGateways", nth: 12 } as const;
const packageOrder = { product: "Cbn", action: "CreateCenBandwidthPackage" } as const;
const MINUTE_MS = 60_000;
const once = { CreateSmartAccessGateway: 1, CreateCenBandwidthPackage: 1 };
const STOPPING = "Stopping as soon as what is under way has been answered; Ctrl-C again stops at once";
const CTRL_C = "\u0003";

let known: NormalWorld | undefined;

/** What a run that nobody disturbs leaves; run once, when it is first asked for. */
async function undisturbed(): Promise<NormalWorld> {
  if (known) return known;
  const cloud = await serveHere("tutorial-a");
  expect((await cloud.machine().start().ended).code).toBe(0);
  known = await cloud.settled();
  return known;
}

/** Run again, it completes: the same world, one order each. */
async function expectCompletes(cloud: CloudHere, machine: Machine): Promise<void> {
  expect((await machine.start().ended).code).toBe(0);
  expect(cloud.orders()).toEqual(once);
  expect(await cloud.settled()).toEqual(await undisturbed());
}

const signals = [
  ["SIGINT", 130],
  ["SIGTERM", 143],
] as const;

describe.each(signals)("%s, once", (signal, code) => {
  it("during a poll: no new look, the way to go on, and apply completes", async () => {
    const cloud = await serveHere("tutorial-a");
    const machine = cloud.machine();
    cloud.holdAnswer(poll);
    const run = machine.start();
    await cloud.held();
    run.signal(signal);
    await run.until(STOPPING);
    const { length } = cloud.cloud.calls();
    cloud.release();
    const ended = await run.ended;
    expect(ended.code).toBe(code);
    expect(wordsOf(ended)).toContain("Then run again: sagctl apply -f");
    expect(wordsOf(ended)).toContain("It goes on from here. Nothing is bought twice.");
    expect(cloud.cloud.calls()).toHaveLength(length);
    await expectCompletes(cloud, machine);
  });

  it("during a purchase: its answer is waited for and taken down, nothing more is sent, and apply completes", async () => {
    const cloud = await serveHere("tutorial-a");
    const machine = cloud.machine();
    cloud.holdAnswer(purchase);
    const run = machine.start();
    // With the order, all that can be written beside it.
    await vi.waitUntil(() => cloud.writes().length === 4, patience);
    run.signal(signal);
    await run.until(STOPPING);
    expect(intentIn(machine.diaryFile(), "purchase/beijing#buy")).toMatchObject({ state: "sending" });
    cloud.release();
    expect((await run.ended).code).toBe(code);
    const [order] = cloud.cloud.ledger();
    expect(intentIn(machine.diaryFile(), "purchase/beijing#buy")).toMatchObject({
      state: "answered",
      reply: { OrderId: order?.orderId },
    });
    expect(cloud.writes()).toHaveLength(4);
    await expectCompletes(cloud, machine);
  });
});

describe("SIGINT, once, during a poll whose answer is then lost", () => {
  it("is no news of the cloud: the poll is not sent again, and apply completes", async () => {
    const cloud = await serveHere("tutorial-a");
    const machine = cloud.machine();
    cloud.holdAnswer(poll, "hold");
    cloud.cloud.faults.add({ what: "reset-before-commit", point: "deliver", when: poll });
    const run = machine.start();
    await cloud.held();
    run.signal("SIGINT");
    await run.until(STOPPING);
    const { length } = cloud.cloud.calls();
    cloud.release();
    const ended = await run.ended;
    expect(ended.code).toBe(130);
    expect(cloud.cloud.calls()).toHaveLength(length);
    await expectCompletes(cloud, machine);
  });
});

describe("SIGINT, once, while a run on the real clock waits for the cloud", () => {
  it("ends it without a new look, and apply completes", async () => {
    const office = await openRealOffice();
    const { cloud } = office;
    const keys = office.addKey({ id: "LTAI5tStopped", secret: "secret-stopped" });
    cloud.faults.add({ what: "hang-task", when: packageOrder, virtualMs: 50 * MINUTE_MS });
    const run = office.start(keys);
    await run.until("waits for what CreateCenBandwidthPackage made to show in the list");
    run.signal("SIGINT");
    await run.until(STOPPING);
    const { length } = cloud.calls();
    const ended = await run.ended;
    expect(ended.code).toBe(130);
    expect(wordsOf(ended)).toContain("Then run again: sagctl apply");
    expect(cloud.calls()).toHaveLength(length);
    await cloud.advanceTo(cloud.now() + 60 * MINUTE_MS);
    expect((await office.start(keys).ended).code).toBe(0);
    expect(office.orders().CreateCenBandwidthPackage).toBe(1);
  });
});

/** A purchase whose answer is held, one that is still at the door, and a look. */
const heldAt = [
  { signal: "SIGINT", code: 130, what: "a purchase held at its answer", point: "deliver", when: purchase },
  { signal: "SIGINT", code: 130, what: "a purchase held at the door", point: "accept", when: purchase },
  { signal: "SIGTERM", code: 143, what: "a purchase held at the door", point: "accept", when: purchase },
  { signal: "SIGTERM", code: 143, what: "a poll", point: "deliver", when: poll },
] as const;

describe.each(heldAt)("$signal, twice", ({ signal, code, what, point, when }) => {
  it(`during ${what}: stops at once, its outcome is found out later, and apply completes`, async () => {
    const cloud = await serveHere("tutorial-a");
    const machine = cloud.machine();
    cloud.cloud.faults.add({ what: "hold-answer", point, when });
    const run = machine.start();
    await cloud.held();
    run.signal(signal);
    await run.until(STOPPING);
    run.signal(signal);
    const ended = await run.ended;
    expect(ended.code).toBe(code);
    // Without an end of its own, as when it had given up waiting.
    expect(wordsOf(ended)).not.toContain("Then run again");
    expect(wordsOf(ended)).toContain("Stopped at once. What is under way may still be carried out");
    expect(cloud.cloud.faults.held()).toBe(1);
    const state = when === purchase ? "sending" : "settled";
    expect(intentIn(machine.diaryFile(), "purchase/beijing#buy")).toMatchObject({ state });
    cloud.release();
    await expectCompletes(cloud, machine);
  });
});

describe.each(signals)("%s, while sagctl is only looking", (signal, code) => {
  it("ends it at once, and nothing has been sent", async () => {
    const cloud = await serveHere("tutorial-a");
    const machine = cloud.machine();
    cloud.holdAnswer({ product: "Cbn", action: "DescribeCens" });
    const run = machine.start();
    await cloud.held();
    run.signal(signal);
    expect((await run.ended).code).toBe(code);
    expect(cloud.cloud.faults.held()).toBe(1);
    expect(cloud.writes()).toEqual([]);
    cloud.release();
    if (signal === "SIGINT") await expectCompletes(cloud, machine);
  });
});

const stops = [
  { how: "Ctrl-C", stop: (terminal: PseudoTerminal) => terminal.type(CTRL_C), code: 130 },
  { how: "SIGINT", stop: (terminal: PseudoTerminal) => terminal.signal("SIGINT"), code: 130 },
  { how: "SIGTERM", stop: (terminal: PseudoTerminal) => terminal.signal("SIGTERM"), code: 143 },
];

describe.each(stops)("$how at a question", ({ how, stop, code }) => {
  it.each(["Apply this to the simulated cloud?", "Spend money on bandwidth"])("%s sends nothing", async (question) => {
    const cloud = await serveHere("tutorial-a");
    const machine = cloud.machine();
    const argv = ["apply", "-f", exampleFile("tutorial-a"), `--simulate=${cloud.url}`];
    const terminal = new PseudoTerminal(argv, { cwd: machine.cwd });
    cloud.watched.texts.push(() => terminal.raw);
    if (question.startsWith("Spend")) {
      await terminal.answer("Apply this", "y\r");
      await terminal.answer("Spend money on SAG", "y\r");
    }
    await terminal.until(question);
    stop(terminal);
    expect(await terminal.exit).toBe(code);
    expect(cloud.writes()).toEqual([]);
    expect(cloud.orders()).toEqual({});
    // All three leave the same; one of them shows that it is nothing that is in the way.
    if (how === "Ctrl-C") await expectCompletes(cloud, machine);
  });
});
