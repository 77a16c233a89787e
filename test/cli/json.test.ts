import { copyFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { eventShape, resultShape } from "../../src/ui/json/json-shapes.ts";
import { type CliResult, createTestHost, newFolder, runCli } from "../support/host.ts";

const example = join(import.meta.dirname, "..", "..", "examples", "tutorial-a.yaml");

function result({ stdout }: CliResult) {
  return resultShape.parse(JSON.parse(stdout));
}

/** Each line of stderr; anything else than an event is a fault of the shape. */
function events({ stderr }: CliResult) {
  const lines = stderr.split("\n").filter((line) => line !== "");
  return lines.map((line) => eventShape.parse(JSON.parse(line)));
}

describe("with --json every command writes one object of the documented shape", () => {
  const cwd = newFolder();
  const run = (...argv: string[]) => runCli([...argv, "--json"], createTestHost({ cwd }));
  beforeAll(() => copyFileSync(example, join(cwd, "sagctl.yaml")));

  test.each([
    { argv: ["plan", "--simulate", "--calls", "--permissions"], exit: 0 },
    { argv: ["status", "--simulate", "--routes", "--exit-code"], exit: 3 },
    { argv: ["verify", "--simulate"], exit: 6 },
    { argv: ["apply", "--simulate", "--yes", "--approve-purchases"], exit: 0 },
    { argv: ["status", "--simulate", "--routes"], exit: 0 },
    { argv: ["verify", "--simulate"], exit: 0 },
    { argv: ["undo", "--simulate", "--yes"], exit: 7 },
    { argv: ["undo", "--simulate", "--yes", "--allow-destroy"], exit: 0 },
    { argv: ["init"], exit: 0 },
    { argv: ["whoami", "--simulate"], exit: 0 },
    { argv: ["whoami"], exit: 4 },
    { argv: ["ping", "--simulate"], exit: 1 },
    { argv: ["simulate", "scenarios"], exit: 0 },
    { argv: ["simulate", "ledger"], exit: 0 },
    { argv: ["simulate", "calls"], exit: 0 },
    { argv: ["simulate", "advance", "1h"], exit: 0 },
    { argv: ["simulate", "deliver"], exit: 0 },
    { argv: ["simulate", "plug-in"], exit: 0 },
    { argv: ["simulate", "pay"], exit: 0 },
    { argv: ["simulate", "faults", "list"], exit: 0 },
    { argv: ["simulate", "reset"], exit: 0 },
    { argv: ["plan", "--nonsense"], exit: 2 },
    { argv: ["nonsense"], exit: 2 },
    { argv: ["plan", "-f", "elsewhere.yaml"], exit: 2 },
  ])("$argv", async ({ argv, exit }) => {
    const outcome = await run(...argv);
    expect(result(outcome).exit).toBe(exit);
    expect(outcome.code).toBe(exit);
    expect(() => events(outcome)).not.toThrow();
    expect(outcome.stdout + outcome.stderr).not.toContain("\u001b");
  });

  test("says which cloud it was", async () => {
    expect(result(await run("simulate", "ledger"))).toMatchObject({ cloud: "simulated", scenario: "tutorial-a" });
    expect(result(await run("whoami"))).toMatchObject({ cloud: "real" });
  });

  test("status dates what runs out, and a pay-as-you-go package does not", async () => {
    await run("apply", "--simulate", "--yes", "--approve-purchases");
    const rows = result(await run("status", "--simulate")).status ?? [];
    const endOf = (title: string) => rows.find((row) => row.title === title)?.endsAt;
    expect(endOf("Gateway bought")).toBeGreaterThan(Date.UTC(2027, 0));
    expect(rows.find((row) => row.title === "Bandwidth package bound")?.id).toMatch(/^cenbwp-/);
    expect(endOf("Bandwidth package bound")).toBeUndefined();
  });

  test("the file of init is the output", async () => {
    const markers = [await run("init"), await run("init")].map((one) => {
      return /^marker: "?([0-9a-f]{12})"?$/m.exec(result(one).output ?? "")?.[1];
    });
    expect(markers[0]).toMatch(/^[0-9a-f]{12}$/);
    expect(markers[0]).not.toBe(markers[1]);
  });
});
