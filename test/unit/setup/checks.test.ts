import { appendFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { World } from "../../../src/simulator/world.ts";
import { plain } from "../../../src/text.ts";
import { serveBadCloud } from "../../support/bad-cloud.ts";
import { newFolder } from "../../support/host.ts";
import { runWizard, shipTo, tutorialAnswers, type WizardRun } from "./run-wizard.ts";

const leave = { ...tutorialAnswers, yes: "leave" };

/** What was said of answers that would not do, before the last one did. */
function because(run: WizardRun, flag: string): readonly string[] {
  return run.refused.filter((one) => one.flag === flag).map((one) => one.because);
}

describe("answers are checked as they are given", () => {
  it.each([
    ["172.16.0.0/33", "is not an IPv4 CIDR block"],
    ["172.16.1.0/12", "has host bits set; write 172.16.0.0/12"],
    ["10.1.0.0/24", "10.1.0.0/24 lies in 10.1.0.0/16 of vpc-bp1hz0prod4k7m2x9q3w1"],
    ["172.16.0.0/12, 172.20.0.0/16", "172.20.0.0/16 overlaps another block of this list"],
    [Array.from({ length: 11 }, (_, index) => `172.${16 + index}.0.0/16`).join(" "), "at most 10"],
    ["100.64.0.0/16", "which no branch can use"],
  ])("addresses %s will not do: %s", async (wrong, words) => {
    const run = await runWizard({ answers: { ...leave, cidr: [wrong, "172.16.0.0/12"] } });
    expect(because(run, "cidr").join()).toContain(words);
    expect(because(run, "cidr")).toHaveLength(1);
  });

  it("names other private blocks where the office's clash with a VPC on the CEN", async () => {
    const run = await runWizard({ answers: { ...leave, cidr: ["10.0.0.0/8", "172.16.0.0/12"] } });
    expect(because(run, "cidr")[0]).toMatch(/No private \/8 is free|Free for the branch/);
  });

  it("a VPC that clashes with the office's addresses says so and cannot be chosen", async () => {
    const sandbox = "vpc-bp1sandbox3k8m1x5q7w2";
    const run = await runWizard({ answers: { ...leave, vpc: [[sandbox], ["vpc-bp1hz0prod4k7m2x9q3w1"]] } });
    expect(because(run, "vpc")).toEqual(["clashes with 172.16.0.0/12"]);
  });
});

describe("what is not asked, but may be said", () => {
  it("an order that waits for a person to pay, and the name of a CCN that has to be made, go into file and one line", async () => {
    const argv = ["--scenario", "tutorial-a-empty", "--auto-pay", "false", "--ccn-name", "offices"];
    const run = await runWizard({ argv, answers: tutorialAnswers });
    expect(run.read("sagctl.yaml")).toContain("autoPay: false");
    expect(run.read("sagctl.yaml")).toContain("name: offices");
    expect(run.stdout).toContain("--auto-pay false");
    expect(run.stdout).toContain("--ccn-name offices");
  });

  it("a CCN that is there can be named", async () => {
    const run = await runWizard({ argv: ["--ccn-name", "default"], answers: tutorialAnswers });
    expect(run.read("sagctl.yaml")).toContain("ccn-4kd82hx0pq7m3v9zt1");
    const wrong = await runWizard({ argv: ["--ccn-name", "offices"], answers: leave });
    expect(wrong.end).toMatchObject({ code: "bad-answer" });
  });
});

describe("names and figures are checked as they are given", () => {
  it.each([
    ["12", "not digits only"],
    ["my office", "is not a name"],
    ["ccn", "reserved"],
    ["", "is not a name"],
    ["b", "which has 2 to 128 characters, a letter first"],
    ["1b", "which has 2 to 128 characters, a letter first"],
    ["o".repeat(60), "at most 63"],
  ])("the office cannot be called %j", async (name, words) => {
    const run = await runWizard({ answers: { ...leave, name: [name, "beijing"] } });
    expect(because(run, "name").join()).toContain(words);
  });

  it.each([
    ["sag-100wm/stand-alone", [1, 51, 60, 50], 3],
    ["sag-1000/stand-alone", [9, 501, 500], 2],
    ["sag-vcpe/warm-standby", [5, 1001, 1000], 2],
  ])("the bandwidth of %s stays in the range of the model", async (model, tries, refusals) => {
    const run = await runWizard({ answers: { ...leave, model, "bandwidth-mbps": tries } });
    expect(because(run, "bandwidth-mbps")).toHaveLength(refusals);
  });

  it("a package is at least as large as its connections, and they are no more than it", async () => {
    const shares = ["6,5", "5", "0.5,5", "5,0", "x,y", "5,5"];
    const run = await runWizard({ answers: { ...leave, "package-mbps": [1, 10_001, 10], "connection-mbps": shares } });
    expect(because(run, "package-mbps")).toHaveLength(2);
    expect(because(run, "connection-mbps")).toEqual([
      "11 Mbit/s are more than the 10 of the package",
      "Give 2 numbers, the Mbit/s of each pair: hangzhou-prod ⇄ sv-prod, CCN ⇄ sv-prod",
      "Give whole Mbit/s, or 0 for none",
      "With 0 the office would not reach sv-prod",
      "Give whole Mbit/s, or 0 for none",
    ]);
  });

  it("ports that no rule can have are refused, others go into the file", async () => {
    const answers = { ...tutorialAnswers, yes: "write", allow: [["icmp", "other"], "tcp/x", "tcp/8000-8080 udp/53"] };
    const run = await runWizard({ answers });
    expect(because(run, "allow")).toHaveLength(1);
    expect(run.read("sagctl.yaml")).toContain("allow: [icmp, tcp/8000-8080, udp/53]");
  });
});

it("bandwidth that stays in one area is not called one between an area and itself", async () => {
  const answers = { ...leave, cidr: "172.16.0.0/24", "package-mbps": [10, 10], "package-months": [1, 1] };
  const run = await runWizard({ argv: ["--scenario", "tutorial-a-today"], answers });
  const asked = run.questions.map(({ message }) => plain(message)).join();
  expect(asked).toContain("Bandwidth inside Mainland China in Mbit/s");
  expect(asked).toContain("Bandwidth between Mainland China and North America in Mbit/s");
});

describe("what is offered follows what is there", () => {
  it("elsewhere than in mainland China only a device of one's own serves, and the contact is asked once", async () => {
    const device = { area: "hong-kong", model: "sag-1000", deployment: "stand-alone", serial: ["a b", "SAG0001"] };
    const answers = { ...leave, ...device, "package-mbps": [10, 10] };
    const run = await runWizard({ argv: ["--dry-run"], answers });
    expect(run.asked.filter((flag) => flag === "package-mbps")).toHaveLength(2);
    expect(run.settled).toContainEqual({ flag: "model", value: "own", because: "nothing is shipped there" });
    expect(because(run, "serial")).toEqual(["One device stands alone: give one serial number"]);
    expect(run.asked.filter((flag) => flag === "ship-to-name")).toHaveLength(1);
    expect(run.end).toBe(0);
  });

  it("a gateway that is there can be chosen, and then nothing is bought for it", async () => {
    const answers = { ...tutorialAnswers, model: "sag-h4lfd0ne7k2m9x4q1w", "approve-purchases": [true] };
    const run = await runWizard({ argv: ["--scenario", "tutorial-a-half-done"], answers });
    expect(run.end).toBe(0);
    expect(run.asked).not.toContain("months");
    expect(run.asked).not.toContain("ship-to-name");
    expect(run.read("sagctl.yaml")).toContain("id: sag-h4lfd0ne7k2m9x4q1w");
  });

  it("to buy beside a gateway that is there is a person's word: the plan buys, and the line says --new", async () => {
    const office = { name: "peking", cidr: "192.168.0.0/16" };
    const noes = { "approve-purchases": [false, false], "allow-shared": false };
    const answers = { ...tutorialAnswers, ...office, ...noes };
    const run = await runWizard({ argv: ["--scenario", "tutorial-a-half-done"], answers });
    expect(run.asked.filter((flag) => flag === "approve-purchases")).toHaveLength(2);
    expect(run.stdout.replaceAll(/ \\\n\s*/g, " ")).toContain("--new --yes --approve-purchases --allow-shared");
  });

  it("a gateway that has the office's name or addresses is not bought a second time", async () => {
    const tries = ["sag-100wm/stand-alone", "sag-h4lfd0ne7k2m9x4q1w"];
    const argv = ["--scenario", "tutorial-a-half-done"];
    const named = await runWizard({ argv, answers: { ...leave, name: "beijing-sag", model: tries } });
    expect(because(named, "model")[0]).toContain("gateway sag-h4lfd0ne7k2m9x4q1w is called beijing-sag");
    const addressed = await runWizard({ argv, answers: { ...leave, model: tries } });
    expect(because(addressed, "model")[0]).toContain("has addresses of the office (172.16.0.0/12)");
  });

  it("a diary of another network ends it as soon as the name is known", async () => {
    const first = await runWizard({ answers: tutorialAnswers });
    rmSync(join(first.cwd, "sagctl.yaml"));
    const run = await runWizard({ cwd: first.cwd, answers: { ...tutorialAnswers, name: "shanghai" } });
    expect(run.end).toMatchObject({ kind: "diary" });
    expect(run.asked).toEqual(["job", "name"]);
  });

  it("without a CEN one is made under the network's name", async () => {
    const run = await runWizard({ argv: ["--scenario", "tutorial-a-empty"], answers: tutorialAnswers });
    expect(run.end).toBe(0);
    expect(run.settled.map(({ flag }) => flag)).toContain("cen-name");
  });
});

describe("the address is checked as it is given", () => {
  it("each field by itself; it has to lie where something is sent", async () => {
    const wrong = [{ mobile: "X" }, { email: "Z" }, { country: "Japan" }, { zip: "00" }].map((one) => ({
      ...shipTo,
      ...one,
    }));
    const run = await runWizard({ answers: { ...leave, "ship-to-name": [...wrong, shipTo] } });
    expect(because(run, "ship-to-name")).toEqual([
      expect.stringContaining("a mobile number has 6 to 17 digits"),
      expect.stringContaining("an e-mail address looks like"),
      expect.stringContaining("ships to mainland China only"),
      expect.stringContaining("a postcode of mainland China has six digits"),
    ]);
    const form = run.questions.find(({ kind }) => kind === "form")?.form as { readonly shape?: object } | undefined;
    expect(Object.keys(form?.shape ?? {})).toContain("zip");
  });

  it("the contact for a device of one's own may live anywhere", async () => {
    const abroad = { ...shipTo, country: "Japan", zip: "100-0001" };
    const own = { model: ["own", "sag-100wm"], deployment: "stand-alone", serial: "sag4a1b2c3d" };
    const run = await runWizard({ answers: { ...leave, ...own, yes: "write", "ship-to-name": abroad } });
    expect(because(run, "ship-to-name")).toEqual([]);
    expect(run.questions.map(({ message }) => message.template).join()).not.toContain("model is to be bought");
    expect(run.read("sagctl.yaml")).toContain("country: Japan");
  });
});

it("a VPC of a long name in the console gets one that the file may hold", async () => {
  const long = "n".repeat(80);
  const rename = (world: World) => {
    const vpc = world.find("vpc", "vpc-bp1hz0prod4k7m2x9q3w1");
    world.put("vpc", { ...vpc, name: long } as never);
  };
  const { url } = await serveBadCloud({ build: rename });
  const run = await runWizard({ argv: [`--simulate=${url}`], answers: { ...tutorialAnswers, yes: "write" } });
  expect(run.end).toBe(0);
  expect(run.read("sagctl.yaml")).toContain(`  ${long.slice(0, 63)}:\n`);
});

describe("flags and --yes", () => {
  const flags = [
    ...["--name", "beijing", "--area", "cn-shanghai", "--cidr", "172.16.0.0/12"],
    ...["--vpc", "hangzhou-prod,sv-prod", "--model", "sag-100wm", "--deployment", "stand-alone"],
    ...["--bandwidth-mbps", "10", "--months", "12", "--package-mbps", "10", "--allow", "icmp,tcp/8443"],
    ...Object.entries(shipTo).flatMap(([field, value]) => [`--ship-to-${field}`, value]),
  ];

  it("answer every question before it is asked", async () => {
    const run = await runWizard({ argv: [...flags, "--yes", "--dry-run"], answers: {} });
    expect(run.asked).toEqual([]);
    expect(run.end).toBe(0);
  });

  it("with nobody to ask, the first question that has no answer is named", async () => {
    const run = await runWizard({ argv: flags.slice(0, 6) });
    expect(run.end).toMatchObject({ kind: "usage", message: expect.stringContaining("--vpc") });
  });

  it.each(["--bandwidth-mbps", "--months", "--package-mbps"])("--yes does not answer %s: it is money", async (flag) => {
    const cut = flags.filter((word, index) => word !== flag && flags[index - 1] !== flag);
    const run = await runWizard({ argv: [...cut, "--yes"] });
    expect(run.end).toMatchObject({ kind: "usage", message: expect.stringContaining(flag) });
  });

  it("--yes does not make up an address: with none known and nobody to ask, its flag is named", async () => {
    const run = await runWizard({ argv: [...flags.slice(0, 18), "--package-mbps", "10", "--yes"] });
    expect(run.end).toMatchObject({ kind: "usage", message: expect.stringContaining("Missing value: --ship-to-name") });
  });

  it("a flag that will not do is named with the reason, before anything is asked", async () => {
    const run = await runWizard({ argv: ["--name", "beijing", "--area", "mars"], answers: {} });
    expect(run.end).toMatchObject({
      kind: "usage",
      message: expect.stringMatching(/--area mars: not one of mainland/),
    });
    const moved = flags.map((word, index) => (flags[index - 1] === "--ship-to-mobile" ? "unknown" : word));
    const nobody = await runWizard({ argv: moved, answers: {} });
    expect(nobody.end).toMatchObject({ message: expect.stringMatching(/^--ship-to-mobile: a mobile number has/) });
    const clash = await runWizard({ argv: [...flags.slice(0, 6), "--vpc", "sandbox"], answers: {} });
    expect(clash.end).toMatchObject({ message: expect.stringContaining("--vpc sandbox: clashes with 172.16.0.0/12") });
  });
});

describe("a network file that is there", () => {
  async function second(answers: object, change = (text: string) => text): Promise<WizardRun> {
    const first = await runWizard({ answers: { ...tutorialAnswers, yes: "write" } });
    const file = join(first.cwd, "sagctl.yaml");
    writeFileSync(file, change(first.read("sagctl.yaml")));
    appendFileSync(file, "# a comment of mine\n");
    return runWizard({ cwd: first.cwd, answers: { ...tutorialAnswers, yes: "write", ...answers } });
  }

  it("gets a second office and keeps its comments, its marker and its first office", async () => {
    const run = await second({ name: ["beijing", "shanghai"], cidr: ["172.20.0.0/16", "192.168.0.0/16"] });
    expect(because(run, "name")[0]).toContain("beijing is in the network file already");
    expect(because(run, "cidr")[0]).toContain("172.20.0.0/16 lies in 172.16.0.0/12 of branch beijing");
    expect(run.settled.map(({ flag }) => flag)).toContain("area");
    const text = run.read("sagctl.yaml");
    expect(run.stderr).toContain("this adds to the network beijing-office");
    expect(text).toContain("# a comment of mine");
    expect(text.match(/^marker:/gm)).toHaveLength(1);
    expect(text).toMatch(/ {2}beijing:[\s\S]*172\.16\.0\.0\/12[\s\S]* {2}shanghai:[\s\S]*192\.168\.0\.0\/16/);
    expect(text).toContain("shanghai: [hangzhou-prod, sv-prod]");
  });

  it("that is wrong is said to be wrong before anything is asked", async () => {
    const cwd = newFolder();
    writeFileSync(join(cwd, "sagctl.yaml"), "network: x\nbranchs: {}\n");
    const run = await runWizard({ cwd, answers: {} }).catch((error: unknown) => error);
    expect(run).toMatchObject({ end: { code: "unknown-key", message: expect.stringContaining("sagctl.yaml:2:1") } });
  });
});
