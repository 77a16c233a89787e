import { copyFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import type { EngineWorld } from "../../src/engine/world.ts";
import { endOf } from "../steps/enterprise.ts";
import { createTestHost, newFolder, runCli } from "../support/host.ts";
import { openRig } from "../support/rig.ts";
import { exampleFile } from "../support/worlds.ts";

const missing = "There is no region connection between ccn-cn-shanghai and us-west-1.";

it("status says of a path that only a ping passes what verify says, and shows it as wrong", async () => {
  const host = createTestHost({ cwd: newFolder() });
  copyFileSync(exampleFile("tutorial-a"), join(host.cwd, "sagctl.yaml"));
  const run = async (...argv: readonly string[]) => {
    const { code, stdout } = await runCli([...argv, "--simulate", "--yes"], host);
    return { code, stdout, words: stdout.replace(/\s+/g, " ") };
  };
  expect((await run("apply", "--approve-purchases")).code).toBe(0);
  expect((await run("undo", "--only", "ccn/silicon-valley")).code).toBe(0);
  const verified = await run("verify");
  expect(verified.code).toBe(1);
  expect(verified.words).toContain(`silicon-valley 10.0.0.10: probe only. ${missing}`);
  expect(verified.words).toMatch(/silicon-valley +10\.0\.0\.10 +probe only/);
  const [path] = JSON.parse((await run("verify", "--json")).stdout).paths;
  expect(path.destinations).toMatchObject([
    { name: "hangzhou", is: "answers" },
    { name: "silicon-valley", is: "probe-only", averageMs: expect.any(Number) },
  ]);
  const { words } = await run("status");
  expect(words).toContain("✔ Path configured beijing hangzhou 10.1.0.10");
  expect(words).toContain(`✖ Path verified beijing silicon-valley 10.0.0.10: probe only. ${missing}`);
  expect(words).toContain("sagctl region-connection --simulate --only ccn/silicon-valley");
  const { stdout } = await run("status", "--json");
  const { tables } = JSON.parse(stdout);
  const reach = Object.values<Record<string, string>[]>(tables).flat();
  expect(reach.find((row) => row.to === "silicon-valley" && row.from === "beijing")?.path).toContain(missing);
  expect(reach.find((row) => row.to === "hangzhou" && row.from === "beijing")?.path).toBe("configured");
});

it("on a machine outside the branch it is not left at a ping that nobody has made", async () => {
  const rig = await openRig({ scenario: "tutorial-a", wire: "none" });
  onTestFinished(() => rig.close());
  const elsewhere = (world: EngineWorld) => ({
    ...world,
    probe: async () => ({ is: "not-from-here" as const, line: "ping" }),
  });
  const ran = await rig.run({
    only: (key) => key !== "region-connection/ccn/silicon-valley",
    around: elsewhere,
  });
  expect(endOf(ran, "ping/beijing/hangzhou/10.1.0.10").is).toBe("blocked");
  const { is, words } = endOf(ran, "ping/beijing/silicon-valley/10.0.0.10");
  expect(is).toBe("failed");
  expect(words).toContain(`probe only. ${missing}`);
});
