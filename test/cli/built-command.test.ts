import { spawn, spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";
import { newFolder } from "../support/host.ts";
import { exampleFile, worldIn } from "../support/worlds.ts";

const bin = join(import.meta.dirname, "..", "..", "bin", "sagctl.js");
const env = { PATH: process.env.PATH };

function sagctl(...argv: string[]) {
  return spawnSync(process.execPath, [bin, ...argv], { cwd: newFolder(), env, encoding: "utf8", input: "" });
}

test("the built command shows its help and its version without an escape", () => {
  const help = sagctl("--help");
  expect(help.status).toBe(0);
  expect(help.stdout).toMatch(/^Examples:\n/);
  expect(help.stdout).not.toContain("\u001b");
  expect(sagctl("--version").stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
});

test("the built command ends with the codes of the table", () => {
  expect(sagctl("aply").status).toBe(2);
  expect(sagctl("plan").status).toBe(2);
  expect(sagctl("simulate", "ledger", "--json").status).toBe(0);
});

test("whoever stops reading, as head does, stops nothing", async () => {
  const cwd = newFolder();
  const argv = ["apply", "--simulate", "--yes", "--approve-purchases", "-f", exampleFile("tutorial-a")];
  const apply = spawn(process.execPath, [bin, ...argv], { env, cwd });
  apply.stdout.destroy();
  apply.stderr.destroy();
  expect(await new Promise((done) => apply.once("exit", done))).toBe(0);
  expect(worldIn(cwd, "tutorial-a").ledger).toHaveLength(2);
});

test("a serve that is killed leaves clients that say so", async () => {
  const serve = spawn(process.execPath, [bin, "simulate", "serve"], { env, cwd: newFolder() });
  const url = await new Promise<string>((found) => {
    let printed = "";
    serve.stdout.on("data", (chunk) => {
      printed += chunk;
      const line = /--simulate=(\S+)/.exec(printed)?.[1];
      if (line) found(line);
    });
  });
  expect(sagctl("simulate", "ledger", `--simulate=${url}`).status).toBe(0);
  const gone = new Promise((done) => serve.once("exit", done));
  serve.kill("SIGKILL");
  await gone;
  const after = sagctl("simulate", "ledger", `--simulate=${url}`);
  expect(after.status).toBe(9);
  expect(after.stderr).toContain("No simulated cloud answers");
});
