import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createTestHost, newFolder, runCli } from "../support/host.ts";
import { exampleFile } from "../support/worlds.ts";

/** What plan tells of this network, on one line; on today's cloud unless said otherwise. */
async function planOf(text: string, scenario = "tutorial-a-today"): Promise<string> {
  const cwd = newFolder();
  writeFileSync(join(cwd, "sagctl.yaml"), text);
  const argv = ["plan", "--simulate", "--scenario", scenario];
  const { stdout, stderr } = await runCli(argv, createTestHost({ cwd }));
  return `${stderr} ${stdout}`.replace(/\s+/g, " ");
}

const tutorial = readFileSync(exampleFile("tutorial-a"), "utf8");

test("plan says why today's cloud needs more than the tutorial's text", async () => {
  const words = await planOf(readFileSync(exampleFile("tutorial-a-today"), "utf8"));
  expect(words).toContain("More is needed than in the tutorial's text, which is about routers of Basic Edition");
  expect(words).toContain("only over a connection of its own, out of a package, even inside one area");
  expect(words.split("More is needed").length).toBe(2);
  expect(await planOf(tutorial, "tutorial-a")).not.toContain("More is needed");
});

test("with the two lines pasted that it asks for, plan still names the package that may be refused", async () => {
  const stopped = await planOf(tutorial);
  const [, line] = /Add under packages: (within-china: \{.*?\}) /.exec(stopped) ?? [];
  const [, connection] = /Add under connections: (- \{.*?\}) /.exec(stopped) ?? [];
  const pasted = tutorial
    .replace("packages:\n", `packages:\n  ${line}\n`)
    .replace("connections:\n", `connections:\n  ${connection}\n`);
  const words = await planOf(pasted);
  expect(words).not.toContain("Add under");
  expect(words).toContain("packages.china-america is pay-as-you-go (POSTPAY), which may not be sold any more");
  expect(words).toContain("A subscription is sold: charge: PREPAY and months: 1");
});
