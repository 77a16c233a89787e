import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { judgeTokens } from "../../faults/judge/judge-writes.ts";
import type { SimulatedCloud } from "../../src/simulator/simulated-cloud.ts";
import type { CallEntry } from "../../src/simulator/world.ts";
import { type Choice, type KillChain, openKillChain, type Way } from "../support/kill-chain.ts";
import { type NormalWorld, normalise } from "../support/normalise.ts";
import { quickParcels } from "../support/quick-parcels.ts";
import { openRig } from "../support/rig.ts";

// Two at once: while the one starts a process, the other's cloud answers.
vi.setConfig({ testTimeout: 1_800_000, maxConcurrency: 2 });

/** One point in so many: the longest runs and those that repeat what another one does are died at less often. */
const everyIn: Readonly<Record<string, number>> = {
  "tutorial-a-today-empty": 60,
  "tutorial-a-today": 80,
  "tutorial-b-isolated": 40,
};
/** On demand, where more than a thousand are wanted, and in CI by the same rule. */
const everyOf = (scenario: string) => (process.env.SAGCTL_FULL ? 4 : (everyIn[scenario] ?? 20));
/** Every write of tutorial A is died at: before it is written down, before it is sent, and after it was carried out. */
const chosenOf = (scenario: string): Choice => ({
  every: everyOf(scenario),
  seed: `${SEED} ${scenario}`,
  eachWrite: scenario === "tutorial-a",
});
const SEED = Number(process.env.SAGCTL_SEED ?? 0);
/** A parcel takes minutes here, and nothing is under way for so long. */
const LATER_MS = 24 * 60 * 60_000;
const orders = ["CreateSmartAccessGateway", "CreateCenBandwidthPackage"];

const scenarios = [
  "tutorial-a-today-empty",
  "tutorial-a-today",
  "tutorial-a",
  "tutorial-a-empty",
  "tutorial-b",
  "tutorial-b-cross-region",
  "tutorial-b-isolated",
] as const;

interface Replay {
  readonly scenario: string;
  readonly way: Way;
  readonly deaths: readonly string[];
}

/** A chain that failed has left its deaths in a file: SAGCTL_CHAIN=FILE dies them again, and nothing else is run. */
const replay: Replay | undefined =
  process.env.SAGCTL_CHAIN && JSON.parse(readFileSync(process.env.SAGCTL_CHAIN, "utf8"));

/** What stands after a run that nobody disturbed, and what was written on the way. */
interface Undisturbed {
  readonly world: NormalWorld;
  readonly writes: Readonly<Record<string, number>>;
}

const known = new Map<string, Promise<Record<Way, Undisturbed>>>();

function undisturbed(scenario: string): Promise<Record<Way, Undisturbed>> {
  const result = known.get(scenario) ?? runUndisturbed(scenario);
  known.set(scenario, result);
  return result;
}

async function runUndisturbed(scenario: string): Promise<Record<Way, Undisturbed>> {
  const rig = await openRig({ scenario, durations: quickParcels, wire: "none" });
  try {
    const told = async (way: "do" | "undo") => {
      const { calls } = await rig.run({ way });
      return { writes: carriedOut(calls), world: await settled(rig.cloud) };
    };
    return { apply: await told("do"), undo: await told("undo") };
  } finally {
    await rig.close();
  }
}

/** Every process makes the same mark, but not the rig. */
async function settled(cloud: SimulatedCloud): Promise<NormalWorld> {
  await cloud.advanceTo(cloud.now() + LATER_MS);
  const { things, ...rest } = normalise(cloud.world.state);
  const unmarked = (all: readonly string[]) => all.map((one) => one.replace(/sagctl-[0-9a-f]{12}/g, "<mark>")).sort();
  return { ...rest, things: Object.fromEntries(Object.entries(things).map(([kind, all]) => [kind, unmarked(all)])) };
}

/** Probes apart: how often a ping is run changes nothing. */
function carriedOut(calls: readonly CallEntry[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { kind, committed, action } of calls) {
    if (kind === "write" && committed && action !== "RunCommand") counts[action] = (counts[action] ?? 0) + 1;
  }
  return counts;
}

/** Dies its way through a run, and judges what came of it by the cloud alone. */
async function dieThrough(chain: KillChain, way: Way, choice: Choice, wanted: Undisturbed): Promise<void> {
  const { cloud } = chain;
  const before = chain.calls().length;
  await chain.run(way, choice);
  const calls = chain.calls().slice(before);
  expect(carriedOut(calls)).toEqual(wanted.writes);
  expect(judgeTokens(calls)).toEqual([]);
  expect(await settled(cloud)).toEqual(wanted.world);
  const { length } = chain.calls();
  expect(await chain.runOnce(way)).toMatchObject({ code: 0 });
  const again = chain.calls().slice(length);
  expect(again.filter((call) => call.kind === "write")).toEqual([]);
  chain.expectNoSecret();
}

