import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { createTestHost, runCli } from "../support/host.ts";
import { exampleFile } from "../support/worlds.ts";

const file = fileURLToPath(new URL("../../examples/tutorial-a-empty.yaml", import.meta.url));
const connection = "region-connection/ccn/silicon-valley#set";

/** As if somebody else had connected the two regions: the diary knows nothing of it. */
async function forget(folder: string): Promise<void> {
  const path = join(folder, ".sagctl", "simulated", "tutorial-a-empty", "state.json");
  const diary = JSON.parse(await readFile(path, "utf8"));
  delete diary.intents[connection];
  await writeFile(path, JSON.stringify(diary));
}

test("undo leaves what a connection of others stands on, and sends nothing that would be refused for ever", async () => {
  const host = await createTestHost();
  const flags = ["-f", file, "--simulate", "--yes"];
  expect((await runCli(["apply", ...flags, "--approve-purchases"], host)).code).toBe(0);
  await forget(host.cwd);

  const undone = await runCli(["undo", ...flags, "--allow-destroy", "--json"], host);

  expect(undone.code).toBe(0);
  const result = JSON.parse(undone.stdout);
  const left = result.items.filter((item: { end: { is: string } }) => item.end.is === "stays");
  const keys = left.map((item: { key: string }) => item.key);
  expect(keys).toEqual(
    expect.arrayContaining(["bandwidth-package/china-america", "cen-bind/mainland-china", "cen/global"]),
  );
  expect(result.counts.writes).toBe(5);
});

test("undo leaves a connection that was there before sagctl, although sagctl has raised it", async () => {
  const host = await createTestHost();
  const flags = ["--simulate", "--yes"];
  const text = await readFile(file, "utf8");
  const lower = "between: [ccn, silicon-valley], bandwidthMbps: 3";
  const network = join(host.cwd, "sagctl.yaml");
  await writeFile(network, text.replace("between: [ccn, silicon-valley], bandwidthMbps: 5", lower));
  expect((await runCli(["apply", ...flags, "--approve-purchases"], host)).code).toBe(0);
  await forget(host.cwd);
  await writeFile(network, text);
  expect((await runCli(["apply", ...flags, "--json"], host)).stdout).toContain("from 3 to 5 Mbit/s");

  const { stdout } = await runCli(["undo", ...flags, "--allow-destroy", "--json"], host);

  const its = JSON.parse(stdout).items.find((item: { key: string }) => `${item.key}#set` === connection);
  expect(its.end).toMatchObject({ is: "stays", because: { text: "CCN ⇄ silicon-valley was connected before sagctl" } });
});

test("a package that carries what the file no longer names stays and bills, and undo says what is on it", async () => {
  const host = await createTestHost();
  const flags = ["--simulate", "--yes", "--allow-destroy"];
  const text = await readFile(file, "utf8");
  const network = join(host.cwd, "sagctl.yaml");
  await writeFile(network, text);
  expect((await runCli(["apply", ...flags, "--approve-purchases"], host)).code).toBe(0);
  await writeFile(network, text.replace(/.*between: \[ccn, silicon-valley\].*\n/, ""));

  const undone = await runCli(["undo", ...flags], host);

  expect(undone.code).toBe(0);
  const words = undone.stdout.replace(/\s+/g, " ");
  expect(words).toMatch(/carries us-west-1 ⇄ ccn-cn-shanghai \(5 Mbit\/s\), which the network file does not name/);
  expect(words).toContain("bandwidth-package/china-america stays, and stands on it");
  await writeFile(network, text);
  const rest = await runCli(["undo", ...flags, "--json"], host);
  expect(JSON.parse(rest.stdout).counts.writes).toBeGreaterThan(2);
  expect(rest.code).toBe(0);
});

test("a transit router with a connection that the file no longer names stays: undo asks for nothing that is refused for ever", async () => {
  const host = await createTestHost();
  const flags = ["--simulate", "--yes", "--allow-destroy"];
  const text = await readFile(exampleFile("tutorial-a-today"), "utf8");
  const network = join(host.cwd, "sagctl.yaml");
  await writeFile(network, text);
  expect((await runCli(["apply", ...flags, "--approve-purchases"], host)).code).toBe(0);
  await writeFile(network, text.replace(/.*between: \[hangzhou, silicon-valley\].*\n/, ""));

  const undone = await runCli(["undo", ...flags], host);

  expect(undone.code).toBe(0);
  const words = undone.stdout.replace(/\s+/g, " ");
  expect(words).toMatch(/1 connections of others are on tr-bp\w+, the transit router in cn-hangzhou/);
  await writeFile(network, text);
  expect((await runCli(["undo", ...flags], host)).code).toBe(0);
});
