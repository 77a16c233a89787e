import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { createTestHost, newFolder, runCli } from "../../support/host.ts";
import { openAt, openRig } from "../../support/rig.ts";
import { worldIn } from "../../support/worlds.ts";
import { exampleBut } from "../enterprise.ts";

const packages =
  "packages:\n  china-america:\n    areas: [China, North-America]\n    bandwidthMbps: 10\n    charge: POSTPAY\n";
const overseas = [
  "  - { between: [hangzhou, silicon-valley], bandwidthMbps: 5 }\n",
  "  - { between: [ccn, silicon-valley], bandwidthMbps: 5 }\n",
].join("");

it("Basic Edition: without a package between the areas nothing is bought and nothing written; the plan says what to add", async () => {
  const host = createTestHost({ cwd: newFolder() });
  writeFileSync(join(host.cwd, "sagctl.yaml"), exampleBut("tutorial-a", [packages, ""]));
  const consents = ["--yes", "--approve-purchases"];
  for (const line of [["plan"], ["apply", ...consents], ["region-connection", ...consents]]) {
    const { code, stdout, stderr } = await runCli([...line, "--simulate"], host);
    const words = (stdout + stderr).replace(/\s+/g, " ");
    expect(words).toContain("no bandwidth package for Mainland China ⇄ North America is on the CEN");
    expect(words).toContain("packages: {areas: [China, North-America], bandwidthMbps: 5,");
    expect(words).not.toContain("data-transfer");
    expect(code).toBe(7);
  }
  const world = worldIn(host.cwd, "tutorial-a");
  expect(world.calls.filter((call) => call.kind === "write")).toEqual([]);
  expect(world.ledger).toEqual([]);
});

it("the mainland's CCN and a mainland region of Basic Edition need no package", async () => {
  const inland = "  - { between: [ccn, hangzhou], bandwidthMbps: 5 }\n";
  const text = exampleBut("tutorial-a", [packages, ""], [overseas, inland]);
  const rig = await openRig({ scenario: "tutorial-a", text, wire: "none" });
  onTestFinished(() => rig.close());
  const { rows } = await rig.plan();
  expect(rows.find((row) => row.item === "region-connection/ccn/hangzhou")?.verdict.is).toBe("not-needed");
  expect(rows.filter(({ verdict }) => verdict.is === "failed")).toEqual([]);
});

it("a connection that is lowered needs no package in the file", async () => {
  const rig = await openRig({ scenario: "tutorial-a", wire: "none" });
  await rig.run();
  const moment = await rig.moment();
  await rig.close();
  const lower = overseas.replaceAll("Mbps: 5", "Mbps: 3");
  const text = exampleBut("tutorial-a", [packages, ""], [overseas, lower]);
  const again = await openAt(moment, { text, goal: { allowLower: true }, wire: "none" });
  onTestFinished(() => again.close());
  const { sent } = await again.run();
  expect(sent.map(({ action, params }) => `${action} ${params.BandwidthLimit}`)).toEqual([
    "SetCenInterRegionBandwidthLimit 3",
    "SetCenInterRegionBandwidthLimit 3",
  ]);
});
