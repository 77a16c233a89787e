import { rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { classify, countCalls } from "../../bench/call-counts.ts";
import type { CallEntry } from "../../src/simulator/world.ts";
import { createTestHost, newFolder, runCli } from "../support/host.ts";
import { openRig } from "../support/rig.ts";
import { exampleFile, tutorials, worldIn } from "../support/worlds.ts";

const writesOf = { "tutorial-a": 11, "tutorial-a-empty": 15, "tutorial-a-half-done": 7 };
/** Besides polling. 40 are promised, of tutorial-a; no count may grow unseen. */
const mostReads = { "tutorial-a": 37, "tutorial-a-empty": 54, "tutorial-a-half-done": 37 };
const mostReadsAgain = 19;

async function apply(cwd: string, scenario: string): Promise<readonly CallEntry[]> {
  const before = callsIn(cwd, scenario).at(-1)?.index ?? 0;
  const argv = ["apply", "-f", exampleFile(scenario), "--simulate", "--yes", "--approve-purchases"];
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

describe("tutorial-a, whatever the cloud's times are", () => {
  it.each([2, 3, 4])("is applied with no more reads: seed %i", async (seed) => {
    const rig = await openRig({ scenario: "tutorial-a", seed });
    onTestFinished(() => rig.close());
    const { calls } = await rig.run();
    // The command looks once more: whose key it is.
    expect(countCalls(calls).reads + 1, listOf(calls)).toBeLessThanOrEqual(mostReads["tutorial-a"]);
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
