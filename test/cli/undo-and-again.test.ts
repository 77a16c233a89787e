import { copyFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createTestHost, newFolder, runCli } from "../support/host.ts";

const examples = join(import.meta.dirname, "..", "..", "examples");
const consents = ["--yes", "--approve-purchases", "--allow-destroy"];

/** A folder with a finished network of that scenario, and a way to run commands there. */
async function finished(scenario: string) {
  const cwd = newFolder();
  copyFileSync(join(examples, `${scenario}.yaml`), join(cwd, "sagctl.yaml"));
  const run = async (...argv: string[]) => {
    const { code, stdout } = await runCli([...argv, "--simulate", "--json"], createTestHost({ cwd }));
    return { code, result: JSON.parse(stdout) };
  };
  expect((await run("apply", ...consents)).code).toBe(0);
  return run;
}

type Run = Awaited<ReturnType<typeof finished>>;

async function orders(run: Run): Promise<number> {
  return (await run("simulate", "ledger")).result.tables.ledger.length;
}

/** What stands, without the ids that each new thing gets. */
async function standing(run: Run): Promise<unknown> {
  const { result } = await run("status", "--routes");
  const text = JSON.stringify([result.status, result.tables]);
  return JSON.parse(text.replace(/\b(cen|ccn|cenbwp|sag|tr)-[a-z0-9]{15,}/g, "$1-…"));
}

test.each(["tutorial-a-empty", "tutorial-a-half-done"])(
  "%s: undo leaves nothing of sagctl's, and apply again ends where it was",
  async (scenario) => {
    const run = await finished(scenario);
    const before = await standing(run);
    const bought = await orders(run);

    const undone = await run("undo", ...consents);
    expect(undone.code).toBe(0);
    const second = await run("undo", ...consents);
    expect(second.code).toBe(0);
    expect(second.result.counts.writes).toBe(0);

    expect((await run("apply", ...consents)).code).toBe(0);
    expect(await standing(run)).toEqual(before);
    // The gateway stays through it all; only the deleted package is bought anew.
    expect(await orders(run)).toBe(bought + 1);
  },
);

test("what sagctl found goes only when that is asked for", async () => {
  const run = await finished("tutorial-a-half-done");
  const kept = await run("undo", ...consents);
  const stays = kept.result.items.filter((item: { end: { is: string } }) => item.end.is === "stays");
  expect(stays.map((item: { key: string }) => item.key)).toContain("cen/global");

  const all = await run("undo", ...consents, "--include-found");
  expect(all.code).toBe(0);
  const left = all.result.items.filter((item: { end: { is: string } }) => item.end.is === "stays");
  expect(left.map((item: { key: string }) => item.key).sort()).toEqual([
    "activate/beijing",
    "purchase/beijing",
    "static-routes/beijing",
  ]);
});
