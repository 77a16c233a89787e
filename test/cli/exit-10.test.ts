import { copyFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { createTestHost, newFolder, runCli } from "../support/host.ts";
import { exampleFile } from "../support/worlds.ts";

it("status too says of an order in the balance that it may still come", async () => {
  const host = createTestHost({ cwd: newFolder() });
  copyFileSync(exampleFile("tutorial-a"), join(host.cwd, "sagctl.yaml"));
  const run = (...argv: readonly string[]) => runCli([...argv, "--simulate"], host);
  const fault = { when: { action: "CreateSmartAccessGateway" }, what: "reset-before-commit" };
  expect((await run("simulate", "faults", "add", JSON.stringify(fault))).code).toBe(0);
  expect((await run("apply", "--yes", "--approve-purchases")).code).toBe(10);
  const { stdout } = await run("status");
  expect(stdout.replace(/\s+/g, " ")).toMatch(
    /Gateway bought .* may still come: sagctl-[0-9a-f]{12}-g1\. It is looked for, and not placed again/,
  );
});
