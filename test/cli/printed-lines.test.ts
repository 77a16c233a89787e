import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { createSimulatedCloud, type SimulatedCloud } from "../../src/simulator/simulated-cloud.ts";
import type { Gateway } from "../../src/simulator/smartag/things.ts";
import { type CliResult, createTestHost, newFolder, runCli } from "../support/host.ts";
import { exampleFile } from "../support/worlds.ts";

/** Commands as they stand on the screen, put together again as a shell would. */
function commandsIn({ stdout, stderr }: CliResult): readonly string[] {
  const text = `${stdout}\n${stderr}`.replaceAll(/ \\\n\s*/g, " ");
  return [...text.matchAll(/(?:^|\s)(sagctl [a-z-]+(?: .*)?)$/gm)].map(([, command = ""]) =>
    command.replace(/ {2,}.*/, ""),
  );
}

function argvOf(command: string): readonly string[] {
  const words = [...command.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? "");
  return words.slice(1);
}

/** A folder with the network in a file of another name, and a way to run what a person types or copies there. */
function openFolder(file = "offices/bei jing.yaml") {
  const cwd = newFolder();
  mkdirSync(join(cwd, "offices"));
  copyFileSync(exampleFile("tutorial-a"), join(cwd, file));
  const run = (argv: readonly string[]) => runCli(argv, createTestHost({ cwd }));
  return { cwd, file, run, copied: (command: string) => run(argvOf(command)) };
}

/** A simulated cloud whose people wait to be told, known by its URL only. */
async function served(): Promise<{ readonly cloud: SimulatedCloud; readonly at: string }> {
  const cloud = createSimulatedCloud({ scenario: "tutorial-a", people: "manual" });
  onTestFinished(() => cloud.close());
  const { url } = await cloud.listen();
  return { cloud, at: `--simulate=http://control:${cloud.controlToken}@${new URL(url).host}` };
}

function purchases(cloud: SimulatedCloud): readonly string[] {
  return cloud.ledger().map((order) => order.action);
}

/** All that the run can wait for. */
async function act(cloud: SimulatedCloud): Promise<void> {
  cloud.people.deliver();
  cloud.people.plugIn();
  await cloud.advanceTo(cloud.now() + 5 * 60_000);
}

const receiver = Object.entries({
  ...{ name: "Wang", mobile: "13800000000", email: "a@b.cn", country: "China", state: "Beijing", city: "Beijing" },
  ...{ district: "Chaoyang", town: "x", address: "1 Street", zip: "100020" },
});

describe("a line to run again", () => {
  test("goes on where this one stopped: the same file, cloud and diary, with the consents given", async () => {
    const { cloud, at } = await served();
    const { cwd, file, run, copied } = openFolder();
    let result = await run(["apply", "-f", file, at, "--state", "diary", "--yes", "--approve-purchases"]);
    for (let turn = 0; turn < 3 && result.code === 6; turn += 1) {
      const again = commandsIn(result).filter((command) => command.startsWith("sagctl apply"));
      expect(again).toHaveLength(1);
      await act(cloud);
      result = await copied(again[0] ?? "");
    }
    expect(result.code).toBe(0);
    expect(purchases(cloud)).toEqual(["CreateSmartAccessGateway", "CreateCenBandwidthPackage"]);
    expect(existsSync(join(cwd, "diary", "state.json"))).toBe(true);
    expect(existsSync(join(cwd, ".sagctl"))).toBe(false);
  });

  test("of a step without a file says again what only flags say, and where the box goes to nobody", async () => {
    const { cloud, at } = await served();
    const { run, copied } = openFolder();
    const words = "--name beijing --area mainland-china --model sag-100wm --deployment stand-alone --bandwidth-mbps 10";
    const flags = receiver.flatMap(([field, value]) => [`--ship-to-${field}`, value]);
    const bought = await run([
      "purchase",
      ...words.split(" "),
      "--months",
      "12",
      ...flags,
      at,
      "--yes",
      "--approve-purchases",
    ]);
    expect(bought.code).toBe(0);
    const waiting = await run(["connect", "--name", "beijing", "--area", "mainland-china", at]);
    expect(waiting.code).toBe(6);
    await act(cloud);
    expect((await copied(commandsIn(waiting).at(-1) ?? "")).code).toBe(0);
    expect(purchases(cloud)).toEqual(["CreateSmartAccessGateway"]);
  });

  test("does not repeat a rehearsal, nor the word to buy once more", async () => {
    const { at, cloud } = await served();
    const { file, run } = openFolder();
    const apply = ["apply", "-f", file, at, "--yes", "--approve-purchases"];
    await run(apply);
    const [gateway] = cloud.world.all<Gateway>("gateway");
    const result = await run([...apply, "--buy-again", gateway?.description ?? ""]);
    expect(result.code).toBe(6);
    expect(commandsIn(result).join("\n")).not.toContain("--buy-again");
  });
});

