import { readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { stepList } from "../../src/steps/index.ts";
import { createTestHost, newFolder, runCli } from "../support/host.ts";
import { worldIn } from "../support/worlds.ts";

const repository = join(import.meta.dirname, "../..");
const readme = readFileSync(join(repository, "README.md"), "utf8");
const operating = readFileSync(join(repository, "docs/operating.md"), "utf8");
const both = `${readme}\n${operating}`;
const indented = [...both.matchAll(/^ {4}npx sagctl (.+?)(?: {2,}.*)?$/gm)].map(([, line = ""]) => line);
const inWords = [...both.matchAll(/`sagctl ([^`]+)`/g)].map(([, line = ""]) => line);
const inSteps = [...readme.matchAll(/^\| \d+ \| `([a-z-]+)` \|.*\| (.*) \|$/gm)];

const consents = ["--yes", "--approve-purchases", "--allow-destroy", "--allow-shared", "--allow-probes"];
const onA = ["--simulate", "-f", "examples/tutorial-a.yaml", ...consents];
const onB = ["--simulate", "-f", "examples/tutorial-b.yaml", ...consents];

/** What has to be added where a line leaves out the cloud, the file or a person, and the exit code; in this order. */
const lines: readonly (readonly [line: string, more: readonly string[], exit: number])[] = [
  ["--help", [], 0],
  // Nobody is at a terminal here.
  ["setup --simulate", [], 2],
  ["plan --simulate -f examples/tutorial-a.yaml", [], 0],
  ["plan", onA, 0],
  ["plan --calls", onA, 0],
  ["plan --permissions", onA, 0],
  ["apply --simulate -f examples/tutorial-a.yaml", consents, 0],
  ["simulate ledger", [], 0],
  ["static-routes --only beijing", onA, 0],
  ["undo", onA, 0],
  ["whoami", onA, 0],
  ["init > sagctl.yaml", [], 0],
  ["grant --request", onB, 0],
  ["grant --accept WORD", onB, 0],
  ["grant", onB, 0],
  ["apply", onB, 0],
  ["vpc-routes", onB, 0],
  ["security-group", onB, 0],
];

test("each command line of the README and of docs/operating.md is one of these, or one of a scenario", () => {
  const found = new Set([...indented, ...inWords].filter((line) => line !== "<step> --help"));
  expect([...found].sort()).toEqual(lines.map(([line]) => line).sort());
});

const scenarioOf = (argv: readonly string[]) =>
  argv.includes("examples/tutorial-b.yaml") ? "tutorial-b" : "tutorial-a";

test("they run one after the other in a fresh folder", async () => {
  const cwd = newFolder();
  symlinkSync(join(repository, "examples"), join(cwd, "examples"));
  let word = "";
  for (const [line, more, exit] of lines) {
    const [typed = "", file] = line.replace("WORD", word).split(" > ");
    const argv = [...typed.split(" "), ...more];
    const { code, stdout, stderr } = await runCli(argv, createTestHost({ cwd }));
    expect({ line, code, said: code === exit ? "" : stdout + stderr }).toEqual({ line, code: exit, said: "" });
    if (file) writeFileSync(join(cwd, file), stdout);
    for (const { calls } of line.startsWith("apply") ? [worldIn(cwd, scenarioOf(argv))] : []) {
      expect(calls.filter((call) => call.kind === "write" && !call.committed)).toEqual([]);
      expect(calls.some((call) => call.action === "RunCommand")).toBe(scenarioOf(argv) === "tutorial-b");
    }
    word = /--accept (\S+)/.exec(stdout)?.[1] ?? word;
  }
  const tried = await runCli(["plan", "--simulate"], createTestHost({ cwd }));
  expect([tried.code, tried.stdout]).toEqual([0, expect.stringContaining("sagctl.yaml")]);
});

test("each step's help has the flags that the README names", async () => {
  expect(inSteps.map(([, step]) => step)).toEqual(stepList.map(({ name }) => name));
  for (const [, step = "", flags = ""] of inSteps) {
    const { code, stdout } = await runCli([step, "--help"]);
    const missing = flags.split(" ").filter((flag) => !stdout.includes(flag.replaceAll(/[`…]/g, "")));
    expect({ step, code, missing }).toEqual({ step, code: 0, missing: [] });
  }
});
