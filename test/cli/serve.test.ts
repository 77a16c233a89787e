import { copyFileSync, existsSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createTestHost, newFolder, runCli } from "../support/host.ts";

const example = join(import.meta.dirname, "..", "..", "examples", "tutorial-a.yaml");
const RPC = createRequire(import.meta.url)("@alicloud/pop-core").RPCClient;

/** A `simulate serve` in this process, and what it printed. */
async function startServe(...flags: string[]) {
  const stop = new AbortController();
  let printed = "";
  let ended: Promise<number> = Promise.resolve(0);
  await new Promise<void>((announced) => {
    const onStdout = (text: string) => {
      printed += text;
      if (printed.includes("SECRET=")) announced();
    };
    ended = runCli(["simulate", "serve", ...flags], createTestHost({ stop: stop.signal, onStdout })).then((one) => {
      announced();
      return one.code;
    });
  });
  const found = (pattern: RegExp) => pattern.exec(printed)?.[1] ?? "";
  return {
    url: found(/--simulate=(\S+)/),
    keyId: found(/^export ALIBABA_CLOUD_ACCESS_KEY_ID=(\S+)$/m),
    secret: found(/^export ALIBABA_CLOUD_ACCESS_KEY_SECRET=(\S+)$/m),
    end: () => {
      stop.abort();
      return ended;
    },
  };
}

describe("simulate serve", () => {
  let served: Awaited<ReturnType<typeof startServe>>;
  const cwd = newFolder();
  const run = (...argv: string[]) => runCli([...argv, `--simulate=${served.url}`, "--json"], createTestHost({ cwd }));

  beforeAll(async () => {
    copyFileSync(example, join(cwd, "sagctl.yaml"));
    served = await startServe();
  });
  afterAll(async () => {
    await served.end();
  });

  test("its keys and its clock serve a client that knows nothing of sagctl", async () => {
    const client = new RPC({
      accessKeyId: served.keyId,
      accessKeySecret: served.secret,
      endpoint: new URL(served.url).origin,
      apiVersion: "2015-04-01",
    });
    expect(await client.request("GetCallerIdentity", {}, { method: "POST" })).toMatchObject({
      AccountId: "1000000000000001",
    });
  });

  test("a whole run takes no real waiting, and a second client sees what the first one made", async () => {
    const applied = await run("apply", "--yes", "--approve-purchases");
    expect(applied.code).toBe(0);
    expect(JSON.parse(applied.stdout).counts.cloudMs).toBeGreaterThan(24 * 60 * 60 * 1000);

    const other = createTestHost({ cwd: newFolder() });
    copyFileSync(example, join(other.cwd, "sagctl.yaml"));
    const seen = await runCli(["status", `--simulate=${served.url}`, "--exit-code"], other);
    expect(seen.code).toBe(0);
  });

  test("the folder's own simulated cloud knows nothing of it", async () => {
    const local = await runCli(["simulate", "ledger", "--json"], createTestHost({ cwd }));
    expect(JSON.parse(local.stdout).tables.ledger).toEqual([]);
    expect(existsSync(join(cwd, ".sagctl", "simulated", "tutorial-a", "state.json"))).toBe(false);
    expect(JSON.parse((await run("simulate", "ledger")).stdout).tables.ledger).toHaveLength(2);
  });

  test("after a reset the diary of the world before is gone too", async () => {
    expect((await run("simulate", "reset")).code).toBe(0);
    expect((await run("status", "--exit-code")).code).toBe(3);
    expect((await run("apply", "--yes", "--approve-purchases")).code).toBe(0);
  });

  test("without its token nobody looks behind it", async () => {
    const { origin } = new URL(served.url);
    const { code, stderr } = await runCli(["simulate", "ledger", `--simulate=${origin}`]);
    expect(code).toBe(4);
    expect(stderr).toContain("answered 401");
  });
});

test("Ctrl-C ends serve well, and its clients then say that nothing answers", async () => {
  const served = await startServe("--virtual-time", "--scenario", "tutorial-a-empty");
  const first = await runCli(["simulate", "advance", "1h", `--simulate=${served.url}`]);
  expect(first.stdout).toContain("time  2026-11-23 10:00 UTC");
  expect(await served.end()).toBe(0);
  const { code, stderr } = await runCli(["whoami", `--simulate=${served.url}`]);
  expect(code).toBe(9);
  expect(stderr).toContain("No simulated cloud answers at http://127.0.0.1:");
});

test("a port that is taken is named", async () => {
  const served = await startServe();
  const { port } = new URL(served.url);
  const { code, stderr } = await runCli(["simulate", "serve", "--port", port]);
  await served.end();
  expect(code).toBe(2);
  expect(stderr).toContain(`Port ${port} cannot be used: EADDRINUSE`);
});
