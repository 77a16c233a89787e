import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { exampleBut } from "../../steps/enterprise.ts";
import { createTestHost, newFolder, runCli } from "../../support/host.ts";
import { worldIn } from "../../support/worlds.ts";

const BRANCH = "branches:\n  beijing: { cidrs: [172.16.0.0/12], gateway: { id: sag-1 } }\n\nvpcs:\n";

it("tutorial A's branch contains tutorial B's VPC2: both lines, free blocks and the ways out, and nothing is written", async () => {
  const host = createTestHost({ cwd: newFolder() });
  writeFileSync(join(host.cwd, "sagctl.yaml"), exampleBut("tutorial-b", ["vpcs:\n", BRANCH]));
  const { code, stdout, stderr } = await runCli(["apply", "--simulate", "--yes", "--allow-probes"], host);
  const words = (stdout + stderr).replace(/\s+/g, " ");
  expect(code).toBe(7);
  expect(words).toContain("172.16.0.0/12 contains vpc-t4nvpc2d8n5c1t6y4e9f2 (vpc2) 172.16.0.0/16");
  expect(words).toContain("Free for the branch in this network: 10.16.0.0/12, 10.32.0.0/12");
  expect(words).toContain("list only the prefixes in use at the branch; --allow-overlap");
  expect(worldIn(host.cwd, "tutorial-b").calls.filter((call) => call.kind === "write")).toEqual([]);
});
