import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { createTestHost, newFolder, runCli } from "../support/host.ts";
import { exampleFile } from "../support/worlds.ts";

/** A folder in which the office of tutorial A has other addresses, and what a person is told there, on one line. */
function openOffice(cidrs: string, scenario = "tutorial-a-today") {
  const cwd = newFolder();
  const text = readFileSync(exampleFile(scenario), "utf8").replace("cidrs: [172.16.0.0/12]", `cidrs: [${cidrs}]`);
  writeFileSync(join(cwd, "sagctl.yaml"), text);
  return async (...argv: readonly string[]) => {
    const { code, stdout, stderr } = await runCli([...argv, "--simulate"], createTestHost({ cwd }));
    return { code, words: `${stderr} ${stdout}`.replace(/\s+/g, " ") };
  };
}

const consents = ["--yes", "--approve-purchases", "--allow-probes"];
const note = "11.0.0.0/8 of beijing is outside the private blocks, and sagctl lets in none but those";

describe("an office one of whose blocks is not private", () => {
  test.each(["172.20.0.0/24, 11.0.0.0/8", "11.0.0.0/8, 172.20.0.0/24"])(
    "is told before it buys that nothing from there is let in, and comes to its pings: %s",
    async (cidrs) => {
      const run = openOffice(cidrs);
      const plan = await run("plan");
      expect(plan.words).toContain(note);
      expect(plan.words).toContain("gets in at hangzhou only by a rule of your own (in the ECS console, at sg-");
      const apply = await run("apply", ...consents);
      expect(apply).toMatchObject({ code: 0 });
      expect(apply.words).toContain("let in ICMP from 172.20.0.0/24");
      expect(apply.words).not.toContain("No rule");
      expect((await run("plan")).words).toContain(note);
    },
  );
});

describe("an office none of whose blocks is private", () => {
  test("is told before it buys, and in the end what lets it in: no command of sagctl", async () => {
    const run = openOffice("11.0.0.0/8", "tutorial-a");
    expect((await run("plan")).words).toContain(note);
    const apply = await run("apply", ...consents);
    expect(apply.code).toBe(1);
    expect(apply.words).toContain("Mend it: In the ECS console, let ICMP from 11.0.0.0/8 in at sg-");
    expect(apply.words).not.toContain("sagctl security-group --only");
  });
});