describe("where the people of the simulated cloud wait to be told", () => {
  test("each thing that somebody must do is a line to copy: with these alone a run comes to its end", async () => {
    const { cloud, at } = await served();
    const { cwd, file, run, copied } = openFolder("sagctl.yaml");
    const text = readFileSync(join(cwd, file), "utf8");
    writeFileSync(join(cwd, file), text.replace("months: 12", "months: 12\n      autoPay: false"));
    const deeds: (string | undefined)[] = [];
    let result = await run(["apply", at, "--yes", "--approve-purchases"]);
    for (let turn = 0; turn < 4 && result.code === 6; turn += 1) {
      const lines = commandsIn(result);
      for (const line of lines.filter((one) => one.startsWith("sagctl simulate"))) {
        deeds.push(line.split(" ")[2]);
        expect((await copied(line)).code).toBe(0);
      }
      result = await copied(lines.find((one) => one.startsWith("sagctl apply")) ?? "");
    }
    expect(deeds).toEqual(["pay", "deliver", "plug-in", "advance"]);
    expect([result.code, purchases(cloud).length]).toEqual([0, 2]);
  });

  test("JSON says so among what is next", async () => {
    const { at } = await served();
    const { run } = openFolder("sagctl.yaml");
    const { stdout } = await run(["apply", at, "--json", "--yes", "--approve-purchases"]);
    const { next } = JSON.parse(stdout) as { readonly next: readonly { readonly command: string }[] };
    expect(next.map(({ command }) => argvOf(command).slice(0, 2).join(" "))).toEqual([
      "simulate deliver",
      `apply ${at}`,
    ]);
  });
});

describe("the lines that plan names next", () => {
  test("work on the same file and cloud, one after the other", async () => {
    const { cloud, at } = await served();
    const { cwd, file, run, copied } = openFolder();
    const given = ["--state", "diary", "--eager", "--only", "purchase/beijing", "--yes", "--approve-purchases"];
    const next = commandsIn(await run(["plan", "-f", file, at, ...given]));
    expect(next.map((command) => command.split(" ")[1])).toEqual(["plan", "plan", "apply"]);
    const [calls = "", permissions = "", apply = ""] = next;
    expect((await copied(calls)).stdout).toContain("Smartag CreateSmartAccessGateway");
    expect((await copied(permissions)).stdout).toContain("smartag:CreateSmartAccessGateway");
    expect(purchases(cloud)).toEqual([]);
    expect((await copied(apply)).code).toBe(0);
    expect(purchases(cloud)).toEqual(["CreateSmartAccessGateway"]);
    expect(existsSync(join(cwd, "diary", "state.json"))).toBe(true);
  });

  test("name the scenario of a cloud that is yet to begin", async () => {
    const { cwd, run, copied } = openFolder("sagctl.yaml");
    writeFileSync(join(cwd, "sagctl.yaml"), readFileSync(exampleFile("tutorial-a-half-done"), "utf8"));
    const next = commandsIn(await run(["plan", "--simulate", "--scenario", "tutorial-a-empty"]));
    expect((await copied(next[0] ?? "")).stdout).toContain("simulated: tutorial-a-empty");
  });
});

describe("a command that a screen names on its way", () => {
  test("never leads from the simulated cloud to the real one", async () => {
    const { at } = await served();
    const { file, run, copied } = openFolder();
    const missing = await run(["verify", "-f", file, at]);
    const [first = ""] = commandsIn(missing);
    expect(argvOf(first)[0]).toBe("purchase");
    expect((await copied(`${first} --dry-run`)).stdout).toContain("on the simulated cloud");
    const refused = await run(["apply", "-f", file, at, "--yes"]);
    const see = commandsIn(refused).find((command) => command.startsWith("sagctl plan")) ?? "";
    expect(await copied(see)).toMatchObject({ code: 0, stdout: expect.stringContaining("on the simulated cloud") });
  });

  test("is complete in JSON, too, with the flags that were given", async () => {
    const { at } = await served();
    const { cwd, file } = openFolder();
    const json = async (...argv: string[]) => {
      const { stdout } = await runCli([...argv, "-f", file, at, "--json"], createTestHost({ cwd }));
      return JSON.parse(stdout);
    };
    const waiting = await json("apply", "--yes", "--approve-purchases");
    expect(waiting.next.slice(1)).toEqual([
      { command: `sagctl apply -f '${file}' ${at} --json --yes --approve-purchases` },
    ]);
    const { error } = await json("apply", "--yes");
    expect(error.tryThis[1].text).toBe(`See all that the plan holds: sagctl plan -f '${file}' ${at}`);
  });
});