const diedIn = new Map<string, readonly string[]>();
const died = () => [...diedIn.values()].flat();

interface Case {
  readonly scenario: string;
  readonly way: Way;
}

async function dieThroughAll({ scenario, way }: Case): Promise<void> {
  const wanted = await undisturbed(scenario);
  const chain = await openKillChain(scenario);
  const choice: Choice = replay ? { at: replay.deaths } : chosenOf(scenario);
  try {
    if (way === "undo") expect(await chain.runOnce("apply")).toMatchObject({ code: 0 });
    // What nobody has seen an answer to may still come when the next process is already looking.
    for (const action of orders)
      chain.cloud.faults.add({ what: "late-commit", when: { action }, virtualMs: 10 * 60_000 });
    await dieThrough(chain, way, choice, wanted[way]);
  } catch (error) {
    throw new Error(`${(error as Error).message}\n${keep({ scenario, way, deaths: chain.deaths() })}`, {
      cause: error,
    });
  } finally {
    diedIn.set(`${way} of ${scenario}`, chain.deaths());
    await chain.close();
  }
}

/** A file by which a chain that failed is died once more. */
function keep(failed: Replay): string {
  const file = join(mkdtempSync(join(tmpdir(), "sagctl-chain-")), "chain.json");
  writeFileSync(file, JSON.stringify(failed, null, 1));
  return `Die it again: SAGCTL_CHAIN=${file} npx vitest run test/faults/kill.test.ts`;
}

const cases = scenarios.flatMap((scenario) =>
  (["apply", "undo"] as const).map((way) => [`${way} of ${scenario}`, { scenario, way }] as const),
);

describe("processes that are killed one after the other, each a little later than the one before", () => {
  it.concurrent.each(cases.filter(([, one]) => isMeant(one)))(
    "%s: in the end the world of the undisturbed run, every write carried out once, no secret anywhere",
    (_, one) => dieThroughAll(one),
  );
});

function isMeant({ scenario, way }: Case): boolean {
  return replay === undefined || (scenario === replay.scenario && way === replay.way);
}

describe.skipIf(replay !== undefined)("the points at which they died", () => {
  const least = process.env.SAGCTL_FULL ? 1000 : 300;

  it(`are at least ${least}`, () => {
    console.log(`${died().length} processes killed`);
    expect(died().length).toBeGreaterThanOrEqual(least);
  });

  it.each([
    ["while the lock is taken or let go", /^(lock|holder|door)/],
    ["during the first look", /^look .*: sent/],
    ["while a change is polled for", /^poll /],
    ["while waiting", /^sleep /],
    ["while the backup of the diary is written", /^backup: /],
    ["in the middle of writing down what is about to be sent", /, sending: half written/],
    ["when it is written and not yet flushed", /, sending: written/],
    ["when it is flushed and not yet in place", /, sending: flushed/],
    ["when it is on the platter and nothing has been sent", /, sending: on the platter|^[A-Z].*: before sending/],
    ["when the request has been sent", /^[A-Z].*: sent/],
    ["when the answer is there and has not been read", /^[A-Z].*: answered, not read/],
    ["in the middle of writing down the answer", /, answered: (empty|half|written|flushed|renamed)/],
    ["when the answer is on the platter", /, answered: on the platter/],
    ["in the middle of writing down that it stands", /, (settled|undone): (empty|half|written|flushed|renamed)/],
  ])("lie %s, too", (_, point) => {
    expect(died().filter((name) => point.test(name)).length).toBeGreaterThan(1);
  });

  // Of two writes that are under way together one alone is the point, and the next process finds the other carried out.
  it.each([
    ["before it is written down", 11, /, sending: half written$/],
    ["when it is written down and not sent", 11, /^[A-Z]\w+ [0-9a-f]{6}: before sending$/],
    [
      "when it has been sent and what came of it is not written down",
      9,
      /^[A-Z]\w+ [0-9a-f]{6}: (sent|answered, not read)$/,
    ],
  ])("lie at the 11 writes of tutorial A, %s (at %i of them)", (_, count, point) => {
    const points = diedIn.get("apply of tutorial-a")?.filter((name) => point.test(name)) ?? [];
    expect(new Set(points.map((name) => name.replace(/: [^:]*$/, ""))).size).toBeGreaterThanOrEqual(count);
  });
});
