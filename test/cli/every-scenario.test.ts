import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { scenarios } from "../../src/simulator/scenarios/index.ts";
import { createTestHost, newFolder, runCli } from "../support/host.ts";
import { exampleFile, worldIn } from "../support/worlds.ts";

const readme = readFileSync(new URL("../../README.md", import.meta.url), "utf8");
const found = readme.matchAll(/`npx sagctl (apply --simulate) -f examples\/([a-z-]+)\.yaml`/g);
const lines = [...found].map(([line, command = "", scenario = ""]) => ({ line, command, scenario }));
const consents = ["--yes", "--approve-purchases", "--allow-probes"];
const consentsFor = (scenario: string) =>
  scenario === "tutorial-b-isolated" ? [...consents, "--allow-destroy"] : consents;

test("the README has one line for every scenario", () => {
  expect(lines.map((one) => one.scenario)).toEqual(Object.keys(scenarios));
});

// Among the README's other lines these two are run, and looked at in the same way, by documented-lines.test.ts.
const others = lines.filter(({ scenario }) => !["tutorial-a", "tutorial-b"].includes(scenario));

test.each(others)("$line", { timeout: 240_000 }, async ({ command, scenario }) => {
  const cwd = newFolder();
  const argv = [...command.split(" "), "-f", exampleFile(scenario), ...consentsFor(scenario)];
  const { code, stdout } = await runCli(argv, createTestHost({ cwd }));
  expect({ code, stdout }).toMatchObject({ code: 0 });
  const { calls } = worldIn(cwd, scenario);
  const pings = calls.filter((call) => call.action === "RunCommand");
  expect(pings.length > 0).toBe(scenario.includes("tutorial-b") || scenario.includes("today"));
  expect(calls.filter((call) => call.kind === "write" && !call.committed)).toEqual([]);
});
