import { expect, test } from "vitest";
import { createTestHost, newFolder, runCli } from "../support/host.ts";
import { exampleFile } from "../support/worlds.ts";

test("undo names the package that stays and bills before anybody agrees", async () => {
  const cwd = newFolder();
  const file = ["-f", exampleFile("tutorial-b-cross-region"), "--simulate", "--yes"];
  const run = (...argv: readonly string[]) => runCli([...argv, ...file], createTestHost({ cwd }));
  expect((await run("apply", "--approve-purchases")).code).toBe(0);
  const { stdout } = await run("undo", "--dry-run");
  const words = stdout.replace(/\s+/g, " ");
  expect(words).toMatch(/Will be undone.*take cenbwp-\w+ off CEN.*Will stay and keep billing/);
  expect(words).toMatch(
    /Will stay and keep billing Bandwidth package bound bandwidth package cenbwp-\w+ is a subscription: it cannot be deleted before it ends paid until \d{4}-/,
  );
});
