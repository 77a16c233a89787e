import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { tutorialA } from "../../src/simulator/scenarios/tutorial-a.ts";
import { createSimulatedCloud } from "../../src/simulator/simulated-cloud.ts";
import { createTestHost, newFolder, runCli } from "../support/host.ts";
import { exampleFile, tutorials, worldIn } from "../support/worlds.ts";

/** A folder in which a newcomer has typed `sagctl init … > sagctl.yaml`. */
async function initialised(...flags: string[]) {
  const cwd = newFolder();
  const run = (...argv: string[]) => runCli(argv, createTestHost({ cwd }));
  const { code, stdout, stderr } = await run("init", ...flags);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  writeFileSync(join(cwd, "sagctl.yaml"), stdout);
  return { cwd, run, text: stdout };
}

const markerOf = (text: string) => /^marker: "?([0-9a-f]{12})"?$/m.exec(text)?.[1];

describe("init, plan, apply: the first three commands that one tries", () => {
  test("work on the simulated cloud as they stand", async () => {
    const { cwd, run } = await initialised();
    const planned = await run("plan", "--simulate");
    expect(planned).toMatchObject({ code: 0, stderr: "" });
    expect(planned.stdout).toContain("11 changes, 2 of them purchases");
    expect((await run("apply", "--simulate", "--yes", "--approve-purchases")).code).toBe(0);
    expect(worldIn(cwd, "tutorial-a").ledger).toHaveLength(2);
    expect((await run("verify", "--simulate")).code).toBe(0);
  });

  test("work in a folder where another scenario was rehearsed before", async () => {
    const { run } = await initialised();
    expect((await run("simulate", "reset", "--scenario", "tutorial-a-empty")).code).toBe(0);
    expect((await run("plan", "--simulate")).stdout).toContain("11 changes, 2 of them purchases");
  });

  test.each(tutorials)(
    "work for the scenario %s, with a file that is its example but for the marker",
    async (scenario) => {
      const { run, text } = await initialised("--scenario", scenario);
      expect((await run("plan", "--simulate")).code).toBe(0);
      const example = readFileSync(exampleFile(scenario), "utf8");
      const unmarked = (whole: string) => whole.slice(whole.indexOf("\nnetwork:")).replace(/^marker: .*$/m, "");
      expect(unmarked(text)).toBe(unmarked(example));
      expect(text).not.toMatch(/examples\/|\.\.\//);
      const other = await initialised("--scenario", scenario);
      expect(new Set([text, other.text, example].map(markerOf)).size).toBe(3);
    },
  );
});

test("the printed file is plainly a template: a cloud that has none of it is asked for each id by name, and nothing is sent", async () => {
  const elsewhere = {
    ...tutorialA,
    build: (world: Parameters<typeof tutorialA.build>[0]) => {
      tutorialA.build(world);
      for (const kind of ["cen-attachment", "vpc", "security-group"]) {
        for (const { id } of world.all(kind)) world.remove(kind, id);
      }
    },
  };
  const cloud = createSimulatedCloud({ scenario: elsewhere });
  onTestFinished(() => cloud.close());
  const { url } = await cloud.listen();
  const { run, text } = await initialised();
  const at = `--simulate=http://control:${cloud.controlToken}@${new URL(url).host}`;
  const { code, stdout } = await run("plan", at);
  expect(code).toBe(7);
  const words = stdout.replaceAll(/\s+/g, " ");
  const placeholders = text.match(/(?:vpc|sg)-[a-z0-9]+/g) ?? [];
  expect(placeholders).toHaveLength(4);
  for (const id of placeholders) expect(words).toMatch(new RegExp(`There is no (VPC|security group) ${id} in`));
  for (const id of placeholders) expect(text).toMatch(new RegExp(`${id}\\]? # replace`));
  expect(cloud.calls().filter((call) => call.kind === "write")).toEqual([]);
});

test("init of a scenario that there is not names those that there are", async () => {
  const { code, stdout, stderr } = await runCli(["init", "--scenario", "tutorial-z"], createTestHost());
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(stderr).toContain("tutorial-a-half-done");
});
