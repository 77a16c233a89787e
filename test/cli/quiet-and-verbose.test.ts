import { copyFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { createTestHost, newFolder, runCli, type TestHost } from "../support/host.ts";
import { exampleFile, worldIn } from "../support/worlds.ts";

let host: TestHost;

beforeAll(() => {
  host = createTestHost({ cwd: newFolder() });
  copyFileSync(exampleFile("tutorial-a"), join(host.cwd, "sagctl.yaml"));
});

const run = (...argv: readonly string[]) => runCli([...argv, "--simulate", "--yes"], host);
const callCount = () => worldIn(host.cwd, "tutorial-a").calls.at(-1)?.index ?? 0;

describe("--verbose", () => {
  it("shows each call that reached the cloud, reads too, with what came of it, on stderr, and no address", async () => {
    const { code, stderr, stdout } = await run("apply", "--approve-purchases", "--verbose");
    expect(code).toBe(0);
    const words = stderr.replace(/\s+/g, " ");
    const shown = words.match(/\b(read|write) (Sts|Cbn|Smartag|Vpc|Ecs|BssOpenApi) [A-Z]\w+ /g) ?? [];
    expect(shown).toHaveLength(callCount());
    expect(words).toMatch(
      /read Cbn DescribeCens \S+ account hub PageNumber=1 PageSize=50: answered, request [-0-9A-F]+/,
    );
    expect(words).toContain("ReceiverName=<shipTo.name>");
    expect(stderr + stdout).not.toContain("Wang Invented");
  });

  it("does so as JSON too", async () => {
    const before = callCount();
    const { stderr } = await run("status", "--verbose", "--json");
    const events = stderr
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => JSON.parse(line));
    expect(events.filter(({ event }) => event === "called")).toHaveLength(callCount() - before);
  });

  it("adds to a plan what is not needed, in its own column", async () => {
    const { stdout } = await run("plan", "--verbose");
    expect(stdout).toMatch(/^ {2}no need {3}Transit routers found/m);
  });
});

describe("--quiet", () => {
  it.each([
    ["apply", "✔ CEN found"],
    ["verify", "✔ Path verified"],
    ["ping", "✔ Path verified"],
    ["cen", "global"],
    ["plan", "No changes."],
    ["status", "✔ CEN found"],
    ["whoami", "1000000000000001"],
  ])("%s says its result, without header, counts, hints or anything on the way", async (command, result) => {
    const { code, stdout, stderr } = await run(command, "--quiet");
    expect(stdout).toContain(result);
    expect(stdout).not.toMatch(/sagctl · |\d+ steps|Next/);
    expect(stderr).toBe("");
    expect(code).toBe(0);
  });

  it("leaves JSON its one object", async () => {
    const { stdout, stderr } = await run("verify", "--quiet", "--json");
    expect(JSON.parse(stdout)).toMatchObject({ exit: 0, paths: [expect.anything()] });
    expect(stderr).toBe("");
  });
});
