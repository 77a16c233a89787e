import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { goalOf } from "../../../src/commands/flags.ts";
import { loadNetworkFile } from "../../../src/network/load.ts";
import { createTestHost, runCli } from "../../support/host.ts";
import { runWizard, shipTo, tutorialAnswers, type WizardRun } from "./run-wizard.ts";
import { CTRL_C } from "./scripted-ui.ts";

/** Neither the one form nor consents to pay count as prompts. */
function prompts({ asked }: WizardRun): readonly string[] {
  return asked.filter((flag) => flag !== "ship-to-name" && flag !== "approve-purchases");
}

async function callsOf(cwd: string): Promise<readonly { readonly kind: string; readonly call: string }[]> {
  const { stdout } = await runCli(["simulate", "calls", "--json"], createTestHost({ cwd }));
  const { tables } = JSON.parse(stdout) as { tables: Record<string, { kind: string; call: string }[]> };
  return Object.values(tables).flat();
}

/** One run to the end, looked at from several sides. */
const whole = runWizard({ answers: tutorialAnswers });

describe("the wizard from the first question to the last", () => {
  it("asks at most 12 times, and ends with verified pings, two orders and eleven writes", async () => {
    const run = await whole;
    expect(run.end).toBe(0);
    expect(run.refused).toEqual([]);
    expect(prompts(run).length).toBeLessThanOrEqual(12);
    expect(run.stdout).toMatch(/Path verified +hangzhou-prod 10\.1\.0\.10 +31 ms\n +sv-prod 10\.0\.0\.10 +163 ms/);
    const writes = (await callsOf(run.cwd)).filter((call) => call.kind === "write");
    expect(writes).toHaveLength(11);
  });

  it("shows what has one sensible answer, and does not ask it", async () => {
    const run = await whole;
    const shown = run.settled.map(({ flag }) => flag);
    expect(shown).toEqual(["cen-id", "ccn-id", "charge", "verify", "verify", "security-group", "security-group"]);
    expect(run.asked).not.toContain("cen-id");
  });

  it("writes a file that loads, says what was answered, and is its owner's only", async () => {
    const run = await whole;
    const network = loadNetworkFile(run.read("sagctl.yaml"), "sagctl.yaml", [], goalOf({}));
    expect(network.name).toBe("beijing-office");
    expect(network.branches[0]).toMatchObject({ name: "beijing", cidrs: ["172.16.0.0/12"] });
    expect(network.branches[0]?.gateway).toMatchObject({ model: "sag-100wm", bandwidthMbps: 10, months: 12, shipTo });
    expect(network.connections.map(({ name, bandwidthMbps }) => [name, bandwidthMbps])).toEqual([
      ["hangzhou-prod/sv-prod", 5],
      ["ccn/sv-prod", 5],
    ]);
    expect(network.vpcs.map((vpc) => [vpc.verify, vpc.securityGroups])).toEqual([
      [["10.1.0.10"], ["sg-bp1hz0web4k7m2x9q3w1"]],
      [["10.0.0.10"], ["sg-rj9sv0web8d5n1c6t2y4"]],
    ]);
    expect(network.marker).toMatch(/^[0-9a-f]{12}$/);
    expect(statSync(join(run.cwd, "sagctl.yaml")).mode & 0o777).toBe(0o600);
  });

  it("leaves nothing to do: apply on the file that it wrote sends no write", async () => {
    const run = await whole;
    const before = (await callsOf(run.cwd)).filter((call) => call.kind === "write").length;
    const again = await runCli(["apply", "--simulate", "--yes"], createTestHost({ cwd: run.cwd }));
    expect(again.code).toBe(0);
    expect((await callsOf(run.cwd)).filter((call) => call.kind === "write")).toHaveLength(before);
  });
});

describe("the wizard's end", () => {
  it("looks once: no read of the questions is sent twice, and nothing is written before a person agrees", async () => {
    const run = await runWizard({ answers: { ...tutorialAnswers, yes: "leave" } });
    expect(run.end).toBe(7);
    const calls = await callsOf(run.cwd);
    expect(calls.filter((call) => call.kind === "write")).toEqual([]);
    const count = (name: string) => calls.filter(({ call }) => call === name).length;
    expect(count("Vpc.DescribeRegions")).toBe(1);
    expect(count("Cbn.DescribeCens")).toBe(1);
    expect(count("Smartag.DescribeSmartAccessGateways")).toBe(1);
    expect(count("Ecs.DescribeInstances")).toBeLessThanOrEqual(4);
    expect(existsSync(join(run.cwd, "sagctl.yaml"))).toBe(false);
  });

  it("prints a line that says the same without questions: it makes the same file in another folder", async () => {
    const run = await whole;
    const [line = ""] = run.stdout.replaceAll(/ \\\n\s*/g, " ").match(/sagctl setup .*--approve-purchases/) ?? [];
    const argv = line.split(" ").slice(1);
    const flags = Object.entries(shipTo).flatMap(([field, value]) => [`--ship-to-${field}`, value]);
    const host = createTestHost();
    const { code } = await runCli([...argv, ...flags], host);
    expect(code).toBe(0);
    const unmarked = (text: string) => text.replace(/marker: .*/, "");
    expect(unmarked(readFileSync(join(host.cwd, "sagctl.yaml"), "utf8"))).toBe(unmarked(run.read("sagctl.yaml")));
  });

  it("never prints where the box goes, and keeps it out of the diary", async () => {
    const run = await whole;
    for (const value of [shipTo.name, shipTo.mobile, shipTo.email, shipTo.address]) {
      expect(run.stdout + run.stderr).not.toContain(value);
      expect(run.read(".sagctl/simulated/tutorial-a/state.json")).not.toContain(value);
    }
  });

  it("only writes the file when a person wants to read it first", async () => {
    const run = await runWizard({ answers: { ...tutorialAnswers, yes: "write" } });
    expect(run.end).toBe(0);
    expect(run.read("sagctl.yaml")).toContain("beijing-office");
    expect((await callsOf(run.cwd)).filter((call) => call.kind === "write")).toEqual([]);
  });

  it("takes one answer back, asks it again and keeps the others", async () => {
    const answers = { ...tutorialAnswers, yes: ["change", "bandwidth-mbps", "leave"], "bandwidth-mbps": [10, 20] };
    const run = await runWizard({ answers });
    expect(run.asked.filter((flag) => flag === "bandwidth-mbps")).toHaveLength(2);
    expect(run.asked.filter((flag) => flag === "name")).toHaveLength(1);
    const which = run.questions.find(({ message }) => message.template === "Which answer?");
    const rows = (which?.choices ?? []).map(({ columns }) => columns.join(": "));
    expect(rows).toContain("VPCs: hangzhou-prod, sv-prod");
    expect(rows.join()).not.toContain("vpc-");
  });
});

