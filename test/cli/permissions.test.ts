import { expect, it } from "vitest";
import { permissionOf } from "../../src/api/actions.ts";
import type { Product } from "../../src/api/call.ts";
import { createTestHost, newFolder, runCli } from "../support/host.ts";
import { exampleFile, worldIn } from "../support/worlds.ts";

interface Needed {
  readonly account: string;
  readonly actions: readonly string[];
  readonly serviceLinkedRoles: readonly string[];
}

/** What `plan --permissions` names, and what the run then asked for. */
async function compare(scenario: string) {
  const host = createTestHost({ cwd: newFolder() });
  const cloud = ["--simulate", "-f", exampleFile(scenario), "--json"];
  const { stdout } = await runCli(["plan", "--permissions", ...cloud], host);
  const needed = JSON.parse(stdout).permissions as readonly Needed[];
  const consents = ["--yes", "--approve-purchases", "--allow-shared", "--allow-probes"];
  expect((await runCli(["apply", ...cloud, ...consents], host)).code).toBe(0);
  const asked = worldIn(host.cwd, scenario).calls.filter((call) => call.action !== "GetCallerIdentity");
  const permissions = asked.map(({ product, action }) => permissionOf({ product: product as Product, action }));
  const named = new Set(needed.flatMap((one) => one.actions));
  return { missing: [...new Set(permissions)].filter((one) => !named.has(one)), needed };
}

it.each(["tutorial-a-empty", "tutorial-b-cross-region"])(
  "%s: a key with the rights that plan names can carry it out",
  async (scenario) => {
    expect((await compare(scenario)).missing).toEqual([]);
  },
  240_000,
);
