import { describe, expect, it } from "vitest";
import { goalOf } from "../../../src/commands/flags.ts";
import { loadNetworkFile } from "../../../src/network/load.ts";
import { createTestHost, runCli } from "../../support/host.ts";
import { runWizard, shipTo } from "./run-wizard.ts";

const VPC1 = "vpc-t4nvpc1k7m2x9q3w1a8b5";
const VPC2 = "vpc-t4nvpc2d8n5c1t6y4e9f2";
const VPC3 = "vpc-t4nvpc3h3j0s6u2z7g4p8";
const scenario = ["--scenario", "tutorial-b", "--allow-probes"];

const answers = {
  job: "vpcs",
  name: "three-vpcs",
  vpc: [[VPC1, VPC2]],
  payer: "cen-owner",
  "shared-vpc": "everybody",
  allow: [["icmp"]],
  yes: "apply",
  "approve-purchases": true,
};

/** One run to the end, looked at from several sides. */
const whole = runWizard({ argv: scenario, answers });

describe("the wizard for VPCs of two accounts", () => {
  it("asks no more than 12 times, and ends with pings between all of them", async () => {
    const run = await whole;
    expect(run.end).toBe(0);
    expect(run.refused).toEqual([]);
    expect(run.asked.filter((flag) => flag !== "approve-purchases").length).toBeLessThanOrEqual(12);
    expect(run.stdout.replace(/\s+/g, " ")).toContain("Path verified");
  });

  it("asks nothing of an office: no gateway, no addresses, no area", async () => {
    const { asked, settled } = await whole;
    const all = [...asked, ...settled.map(({ flag }) => flag)];
    for (const flag of ["area", "cidr", "model", "months", "ship-to-name"]) expect(all).not.toContain(flag);
  });

  it("names the other account with the id that the service gives for its key", async () => {
    const { read } = await whole;
    const network = loadNetworkFile(read("sagctl.yaml"), "sagctl.yaml", [], goalOf({}));
    expect(network.accounts).toEqual([
      { name: "hub", uid: "1000000000000001" },
      { name: "shop", uid: "2000000000000002" },
    ]);
    expect(network.vpcs.map(({ id, account, payer }) => [id, account, payer])).toEqual([
      [VPC1, "hub", undefined],
      [VPC2, "hub", undefined],
      [VPC3, "shop", "cen-owner"],
    ]);
    expect([network.ccn.isWanted, network.branches, network.reach]).toEqual([false, [], undefined]);
  });

  it("leaves nothing to do: apply on the file that it wrote sends no write", async () => {
    const { cwd } = await whole;
    const host = createTestHost({ cwd });
    const again = await runCli(["apply", "--simulate", "--yes", "--allow-probes", "--json"], host);
    expect([again.code, JSON.parse(again.stdout).counts.writes]).toEqual([0, 0]);
  });
});

describe("other answers", () => {
  it("keep VPCs apart that share one: who may reach whom is written down", async () => {
    const run = await runWizard({ argv: scenario, answers: { ...answers, "shared-vpc": "VPC3", yes: "write" } });
    expect(run.end).toBe(0);
    const network = loadNetworkFile(run.read("sagctl.yaml"), "sagctl.yaml", [], goalOf({}));
    expect(network.reach).toEqual({ VPC3: ["VPC1", "VPC2"], VPC1: ["VPC3"], VPC2: ["VPC3"] });
  });

  it("in a network with an office too, which reaches them all", async () => {
    const office = { job: "both", name: "beijing", area: "mainland-china", cidr: "172.31.0.0/16", yes: "write" };
    const gateway = { model: "sag-100wm/stand-alone", "bandwidth-mbps": 10, months: 12, "ship-to-name": shipTo };
    const told = { ...answers, ...office, ...gateway, "package-mbps": 10, "package-months": 1, "shared-vpc": "VPC3" };
    const run = await runWizard({ argv: scenario, answers: told });
    expect([run.end, run.refused]).toEqual([0, []]);
    const network = loadNetworkFile(run.read("sagctl.yaml"), "sagctl.yaml", [], goalOf({}));
    const apart = { VPC3: ["VPC1", "VPC2"], VPC1: ["VPC3"], VPC2: ["VPC3"] };
    expect(network.reach).toEqual({ beijing: ["VPC1", "VPC2", "VPC3"], ...apart });
  });

  it("name an account whose key is not here by its id, and its VPC by id and region", async () => {
    const told = ["--vpc-account", "2000000000000099", "--other-vpc", VPC3, "--other-region", "ap-southeast-1"];
    const run = await runWizard({ argv: [...scenario, ...told], answers: { ...answers, yes: "write" } });
    expect(run.end).toBe(0);
    const network = loadNetworkFile(run.read("sagctl.yaml"), "sagctl.yaml", [], goalOf({}));
    expect(network.vpcs.at(-1)).toMatchObject({ id: VPC3, account: "2000000000000099", region: "ap-southeast-1" });
  });
});

describe("both jobs in one network", () => {
  it("are carried to the end: office and VPCs of both accounts reach each other", async () => {
    const office = { name: "beijing", area: "mainland-china", cidr: "172.31.0.0/16" };
    const gateway = { model: "sag-100wm/stand-alone", "bandwidth-mbps": 10, months: 12, "ship-to-name": shipTo };
    const bandwidth = { "package-mbps": 10, "package-months": 1 };
    const consents = { "approve-purchases": [true, true, true], "allow-shared": true };
    const both = { ...answers, ...office, ...gateway, ...bandwidth, ...consents, job: "both" };
    const run = await runWizard({ argv: scenario, answers: both });
    expect(run.refused).toEqual([]);
    expect(run.end).toBe(0);
    const network = loadNetworkFile(run.read("sagctl.yaml"), "sagctl.yaml", [], goalOf({}));
    expect([network.connections.map(({ name }) => name), network.reach]).toEqual([["ccn/ap-southeast-1"], undefined]);
    expect(run.stdout).toContain("VPC1 to VPC3 192.168.0.1  2 ms");
    expect(run.stdout).toMatch(/CCN Mainland China[\s\S]*VPC3 +192\.168\.0\.1 +\d+ ms/);
    const { stdout } = await runCli(["simulate", "ledger", "--json"], createTestHost({ cwd: run.cwd }));
    expect(Object.values(JSON.parse(stdout).tables).flat()).toHaveLength(2);
  });
});

it("security groups of a network without an office are not opened to one", async () => {
  const argv = [...scenario, "--verify", "10.0.0.77,192.168.0.77"];
  const run = await runWizard({ argv, answers: { ...answers, "security-group": [[]], yes: "write" } });
  const question = run.questions.find(({ flag }) => flag === "--security-group");
  expect(question?.message.template).toBe("Which security groups are to be opened?");
});
