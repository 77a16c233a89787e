import { expect, test } from "vitest";
import { createTestHost, newFolder, runCli } from "../support/host.ts";
import { exampleFile, worldIn } from "../support/worlds.ts";

const scenario = "tutorial-b-isolated";
const argv = ["--simulate", "-f", exampleFile(scenario)];

test("two VPCs that reach each other are not parted without a word: plan and refusal name them, nothing is sent", async () => {
  const cwd = newFolder();
  const run = (...words: readonly string[]) => runCli([...words, ...argv], createTestHost({ cwd }));
  const plan = (await run("plan")).stdout.replace(/\s+/g, " ");
  expect(plan).toContain("remove Route tables set the way vpc1 ⇄ vpc2: vpc1 moves from the default route table");
  const refused = await run("apply", "--yes", "--allow-probes", "--allow-shared");
  expect(refused.code).toBe(7);
  expect(refused.stderr.replace(/\s+/g, " ")).toContain("consent to: remove the way vpc1 ⇄ vpc2");
  expect(refused.stderr).toContain("--allow-destroy");
  expect(worldIn(cwd, scenario).calls.filter(({ kind }) => kind === "write")).toEqual([]);
  expect((await run("apply", "--yes", "--allow-probes", "--allow-destroy")).code).toBe(0);
});
