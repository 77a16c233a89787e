import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createSimulatedCloud } from "../../src/simulator/simulated-cloud.ts";
import { createTestHost, newFolder, runCli } from "../support/host.ts";

const worldOf = (cwd: string) => join(cwd, ".sagctl", "simulated", "tutorial-a", "world.json");

test("a world that another command holds is not touched: exit 8, and who holds it", async () => {
  const cwd = newFolder();
  const holder = createSimulatedCloud({ scenario: "tutorial-a", file: worldOf(cwd) });
  const { code, stderr } = await runCli(["simulate", "reset"], createTestHost({ cwd }));
  expect(code).toBe(8);
  expect(stderr).toContain("is in use by");
  expect(stderr).toContain(`process ${process.pid}`);
  await holder.close();
  expect((await runCli(["simulate", "reset"], createTestHost({ cwd }))).code).toBe(0);
});

test("a world that cannot be read is exit 8 and named; reset starts afresh", async () => {
  const cwd = newFolder();
  await runCli(["simulate", "ledger"], createTestHost({ cwd }));
  writeFileSync(worldOf(cwd), "{");
  const { code, stderr } = await runCli(["simulate", "ledger"], createTestHost({ cwd }));
  expect(code).toBe(8);
  expect(stderr).toContain("sagctl simulate reset");
  expect((await runCli(["simulate", "reset"], createTestHost({ cwd }))).code).toBe(0);
  expect((await runCli(["simulate", "ledger"], createTestHost({ cwd }))).code).toBe(0);
});

test("a folder that cannot be written in is exit 8", async () => {
  const cwd = newFolder();
  writeFileSync(join(cwd, ".sagctl"), "a file where a folder belongs");
  const { code, stderr } = await runCli(["simulate", "ledger"], createTestHost({ cwd }));
  expect(code).toBe(8);
  expect(stderr).toContain("cannot be kept in");
});
