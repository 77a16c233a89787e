import { rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { classify, countCalls, nameOf } from "../../bench/call-counts.ts";
import { makespanOf } from "../../bench/scenarios.ts";
import type { CallEntry } from "../../src/simulator/world.ts";
import { createMemoryStore } from "../../src/state/memory-store.ts";
import { createTestHost, newFolder, runCli } from "../support/host.ts";
import { openRig, type Ran, type Rig } from "../support/rig.ts";
import { exampleFile, todaysTutorials, tutorials, worldIn } from "../support/worlds.ts";

const writesOf = { "tutorial-a": 11, "tutorial-a-empty": 15, "tutorial-a-half-done": 7 };
/** Besides polling. 40 are promised, of tutorial-a; no count may grow unseen. */
const mostReads = { "tutorial-a": 37, "tutorial-a-empty": 54, "tutorial-a-half-done": 37 };
const mostReadsAgain = 19;

/** Of today's cloud. A second run: 22 are promised of tutorial-b, 32 of tutorial-a-today-empty. */
const today = {
  "tutorial-b": { writes: 10, mostReads: 65, mostReadsAgain: 22 },
  "tutorial-b-cross-region": { writes: 18, mostReads: 120, mostReadsAgain: 30 },
  "tutorial-b-isolated": { writes: 11, mostReads: 100, mostReadsAgain: 27 },
  "tutorial-a-today": { writes: 36, mostReads: 185, mostReadsAgain: 31 },
  "tutorial-a-today-empty": { writes: 39, mostReads: 200, mostReadsAgain: 32 },
};

const threeRoutes = ["CreateRouteEntry", "CreateRouteEntry", "CreateRouteEntry"];
const threeGroups = ["AuthorizeSecurityGroup", "AuthorizeSecurityGroup", "AuthorizeSecurityGroup"];
const attached = [
  "GrantInstanceToTransitRouter",
  "CreateTransitRouterVpcAttachment",
  "AssociateTransitRouterAttachmentWithRouteTable",
  "EnableTransitRouterRouteTablePropagation",
];

async function apply(cwd: string, scenario: string): Promise<readonly CallEntry[]> {
  const before = callsIn(cwd, scenario).at(-1)?.index ?? 0;
  const consents = ["--yes", "--approve-purchases", "--allow-probes"];
  const argv = ["apply", "-f", exampleFile(scenario), "--simulate", ...consents];
  expect(await runCli(argv, createTestHost({ cwd }))).toMatchObject({ code: 0 });
  return callsIn(cwd, scenario).filter((call) => call.index > before);
}

function callsIn(cwd: string, scenario: string): readonly CallEntry[] {
  try {
    return worldIn(cwd, scenario).calls;
  } catch {
    return [];
  }
}

/** The calls but for polls, in words, for whoever has to find out why a count is off. */
function listOf(calls: readonly CallEntry[]): string {
  const counted = classify(calls).filter(({ as }) => as !== "polls");
  return counted.map(({ call, as }) => `${as} ${call.action} ${JSON.stringify(call.params)} ${call.code}`).join("\n");
}

/** At most a tenth longer than what no order of the same writes can beat. */
function expectFast(rig: Rig, ran: Ran): void {
  const { ratio } = makespanOf(rig, ran);
  expect(ratio).toBeGreaterThanOrEqual(1);
  expect(ratio).toBeLessThanOrEqual(1.1);
}

describe("whatever the cloud's times are", () => {
  it.each([2, 3, 4])("tutorial-a is applied with no more reads, and about as fast as can be: seed %i", async (seed) => {
    const rig = await openRig({ scenario: "tutorial-a", seed, wire: "none" });
    onTestFinished(() => rig.close());
    const ran = await rig.run();
    // The command looks once more: whose key it is.
    expect(countCalls(ran.calls).reads + 1, listOf(ran.calls)).toBeLessThanOrEqual(mostReads["tutorial-a"]);
    expectFast(rig, ran);
  });

  it.each([
    ["tutorial-b", 4],
    ["tutorial-b-cross-region", 2],
    ["tutorial-a-today-empty", 3],
  ])("%s is applied about as fast as can be: seed %i", async (scenario, seed) => {
    const rig = await openRig({ scenario, seed, wire: "none" });
    onTestFinished(() => rig.close());
    expectFast(rig, await rig.run());
  });
});

describe.each(tutorials)("%s", (scenario) => {
  it(`is applied with ${writesOf[scenario]} writes, each of them taken at once`, async () => {
    const calls = await apply(newFolder(), scenario);
    const { writes, reads } = countCalls(calls);
    expect(writes, listOf(calls)).toBe(writesOf[scenario]);
    expect(calls.filter((call) => call.kind === "write" && !call.committed)).toEqual([]);
    expect(reads, listOf(calls)).toBeLessThanOrEqual(mostReads[scenario]);
  });

  it("is applied a second time without a write and with at most 19 reads, with its diary and without", async () => {
    const cwd = newFolder();
    await apply(cwd, scenario);
    for (const diary of ["kept", "deleted"]) {
      if (diary === "deleted") rmSync(join(cwd, ".sagctl", "simulated", scenario, "state.json"));
      const calls = await apply(cwd, scenario);
      const { writes, reads, polls } = countCalls(calls);
      expect({ diary, writes, polls }, listOf(calls)).toEqual({ diary, writes: 0, polls: 0 });
      expect(reads, listOf(calls)).toBeLessThanOrEqual(mostReadsAgain);
      expect(reads).toBeGreaterThan(0);
    }
  });
});

describe("tutorial-b", () => {
  it("is applied with ten writes and no more, and again with none and at most 22 reads besides probes", async () => {
    const cwd = newFolder();
    const calls = await apply(cwd, "tutorial-b");
    const written = classify(calls).filter(({ as }) => as === "writes");
    expect(written.map(({ call }) => call.action).sort()).toEqual([...attached, ...threeGroups, ...threeRoutes].sort());
    const again = await apply(cwd, "tutorial-b");
    expect(countCalls(again), listOf(again)).toMatchObject({ writes: 0, polls: 0 });
    expect(countCalls(again).reads, listOf(again)).toBeLessThanOrEqual(today["tutorial-b"].mostReadsAgain);
    expect(again.filter((call) => call.action === "RunCommand")).toHaveLength(6);
  });
});

describe.each(todaysTutorials)("%s, today's cloud", (scenario) => {
  const { writes, mostReads, mostReadsAgain } = today[scenario];

  it(`is applied with ${writes} writes, again with none, and asks nothing twice`, async () => {
    const rig = await openRig({ scenario, wire: "none" });
    onTestFinished(() => rig.close());
    // The command looks once more for each account: whose key it is.
    const whose = rig.network.accounts.length;
    const { calls } = await rig.run();
    expect(countCalls(calls).writes, listOf(calls)).toBe(writes);
    expect(calls.filter((call) => call.kind === "write" && !call.committed)).toEqual([]);
    expect(countCalls(calls).reads + whose, listOf(calls)).toBeLessThanOrEqual(mostReads);
    for (const store of [undefined, createMemoryStore()]) {
      const again = (await rig.run(store ? { store } : {})).calls;
      expect(countCalls(again), listOf(again)).toMatchObject({ writes: 0, polls: 0 });
      expect(countCalls(again).reads + whose, listOf(again)).toBeLessThanOrEqual(mostReadsAgain);
      expect(repeated(again)).toEqual([]);
    }
  });

  it("is planned without asking anything twice", async () => {
    const rig = await openRig({ scenario, wire: "none" });
    onTestFinished(() => rig.close());
    await rig.plan();
    expect(rig.cloud.calls().length).toBeGreaterThan(10);
    expect(repeated(rig.cloud.calls())).toEqual([]);
  });
});

/** Reads that were sent more than once: with the same key, for the same. */
function repeated(calls: readonly CallEntry[]): readonly string[] {
  const reads = classify(calls).filter(({ as }) => as === "reads");
  const names = reads.map(({ call }) => nameOf(call));
  return names.filter((name, at) => names.indexOf(name) < at);
}
