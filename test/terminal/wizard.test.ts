import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { newFolder } from "../support/host.ts";
import { PseudoTerminal } from "./pseudo-terminal.ts";

vi.setConfig({ testTimeout: 240_000 });

const ENTER = "\r";
const SPACE = " ";
const DOWN = "\u001b[B";
const CTRL_C = "\u0003";
const address = ["Wang Invented", "13800000000", "", "network@example.com", "China", "Beijing", "Beijing"];
const street = ["Chaoyang", "Nowhere", "1 Example Street", "100000"];
const labels = ["Name", "Mobile", "Landline", "E-mail", "Country", "Province", "City"];
const streetLabels = ["District", "Township", "Street", "Postcode"];

async function tellOffice(terminal: PseudoTerminal): Promise<void> {
  await terminal.answer("What is to be connected?", ENTER);
  await terminal.answer("office called?", `beijing${ENTER}`);
  await terminal.answer("Where is the office?", ENTER);
  await terminal.answer("as CIDR blocks", `172.16.0.0/12${ENTER}`);
}

async function tellGateway(terminal: PseudoTerminal): Promise<void> {
  await terminal.answer("Which gateway serves", ENTER);
  await terminal.answer("Bandwidth of the gateway", ENTER);
  await terminal.answer("For how many months?", DOWN.repeat(9) + ENTER);
  for (const [index, value] of [...address, ...street].entries()) {
    await terminal.answer([...labels, ...streetLabels][index] ?? "", value + ENTER);
  }
}

async function tellRest(terminal: PseudoTerminal): Promise<void> {
  await terminal.answer("Bandwidth between", ENTER);
  await terminal.answer("Shares of its", ENTER);
  await terminal.answer("may the office send", ENTER);
}

async function agree(terminal: PseudoTerminal): Promise<void> {
  await terminal.answer("What now?", ENTER);
  await terminal.answer("Spend money on SAG", `y${ENTER}`);
  await terminal.answer("Spend money on bandwidth", `y${ENTER}`);
}

test("the wizard goes from the first question to verified pings", async () => {
  const cwd = newFolder();
  const terminal = new PseudoTerminal(["setup", "--simulate"], { cwd });
  await tellOffice(terminal);
  await terminal.answer("Which VPCs", SPACE + DOWN + SPACE + ENTER);
  await tellGateway(terminal);
  await tellRest(terminal);
  await agree(terminal);
  await terminal.until("sagctl.yaml is written");
  await terminal.until("10.0.0.10 163 ms");
  expect(await terminal.exit).toBe(0);
  expect(readFileSync(join(cwd, "sagctl.yaml"), "utf8")).toContain("network: beijing-office");
  expect(terminal.isColoured).toBe(true);
});

test("Ctrl-C in the middle loses no answer: the next setup goes on there", async () => {
  const cwd = newFolder();
  const first = new PseudoTerminal(["setup", "--simulate"], { cwd });
  await tellOffice(first);
  await first.answer("Which VPCs", CTRL_C);
  await first.until("Your answers are kept");
  expect(await first.exit).toBe(130);
  const second = new PseudoTerminal(["setup", "--simulate"], { cwd });
  await second.until("goes on where you left it");
  await second.answer("Which VPCs", CTRL_C);
  expect(await second.exit).toBe(130);
  expect(second.shown).not.toContain("office called?");
});

test("a field of the address form that was typed before Ctrl-C is there again", async () => {
  const cwd = newFolder();
  const office = ["--name", "beijing", "--area", "mainland-china", "--cidr", "172.16.0.0/12", "--vpc", "hangzhou-prod"];
  const gateway = ["--model", "sag-100wm", "--deployment", "stand-alone", "--bandwidth-mbps", "10", "--months", "1"];
  const argv = ["setup", "--simulate", ...office, ...gateway];
  const first = new PseudoTerminal(argv, { cwd });
  await first.answer("Name", `Wang Invented${ENTER}`);
  await first.answer("Mobile", CTRL_C);
  expect(await first.exit).toBe(130);
  const second = new PseudoTerminal(argv, { cwd });
  await second.answer("(Wang Invented)", CTRL_C);
  expect(await second.exit).toBe(130);
});