/** What can be changed, as the list shows it. */
function rowsToChange({ questions }: WizardRun): readonly string[] {
  const which = questions.find(({ message }) => message.template === "Which answer?");
  return (which?.choices ?? []).map(({ columns }) => columns.join(": "));
}

describe("taking an answer back", () => {
  it("offers no answer that a flag has given, since the flag would give it again", async () => {
    const answers = { ...tutorialAnswers, yes: ["change", "months", "leave"], months: [12, 24] };
    const run = await runWizard({ argv: ["--bandwidth-mbps", "10", "--cidr", "172.16.0.0/12"], answers });
    expect(run.end).toBe(7);
    const rows = rowsToChange(run).join();
    expect(rows).toContain("Months: 12 months");
    expect(rows).not.toMatch(/Bandwidth|Addresses|Job/);
  });

  it("is no choice where flags have given every answer", async () => {
    const { job, name, area, cidr } = tutorialAnswers;
    const told = { job, name, area, cidr, months: 12, allow: "icmp" };
    const gateway = { vpc: "sv-prod", model: "sag-100wm", deployment: "stand-alone", "bandwidth-mbps": 10 };
    const bought = { ...gateway, "package-mbps": 10, "connection-mbps": 10 };
    const address = Object.entries(shipTo).map(([field, value]) => [`ship-to-${field}`, value] as const);
    const flags = [...Object.entries({ ...told, ...bought }), ...address];
    const argv = flags.flatMap(([flag, value]) => [`--${flag}`, String(value)]);
    const run = await runWizard({ argv, answers: { yes: ["change", "leave"] } });
    expect(run.refused).toEqual([{ flag: "yes", because: "each was given by a flag" }]);
  });

  it("tells two packages apart", async () => {
    const packages = { "package-mbps": [10, 20], "package-months": [1, 1], yes: ["change", "name", "leave"] };
    const answers = { ...tutorialAnswers, ...packages, cidr: "172.16.0.0/24", name: ["beijing", "beijing"] };
    const rows = rowsToChange(await runWizard({ argv: ["--scenario", "tutorial-a-today"], answers }));
    expect(rows).toContain("Package china-north-america: 10");
    expect(rows).toContain("Package china-china: 20");
  });
});

describe("leaving the wizard", () => {
  it.each(["name", "cidr", "vpc", "months", "package-mbps", "allow", "yes", "approve-purchases"])(
    "Ctrl-C at --%s loses no answer: the next setup asks only what is left",
    async (flag) => {
      const left = await runWizard({ answers: { ...tutorialAnswers, [flag]: [CTRL_C] } });
      expect(left.end).toMatchObject({ code: "interrupted" });
      const next = await runWizard({ cwd: left.cwd, answers: { ...tutorialAnswers, yes: "leave" } });
      const before = left.asked.slice(0, -1).filter((one) => !["yes", "approve-purchases"].includes(one));
      expect(next.asked.filter((one) => before.includes(one))).toEqual([]);
      expect(next.stderr.includes("goes on where you left it")).toBe(before.length > 0);
    },
  );

  it("keeps what was typed of a half-filled form as the start of the next one", async () => {
    const half = async (question: { keep?(typed: object): Promise<void> }) => {
      await question.keep?.({ name: shipTo.name });
      return CTRL_C;
    };
    const left = await runWizard({ answers: { ...tutorialAnswers, "ship-to-name": half } });
    const next = await runWizard({ cwd: left.cwd, answers: { ...tutorialAnswers, yes: "leave" } });
    const form = next.questions.find((question) => question.kind === "form");
    expect(form?.initial).toMatchObject({ name: shipTo.name });
  });

  it("keeps the answers for their owner only, and drops them once the file is written", async () => {
    const left = await runWizard({ answers: { ...tutorialAnswers, allow: [CTRL_C] } });
    const file = ".sagctl/simulated/tutorial-a/setup.json";
    expect(statSync(join(left.cwd, file)).mode & 0o777).toBe(0o600);
    expect(left.read(file)).toContain(shipTo.email);
    await runWizard({ cwd: left.cwd, answers: { ...tutorialAnswers, yes: "write" } });
    expect(existsSync(join(left.cwd, file))).toBe(false);
  });

  it("offers the address of last time to the next office", async () => {
    const first = await runWizard({ answers: { ...tutorialAnswers, yes: "write" } });
    const shanghai = { ...tutorialAnswers, name: "shanghai", cidr: "192.168.0.0/16", yes: "leave" };
    const second = await runWizard({ cwd: first.cwd, answers: shanghai });
    expect(second.questions.find((question) => question.kind === "form")?.initial).toEqual(shipTo);
  });
});
