import { expect, test } from "vitest";
import { createTestHost, newFolder, runCli } from "../support/host.ts";
import { exampleFile } from "../support/worlds.ts";

test.each([
  ["vpc-routes", "hangzhou learns its routes from the CEN"],
  ["grant", "this network has nothing of the kind"],
])("sagctl %s where none of it is needed says so, and why", async (step, why) => {
  const argv = [step, "--simulate", "-f", exampleFile("tutorial-a"), "--yes"];
  const { code, stdout } = await runCli(argv, createTestHost({ cwd: newFolder() }));
  expect(code).toBe(0);
  expect(stdout.replace(/\s+/g, " ")).toMatch(new RegExp(`✔ Nothing to do .*${why}`));
});
