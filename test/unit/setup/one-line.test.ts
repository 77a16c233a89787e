import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Question } from "../../../src/engine/question.ts";
import { createTestHost, runCli } from "../../support/host.ts";
import { runWizard, shipTo, tutorialAnswers, type WizardRun } from "./run-wizard.ts";

const unmarked = (text: string) => text.replace(/marker: .*/, "");
const consents = Array.from({ length: 9 }, () => true);
const proposed = ({ initial }: Question<unknown>) => String(initial);

/** The last line of a wizard's run, as words. */
function lastLine({ stdout }: WizardRun): readonly string[] {
  const [line = ""] = stdout.replaceAll(/ \\\n\s*/g, " ").match(/sagctl setup .*/) ?? [];
  return line.split(" ").slice(1);
}

/** The file that the line makes in an empty folder; the address comes from flags, as from an address book. */
async function fileAnew(run: WizardRun): Promise<string> {
  const words = lastLine(run);
  const address = Object.entries(shipTo).flatMap(([field, value]) => [`--ship-to-${field}`, value]);
  const host = createTestHost();
  const { code, stderr } = await runCli([...words, ...(words.includes("--months") ? address : [])], host);
  expect([code, stderr]).toEqual([run.end, expect.stringContaining("sagctl.yaml is written")]);
  return unmarked(readFileSync(join(host.cwd, "sagctl.yaml"), "utf8"));
}

describe("the one line at the end makes the same file in an empty folder", () => {
  it("where two packages differ in bandwidth, months and shares", async () => {
    const packages = { "package-mbps": [12, 20], "package-months": [1, 12], "connection-mbps": "7,5" };
    const answers = { ...tutorialAnswers, ...packages, cidr: "172.16.0.0/24", "approve-purchases": consents };
    const run = await runWizard({ argv: ["--scenario", "tutorial-a-today"], answers });
    expect(run.end).toBe(0);
    expect(lastLine(run).join(" ")).toContain("--package-mbps 12,20 --package-months 1,12 --connection-mbps 7,5,20");
    expect(await fileAnew(run)).toBe(unmarked(run.read("sagctl.yaml")));
  });

  it("where all that is let in was typed", async () => {
    const answers = { ...tutorialAnswers, allow: [["other"], "tcp/8443"], "approve-purchases": consents };
    const run = await runWizard({ answers });
    expect(lastLine(run)).toContain("tcp/8443");
    expect(await fileAnew(run)).toBe(unmarked(run.read("sagctl.yaml")));
  });

  it("where one flag has said how two packages are paid", async () => {
    const office = { area: "hong-kong", model: "sag-1000", deployment: "stand-alone", serial: "SAG0001" };
    const packages = { "package-mbps": [10, 14], "package-months": [1, 2], "connection-mbps": [proposed, proposed] };
    const answers = { ...tutorialAnswers, ...office, ...packages, "approve-purchases": consents };
    const run = await runWizard({ argv: ["--charge", "PREPAY"], answers });
    expect(await fileAnew(run)).toBe(unmarked(run.read("sagctl.yaml")));
  });

  it("where one flag has said who pays for two VPCs of an account whose key is not here", async () => {
    const vpcs = "vpc-t4nvpc3h3j0s6u2z7g4p8,vpc-t4nvpc3h3j0s6u2z7g4p9";
    const theirs = ["--vpc-account", "2000000000000099", "--other-vpc", vpcs, "--other-region", "ap-southeast-1"];
    const mine = { job: "vpcs", name: "four-vpcs", vpc: [["vpc-t4nvpc1k7m2x9q3w1a8b5"]], "shared-vpc": "everybody" };
    const run = await runWizard({
      argv: ["--scenario", "tutorial-b", "--payer", "resource-owner", ...theirs],
      answers: { ...mine, allow: [["icmp"]], yes: "apply", "allow-probes": consents },
    });
    expect(await fileAnew(run)).toBe(unmarked(run.read("sagctl.yaml")));
  });
});

it("a share too many is refused, and so is one too few", async () => {
  const answers = { ...tutorialAnswers, "package-mbps": [12, 12], "package-months": [1, 1] };
  const argv = ["--scenario", "tutorial-a-today", "--connection-mbps"];
  const many = await runWizard({ argv: [...argv, "6,6,12,1"], answers });
  expect(many.end).toMatchObject({ message: expect.stringContaining("--connection-mbps 12,1: Give one number") });
  const few = await runWizard({ argv: [...argv, "6"], answers });
  expect(few.end).toMatchObject({ message: expect.stringContaining("--connection-mbps 6: Give 2 numbers") });
});
