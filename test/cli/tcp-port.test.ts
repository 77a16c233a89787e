import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { exampleBut } from "../steps/enterprise.ts";
import { createTestHost, newFolder, runCli } from "../support/host.ts";

it("ping --tcp names the port beside the ping, on screen and in JSON, and does not try one that no rule lets in", async () => {
  const host = createTestHost({ cwd: newFolder() });
  writeFileSync(join(host.cwd, "sagctl.yaml"), exampleBut("tutorial-a", ["allow: [icmp]", "allow: [icmp, tcp/8080]"]));
  const run = async (...argv: readonly string[]) => {
    const { code, stdout } = await runCli([...argv, "--simulate", "--yes"], host);
    return { code, stdout, words: stdout.replace(/\s+/g, " ") };
  };
  expect((await run("apply", "--approve-purchases")).code).toBe(0);
  const { code, words } = await run("ping", "--tcp", "8080");
  expect(words).toContain("✔ Path verified hangzhou 10.1.0.10 31 ms, TCP 8080 31 ms");
  expect(words).toMatch(/─ silicon-valley 10\.0\.0\.10 163 ms, TCP 8080 163 ms/);
  expect(code).toBe(0);
  const { paths } = JSON.parse((await run("ping", "--tcp", "8080", "--json")).stdout);
  expect(paths[0].destinations[0].tcp).toEqual({ port: 8_080, is: "answers", averageMs: 31 });
  const closed = await run("ping", "--tcp", "5432");
  expect(closed.words).toContain("lets TCP 5432 from 172.16.0.0/12 in.");
  expect(closed.words).toContain("Add tcp/5432 under allow: in the network file, then: sagctl security-group");
  expect(closed.code).toBe(1);
  expect((await run("plan", "--tcp", "8080")).words).toContain("connect to TCP port 8080 of hangzhou 10.1.0.10");
});
