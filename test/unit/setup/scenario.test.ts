import { describe, expect, it } from "vitest";
import type { SagctlError } from "../../../src/errors.ts";
import { newFolder } from "../../support/host.ts";
import { runWizard, tutorialAnswers } from "./run-wizard.ts";
import { CTRL_C } from "./scripted-ui.ts";

const leave = { yes: "leave" };
const vpcs = {
  ...{ job: "vpcs", name: "three-vpcs", payer: "cen-owner", "shared-vpc": "everybody" },
  ...{ vpc: [["vpc-t4nvpc1k7m2x9q3w1a8b5", "vpc-t4nvpc2d8n5c1t6y4e9f2"]], allow: [["icmp"]] },
};

/** The scenario that the screens and the folder say. */
function scenarioOf({ stdout, read }: Awaited<ReturnType<typeof runWizard>>): string {
  const current = read(".sagctl/simulated/current").trim();
  expect(stdout).toContain(`simulated: ${current}`);
  return current;
}

describe("a wizard on a simulated cloud that nobody has named and that is not there yet", () => {
  it("starts it from what the job needs, and says so below the one first line", async () => {
    const run = await runWizard({ answers: { ...vpcs, ...leave } });
    expect(run.end).toBe(7);
    expect(scenarioOf(run)).toBe("tutorial-b");
    expect(run.asked.filter((flag) => flag === "job")).toHaveLength(1);
    expect(run.settled.map(({ flag }) => flag)).not.toContain("--job");
    expect(run.stdout.split("sagctl · setup")).toHaveLength(2);
    expect(run.stdout.startsWith("sagctl · setup on the simulated cloud")).toBe(true);
    expect(run.stderr).toContain("starts from tutorial-b");
  });

  it("goes on there with the next setup: the job is known, and so are the other answers", async () => {
    const { cwd } = await runWizard({ answers: { ...vpcs, ...leave } });
    const next = await runWizard({ cwd, answers: leave });
    expect(scenarioOf(next)).toBe("tutorial-b");
    expect(next.asked).toEqual(["yes"]);
  });

  it.each([
    ["office", "tutorial-a"],
    ["both", "tutorial-b"],
  ])("for %s it is %s", async (job, scenario) => {
    const run = await runWizard({ answers: { ...tutorialAnswers, job, name: CTRL_C } });
    expect((run.end as SagctlError).code).toBe("interrupted");
    expect(scenarioOf(run)).toBe(scenario);
  });

  it("by flags alone starts from it too, and without a job from tutorial A", async () => {
    expect(scenarioOf(await runWizard({ argv: ["--job", "vpcs"] }))).toBe("tutorial-b");
    expect(scenarioOf(await runWizard({ argv: [] }))).toBe("tutorial-a");
  });
});

describe("a wizard on a cloud that is named, or there", () => {
  it("stays on it whatever the job", async () => {
    const named = await runWizard({ argv: ["--scenario", "tutorial-a"], answers: { job: "vpcs", name: CTRL_C } });
    expect(scenarioOf(named)).toBe("tutorial-a");
    const cwd = newFolder();
    await runWizard({ cwd, argv: ["--job", "office"] });
    expect(scenarioOf(await runWizard({ cwd, answers: { job: "vpcs", name: CTRL_C } }))).toBe("tutorial-a");
  });

  it("names the one with two accounts where it asks for the other", async () => {
    const told = { ...vpcs, vpc: [["vpc-bp1hz0prod4k7m2x9q3w1"]], "vpc-account": CTRL_C };
    const run = await runWizard({ argv: ["--scenario", "tutorial-a"], answers: told });
    const account = run.settled.find(({ flag }) => flag === "vpc-account");
    expect(account?.because).toContain("--scenario tutorial-b has two");
  });

  it("tells Ctrl-C at the first question as at any other", async () => {
    const run = await runWizard({ answers: { job: CTRL_C } });
    expect((run.end as SagctlError).message).toContain("Your answers are kept");
  });
});
