import { copyFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { createTestHost, newFolder, runCli } from "../../support/host.ts";
import { exampleFile, worldIn } from "../../support/worlds.ts";

const hangzhou = ["--vpc", "vpc-bp1hz0prod4k7m2x9q3w1", "--region", "cn-hangzhou"];
const shipTo = [
  ...["--ship-to-name", "Wang Invented", "--ship-to-mobile", "13800000000", "--ship-to-email", "n@example.com"],
  ...["--ship-to-country", "China", "--ship-to-state", "Beijing", "--ship-to-city", "Beijing"],
  ...["--ship-to-district", "Chaoyang", "--ship-to-town", "Nowhere", "--ship-to-zip", "100000"],
  ...["--ship-to-address", "1 Example Street, Floor 2"],
];
const buy = ["--model", "sag-100wm", "--deployment", "stand-alone", "--bandwidth-mbps", "10", "--months", "12"];
const cen = ["--cen-name", "global"];

/** The whole tutorial in an empty folder, each step by its sub-command and flags alone; its exit code is 0. */
const tutorial: readonly (readonly [step: string, ...flags: string[]])[] = [
  ["cen", "--name", "office", ...cen],
  ["ccn", "--name", "office", ...cen, "--area", "mainland-china"],
  ["attach", "--name", "hangzhou", ...hangzhou, ...cen],
  ["purchase", "--name", "beijing", ...buy, ...shipTo, "--approve-purchases"],
  ["connect", "--name", "beijing"],
  ["activate", "--name", "beijing"],
  ["static-routes", "--name", "beijing", "--cidr", "172.16.0.0/12", ...cen],
  ["ccn-bind", "--name", "beijing", ...cen],
  ["cen-bind", "--name", "beijing", ...cen],
  [
    ...(["bandwidth-package", "--name", "china-america", "--areas", "China,North-America"] as const),
    ...["--package-mbps", "10", "--charge", "POSTPAY", ...cen, "--approve-purchases"],
  ],
  ["region-connection", "--name", "a", "--between", "cn-hangzhou,us-west-1", "--connection-mbps", "5", ...cen],
  ["region-connection", "--name", "b", "--between", "ccn,us-west-1", "--connection-mbps", "5", ...cen],
  [
    ...(["security-group", "--name", "hangzhou", ...hangzhou, "--cidr", "172.16.0.0/12"] as const),
    ...["--security-group", "sg-bp1hz0web4k7m2x9q3w1"],
  ],
  ["ping", "--name", "beijing", ...hangzhou, "--verify", "10.1.0.10", "--cidr", "172.16.0.0/12", ...cen],
];

interface Row {
  readonly call: string;
  readonly kind: string;
}

async function writes(cwd: string): Promise<readonly string[]> {
  const { stdout } = await runCli(["simulate", "calls", "--json"], createTestHost({ cwd }));
  const { tables } = JSON.parse(stdout) as { tables: Record<string, readonly Row[]> };
  const rows = Object.values(tables).flat();
  return rows.filter((row) => row.kind === "write").map((row) => row.call);
}

function sagctl(cwd: string, ...argv: string[]) {
  return runCli([...argv, "--simulate"], createTestHost({ cwd }));
}

describe("a step alone, with flags only and no file", () => {
  const cwd = newFolder();
  const codes: string[] = [];
  beforeAll(async () => {
    for (const [step, ...flags] of tutorial) codes.push(`${step} ${(await sagctl(cwd, step, ...flags, "--yes")).code}`);
  }, 120_000);

  it("all steps one after the other end well, and the last one has pinged", () => {
    expect(codes).toEqual(tutorial.map(([step]) => `${step} 0`));
  });

  it("they send what the network file's run would send, for what they were told of", async () => {
    expect((await writes(cwd)).toSorted()).toEqual(
      [
        "Cbn.AssociateCenBandwidthPackage",
        "Cbn.AttachCenChildInstance",
        "Cbn.CreateCenBandwidthPackage",
        "Cbn.SetCenInterRegionBandwidthLimit",
        "Cbn.SetCenInterRegionBandwidthLimit",
        "Ecs.AuthorizeSecurityGroup",
        "Smartag.ActivateSmartAccessGateway",
        "Smartag.BindSmartAccessGateway",
        "Smartag.CreateSmartAccessGateway",
        "Smartag.ModifySmartAccessGateway",
      ].toSorted(),
    );
  });

  it("each a second time sends nothing more", async () => {
    const before = await writes(cwd);
    for (const [step, ...flags] of tutorial) {
      expect((await sagctl(cwd, step, ...flags, "--yes")).code, step).toBe(0);
    }
    expect(await writes(cwd)).toEqual(before);
  });

  it("SAGCTL_ names serve for the flags, and a flag goes before its name", async () => {
    const env = { SAGCTL_CEN_NAME: "nothing-of-that-name", SAGCTL_NAME: "office" };
    const host = createTestHost({ cwd, env });
    expect((await runCli(["cen", "--simulate", "--yes"], host)).code).toBe(7);
    expect((await runCli(["cen", "--simulate", "--yes", ...cen], createTestHost({ cwd, env }))).code).toBe(0);
  });
});

describe("a step alone that buys", () => {
  it.each([
    ["--auto-pay false", {}],
    ["SAGCTL_AUTO_PAY=no", { SAGCTL_AUTO_PAY: "no" }],
  ])("with %s leaves the order to a person: exit 6 names it", async (how, env) => {
    const cwd = newFolder();
    const flags = how.startsWith("--") ? how.split(" ") : [];
    const argv = ["purchase", "--name", "beijing", ...buy, ...shipTo, ...flags, "--wait", "0s"];
    const host = createTestHost({ cwd, env });
    const { code, stdout } = await runCli([...argv, "--approve-purchases", "--yes", "--simulate"], host);
    expect(code).toBe(6);
    expect(stdout).toMatch(/order \d+ is not paid/);
  });

  it("a CCN makes it under the name of --ccn-name", async () => {
    const cwd = newFolder();
    const argv = ["ccn", "--name", "office", "--cen-name", "office", "--ccn-name", "offices"];
    await sagctl(cwd, "cen", "--name", "office", "--yes", "--scenario", "tutorial-a-empty");
    expect((await sagctl(cwd, ...argv, "--yes")).code).toBe(0);
    const made = worldIn(cwd, "tutorial-a-empty").calls.find((call) => call.action === "CreateCloudConnectNetwork");
    expect(made?.params.Name).toBe("offices");
  });
});

describe("flags alone that do not say enough", () => {
  const cwd = newFolder();

  it.each([
    [["attach", "--name", "x", ...cen], "--vpc"],
    [["attach", "--name", "x", "--vpc", "vpc-1", ...cen], "--region"],
    [["static-routes", "--name", "x"], "--cidr"],
    [["bandwidth-package", "--name", "x", "--areas", "China,Europe"], "--package-mbps"],
    [["region-connection", "--name", "x"], "--between"],
    [["security-group", "--name", "x", ...hangzhou], "--cidr"],
    [["ping", "--name", "x", "--cidr", "172.16.0.0/12", ...hangzhou], "--verify"],
    [["purchase", "--name", "xy"], "--model"],
    [["attach", ...hangzhou], "--name"],
  ])("%j: exit 2 names %s", async (argv, flag) => {
    const { code, stderr } = await sagctl(cwd, ...argv);
    expect(code).toBe(2);
    expect(stderr).toContain(flag);
  });

  it("beside a network file: exit 2 says that --name leaves it aside", async () => {
    const beside = newFolder();
    copyFileSync(exampleFile("tutorial-a"), join(beside, "sagctl.yaml"));
    const { code, stderr } = await sagctl(beside, "attach", "--name", "x", ...cen);
    expect([code, stderr.replace(/\s+/g, " ")]).toEqual([
      2,
      expect.stringContaining("Give --vpc, or leave --name out, so that the network file is used"),
    ]);
  });

  it.each([
    [["purchase", "--name", "xy", ...buy.slice(0, 4), "--bandwidth-mbps", "51"], "--bandwidth-mbps"],
    [["purchase", "--name", "xy", "--model", "sag-9"], "--model"],
    [["purchase", "--name", "xy", "--months", "10"], "--months"],
    [["purchase", "--name", "xy", "--auto-pay", "perhaps"], "--auto-pay"],
    [["static-routes", "--name", "x", "--cidr", "172.16.0.0/33"], "--cidr"],
    [["region-connection", "--name", "x", "--between", "mars,ccn", "--connection-mbps", "5"], "--between"],
    [["attach", "--name", "x", "--vpc", "vpc-1", "--region", "cn-nowhere"], "--region"],
  ])("%j: exit 2 names the flag that is wrong, %s", async (argv, flag) => {
    const { code, stderr } = await sagctl(cwd, ...argv);
    expect(code).toBe(2);
    expect(stderr).toContain(`${flag}:`);
  });
});
