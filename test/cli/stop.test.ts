import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { createTestHost, runCli } from "../support/host.ts";

const file = fileURLToPath(new URL("../../examples/tutorial-a.yaml", import.meta.url));
const apply = ["apply", "-f", file, "--simulate", "--yes", "--approve-purchases"];

test("stopped in the middle: says what it waits for, exits 130, and the next run goes on without buying again", async () => {
  const stop = new AbortController();
  const host = createTestHost({ stop: stop.signal, onStdout: (text) => /CEN found {2}/.test(text) && stop.abort() });

  const stopped = await runCli(apply, host);
  expect(stopped.code).toBe(130);
  expect(stopped.stderr.replace(/\s+/g, " ")).toContain("Ctrl-C again stops at once");

  const resumed = createTestHost({ cwd: host.cwd });
  expect((await runCli(apply, resumed)).code).toBe(0);
  const ledger = await runCli(["simulate", "ledger", "--json"], resumed);
  expect(ledger.stdout.match(/CreateSmartAccessGateway|sag-100wm with/g)).toHaveLength(1);
});
