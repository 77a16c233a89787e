import { describe, expect, test } from "vitest";
import type { Gateway } from "../../src/simulator/smartag/things.ts";
import { type BadCloud, serveBadCloud, writesIn } from "../support/bad-cloud.ts";
import { openOffice } from "./bad-input/office.ts";

const CONSENTS = ["--yes", "--approve-purchases"] as const;
const HOUR_MS = 3_600_000;

/** An office whose gateway is bought, on a cloud whose people wait to be told. */
async function bought() {
  const bad = await serveBadCloud();
  bad.cloud.world.state.people = "manual";
  const office = openOffice({ url: bad.url });
  expect((await office.run("purchase", ...CONSENTS)).code).toBe(0);
  return { bad, office, purchase: writesIn(bad) };
}

function setStatus({ cloud }: BadCloud, status: string): void {
  for (const gateway of cloud.world.all<Gateway>("gateway")) cloud.world.put("gateway", { ...gateway, status });
}

/** What a command names as the step that must come first. */
function firstIn(words: string): string | undefined {
  return /A step comes first: sagctl ([a-z-]+)/.exec(words)?.[1];
}

const tooEarly: readonly (readonly [command: string, first: string])[] = [
  ["activate", "connect"],
  ["apply --only activate/beijing", "connect"],
  ["static-routes", "activate"],
  ["ccn-bind", "activate"],
  ["bandwidth-package", "activate"],
  ["apply --only china-america", "activate"],
  ["region-connection --only ccn/silicon-valley", "cen-bind"],
];

describe("before the step that must come first", () => {
  test.each([
    ["nobody has shipped the box", "Ordered"],
    ["the box is on its way", "Delivered"],
  ])("%s: each step alone names it, exit 6, and sends nothing", async (_, status) => {
    const { bad, office, purchase } = await bought();
    setStatus(bad, status);
    for (const [command, first] of tooEarly) {
      const { code, words } = await office.run(...command.split(" "), ...CONSENTS);
      expect([command, code, firstIn(words)]).toEqual([command, 6, first]);
    }
    expect(writesIn(bad)).toEqual(purchase);
  });

  test("nobody is asked for consent to what is not sent", async () => {
    const { office } = await bought();
    expect(await office.run("bandwidth-package", "--yes")).toMatchObject({ code: 6 });
  });

  test("a plan and a rehearsal say so instead of showing calls", async () => {
    const { office } = await bought();
    for (const command of ["plan --only activate/beijing", "activate --dry-run"]) {
      const { words } = await office.run(...command.split(" "));
      expect(words).toContain("Gateway activated a step comes first: sagctl connect");
      expect(words).toContain("No changes.");
    }
    expect((await office.run("plan", "--only", "activate/beijing", "--exit-code")).code).toBe(3);
  });

  test("--eager buys the package all the same, and a person's --received activates", async () => {
    const { bad, office, purchase } = await bought();
    expect((await office.run("bandwidth-package", ...CONSENTS, "--eager")).code).toBe(0);
    setStatus(bad, "Delivered");
    expect((await office.run("activate", "--yes", "--received")).code).toBe(0);
    const sent = ["CreateCenBandwidthPackage", "AssociateCenBandwidthPackage", "ActivateSmartAccessGateway"];
    expect(writesIn(bad)).toEqual([...purchase, ...sent]);
  });
});

test("each step alone, one after the other, builds what one run builds", async () => {
  const { bad, office } = await bought();
  bad.cloud.people.deliver();
  bad.cloud.people.plugIn();
  const steps = ["connect", "activate", "static-routes", "ccn-bind", "cen-bind", "bandwidth-package"];
  for (const step of [...steps, "region-connection", "security-group"]) {
    expect([step, (await office.run(step, ...CONSENTS)).code]).toEqual([step, 0]);
  }
  await bad.cloud.advanceTo(bad.cloud.now() + HOUR_MS);
  expect(await office.run("ping", "--source", "172.16.0.10")).toMatchObject({ code: 0 });
  expect((await office.run("apply", "--yes")).words).toContain("0 writes");
  expect(writesIn(bad)).toHaveLength(11);
});

test("a step is not stopped by a guard of what only its purchases would wait for", async () => {
  const { bad, office } = await bought();
  office.loseDiary();
  for (const gateway of bad.cloud.world.all<Gateway>("gateway")) {
    bad.cloud.world.put("gateway", { ...gateway, name: "renamed", description: "" });
  }
  expect((await office.run("plan")).code).toBe(7);
  expect(await office.run("attach", "--yes")).toMatchObject({ code: 0 });
});

test.each([
  ["Ordered", "connect"],
  ["Delivered", "connect"],
  ["Received", "activate"],
])("a ping through a gateway that is %s says so, and names the step that is next: %s", async (status, next) => {
  const { bad, office } = await bought();
  setStatus(bad, status);
  const { code, words } = await office.run("ping", "--source", "172.16.0.10");
  expect(words).toContain(`to come online (now ${status})`);
  expect(words).toContain(`Somebody must: sagctl ${next} `);
  expect(code).toBe(6);
});

test("a ping through a gateway that is on no CCN yet names what is next there: static-routes, then ccn-bind", async () => {
  const { bad, office } = await bought();
  bad.cloud.people.deliver();
  for (const step of ["connect", "activate"]) await office.run(step, "--yes");
  for (const next of ["static-routes", "ccn-bind"]) {
    const { code, words } = await office.run("ping");
    expect(words).toMatch(/sag-\w+ is on no CCN \(now \w+\) Mend it: sagctl ([a-z-]+) /);
    expect([/Mend it: sagctl ([a-z-]+) /.exec(words)?.[1], code]).toEqual([next, 1]);
    expect((await office.run(next, "--yes")).code).toBe(0);
  }
});
