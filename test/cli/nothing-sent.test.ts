import { copyFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createTestHost, newFolder, runCli } from "../support/host.ts";

const example = join(import.meta.dirname, "..", "..", "examples", "tutorial-a.yaml");

interface Row {
  readonly [column: string]: string;
}

async function tableOf(name: "ledger" | "calls", cwd: string): Promise<readonly Row[]> {
  const { stdout } = await runCli(["simulate", name, "--json"], createTestHost({ cwd }));
  return JSON.parse(stdout).tables[name];
}

function folderWithFile(): string {
  const cwd = newFolder();
  copyFileSync(example, join(cwd, "sagctl.yaml"));
  return cwd;
}

test.each([
  { what: "without a consent to pay", flags: ["--yes"], exit: 7 },
  { what: "without an answer to the ordinary question", flags: ["--approve-purchases"], exit: 2 },
  { what: "as a dry run", flags: ["--dry-run", "--yes", "--approve-purchases"], exit: 0 },
])("apply in a pipe $what sends no write and buys nothing", async ({ flags, exit }) => {
  const cwd = folderWithFile();
  const { code } = await runCli(["apply", "--simulate", ...flags], createTestHost({ cwd, stdin: "y\ny\ny\n" }));
  expect(code).toBe(exit);
  const calls = await tableOf("calls", cwd);
  expect(calls.length).toBeGreaterThan(5);
  expect(calls.filter((call) => call.kind !== "read")).toEqual([]);
  expect(await tableOf("ledger", cwd)).toEqual([]);
});

test("plan, status, verify and whoami send reads only", async () => {
  const cwd = folderWithFile();
  for (const command of ["plan", "status", "verify", "whoami"]) {
    await runCli([command, "--simulate", "--yes", "--approve-purchases"], createTestHost({ cwd }));
  }
  const calls = await tableOf("calls", cwd);
  expect(new Set(calls.map((call) => call.kind))).toEqual(new Set(["read"]));
});

test("a plan says that it asks before paying only where it does", async () => {
  const cwd = folderWithFile();
  const words = async (...argv: string[]) => (await runCli([...argv, "--simulate"], createTestHost({ cwd }))).stdout;
  expect(await words("plan")).toMatch(/asks before paying[\s\S]*asks before paying/);
  for (const allowed of [
    await words("plan", "--approve-purchases"),
    await words("apply", "--yes", "--approve-purchases"),
  ]) {
    expect(allowed).toMatch(/approved beforehand[\s\S]*approved beforehand/);
    expect(allowed).not.toContain("asks before paying");
  }
});