test("Enter takes the first choice that can be taken, not one that serves another office", async () => {
  const cwd = newFolder();
  const office = ["--job", "office", "--name", "peking", "--area", "mainland-china", "--cidr", "192.168.0.0/24"];
  const argv = ["setup", "--simulate", "--scenario", "tutorial-a-half-done", ...office, "--vpc", "sv-prod"];
  writeFileSync(join(cwd, "sagctl.yaml"), readFileSync("examples/tutorial-a-half-done.yaml"));
  const terminal = new PseudoTerminal(argv, { cwd });
  await terminal.answer("serves beijing", ENTER);
  await terminal.answer("Bandwidth of the gateway", CTRL_C);
  expect(await terminal.exit).toBe(130);
  expect(terminal.shown).toContain("Buy SAG-100WM, one device");
  expect(terminal.shown).toMatch(/ 1 gateway\s/);
});

test("in 40 columns every line fits, without colour nothing is coloured", async () => {
  const cwd = newFolder();
  const terminal = new PseudoTerminal(["setup", "--simulate"], { cwd, columns: 40, env: { NO_COLOR: "1" } });
  await tellOffice(terminal);
  await terminal.answer("Which VPCs", SPACE + DOWN + SPACE + ENTER);
  await tellGateway(terminal);
  await tellRest(terminal);
  await terminal.answer("What now?", DOWN.repeat(3) + ENTER);
  expect(await terminal.exit).toBe(7);
  expect(terminal.widest).toBeLessThanOrEqual(40);
  expect(terminal.isColoured).toBe(false);
});

test("VPCs of two accounts, in 40 columns and without colour: left with Ctrl-C, gone on with to the pings", async () => {
  const where = { cwd: newFolder(), columns: 40, env: { NO_COLOR: "1" } };
  const argv = ["setup", "--simulate"];
  const first = new PseudoTerminal(argv, where);
  await first.answer("What is to be connected?", DOWN + ENTER);
  await first.answer("network called?", `three-vpcs${ENTER}`);
  await first.answer("to be connected?", SPACE + CTRL_C);
  expect(await first.exit).toBe(130);
  const second = new PseudoTerminal(argv, where);
  await second.answer("to be connected?", SPACE + DOWN + SPACE + ENTER);
  await second.answer("Who may reach whom?", ENTER);
  await second.answer("each other's instances?", ENTER);
  await second.answer("What now?", ENTER);
  await second.answer("Spend money: attach VPC3", `y${ENTER}`);
  await second.answer("Run, as root", `y${ENTER}`);
  await second.until("VPC3 to VPC2 172.16.0.1 2 ms");
  expect(await second.exit).toBe(0);
  expect(second.shown).not.toContain("network called?");
  const [screens = ""] = `${first.shown}${second.shown}`.split("Next\n");
  expect(screens.split("\n").filter((line) => [...line].length > 40)).toEqual([]);
  expect(second.isColoured).toBe(false);
});

test("on a dumb terminal the questions are plain lines without an escape", async () => {
  const cwd = newFolder();
  const terminal = new PseudoTerminal(["setup", "--simulate"], { cwd, env: { TERM: "dumb" } });
  await tellOffice(terminal);
  await terminal.answer("Numbers, with commas", `1,2${ENTER}`);
  await terminal.answer("Which gateway serves", `1${ENTER}`);
  await terminal.answer("Bandwidth of the gateway", CTRL_C);
  expect(await terminal.exit).toBe(130);
  expect(terminal.hasEscapes).toBe(false);
});

test("with input piped to it the wizard does not hang: it exits 2 and names the flag", () => {
  const cwd = newFolder();
  const bin = join(import.meta.dirname, "../../bin/sagctl.js");
  const env = { PATH: process.env.PATH, HOME: cwd };
  const options = { cwd, env, input: "beijing\n\n", encoding: "utf8" as const, timeout: 60_000 };
  const { status, stderr } = spawnSync(process.execPath, [bin, "setup", "--simulate"], options);
  expect(status).toBe(2);
  expect(stderr).toContain("--job");
  expect(existsSync(join(cwd, "sagctl.yaml"))).toBe(false);
});
