import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { exitTable } from "../../scripts/docs/exit-table.ts";
import { partOf } from "../../scripts/docs/marked.ts";
import { scenarioLines } from "../../scripts/docs/scenario-lines.ts";
import { simulatorParts } from "../../scripts/docs/simulator-parts.ts";
import { stepTable } from "../../scripts/docs/step-table.ts";
import { inReadme, steadyLines } from "../../scripts/docs/transcript.ts";
import { stepList } from "../../src/steps/index.ts";
import { createTestHost, runCli } from "../support/host.ts";

const repository = new URL("../../", import.meta.url);
const read = (path: string) => readFileSync(new URL(path, repository), "utf8");
const readme = read("README.md");
const simulator = read("docs/simulator.md");

test("the README's step table is the list of steps (else: npm run docs)", async () => {
  expect(partOf(readme, "steps")).toBe(await stepTable());
});

test("the README has a line for every scenario (else: npm run docs)", () => {
  expect(partOf(readme, "scenarios")).toBe(scenarioLines());
});

test("the step table names every step once, in order", async () => {
  const named = [...(await stepTable()).matchAll(/^\| \d+ \| `([a-z-]+)`/gm)].map((match) => match[1]);
  expect(named).toEqual(stepList.map((entry) => entry.name));
});

test("docs/operating.md: the exit codes are those of exit-codes.ts (else: npm run docs)", () => {
  expect(partOf(read("docs/operating.md"), "exit codes")).toBe(exitTable());
});

test.each(Object.entries(simulatorParts()))(
  "docs/simulator.md: %s are what the code says (else: npm run docs)",
  (name, body) => {
    expect(partOf(simulator, name)).toBe(body.trim());
  },
);

test("the README's transcript is what npm start prints, but for times and counts of reads (else: npm run docs)", async () => {
  const host = createTestHost();
  const file = fileURLToPath(new URL("examples/tutorial-a.yaml", repository));
  const { code, stdout } = await runCli(["apply", "--simulate", "--yes", "--approve-purchases", "-f", file], host);
  expect(code).toBe(0);
  const printed = steadyLines(inReadme(stdout)).slice(0, -1);
  const transcript = steadyLines(partOf(readme, "transcript"));
  expect(transcript.slice(0, printed.length)).toEqual(printed);
  expect(transcript.slice(printed.length).join("\n")).toMatch(/^\s*Next {3}npx sagctl setup --simulate/);
});
