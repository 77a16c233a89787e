import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { actions } from "../../src/api/actions.ts";
import { findAction } from "../../src/simulator/registry.ts";
import { createSimulatedCloud } from "../../src/simulator/simulated-cloud.ts";
import { plain } from "../../src/text.ts";
import { resultShape } from "../../src/ui/json/json-shapes.ts";
import { createTestHost, newFolder, runCli } from "../support/host.ts";
import { exampleFile, tutorials, worldIn } from "../support/worlds.ts";
import { runWizard, tutorialAnswers } from "../unit/setup/run-wizard.ts";

function runIn(cwd: string) {
  return async (...argv: string[]) => {
    const { stdout } = await runCli([...argv, "--json"], createTestHost({ cwd }));
    return resultShape.parse(JSON.parse(stdout));
  };
}

type Result = Awaited<ReturnType<ReturnType<typeof runIn>>>;

function pricesIn({ plan }: Result) {
  const changes = plan?.rows.flatMap((row) => row.changes) ?? [];
  const unpriced = changes.filter((one) => (one.risk === "costs-money") !== (one.price?.invented !== undefined));
  expect(unpriced).toEqual([]);
  return changes.flatMap((one) => one.price?.invented ?? []);
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((whole, amount) => whole + amount, 0);
}

function ledgerIn(cwd: string, scenario: string) {
  return worldIn(cwd, scenario).ledger.map(({ action, price }) => ({ action, price }));
}

const network = (changes: readonly (readonly [RegExp, string])[]) => {
  const text = readFileSync(exampleFile("tutorial-a"), "utf8");
  return changes.reduce((changed, [from, to]) => changed.replace(from, to), text);
};

test("the simulated cloud has a price for every call that costs money", () => {
  const bought = actions.filter((one) => one.bills !== "nothing");
  expect(bought.length).toBeGreaterThanOrEqual(8);
  expect(bought.filter((one) => findAction(one.product, one.action)?.quote === undefined)).toEqual([]);
});

describe("what plan says that purchases cost", () => {
  test.each(tutorials)("%s: is what apply spends, order by order", async (scenario) => {
    const cwd = newFolder();
    const run = runIn(cwd);
    const planned = pricesIn(await run("plan", "--simulate", "-f", exampleFile(scenario)));
    const before = ledgerIn(cwd, scenario).length;
    const applied = await run("apply", "--simulate", "--yes", "--approve-purchases", "-f", exampleFile(scenario));
    const spent = ledgerIn(cwd, scenario).slice(before);
    expect(planned).toHaveLength(spent.length);
    expect(sum(planned.map((one) => one.now))).toBe(sum(spent.map((one) => one.price)));
    expect(sum((applied.counts?.spent ?? []).map((one) => one.amount))).toBe(sum(spent.map((one) => one.price)));
    expect(planned.map((one) => one.later)).toContainEqual([{ amount: 3000, per: "month" }]);
  });

  test("more bandwidth for gateway and package is an order each, at the plan's price", async () => {
    const cwd = newFolder();
    const run = runIn(cwd);
    const file = join(cwd, "sagctl.yaml");
    const subscription = [/charge: POSTPAY/, "charge: PREPAY\n    months: 6"] as const;
    writeFileSync(file, network([subscription]));
    await run("apply", "--simulate", "--yes", "--approve-purchases");
    const before = ledgerIn(cwd, "tutorial-a");
    expect(before.map((one) => one.price)).toEqual([7000, 18_000]);
    writeFileSync(
      file,
      network([subscription, [/(model: [\s\S]*?bandwidthMbps: )10/, "$130"], [/(areas: .*\n.*: )10/, "$120"]]),
    );
    const planned = pricesIn(await run("plan", "--simulate"));
    await run("apply", "--simulate", "--yes", "--approve-purchases");
    const orders = ledgerIn(cwd, "tutorial-a").slice(before.length);
    expect(orders).toEqual([
      { action: "UpgradeSmartAccessGateway", price: 1000 },
      { action: "ModifyCenBandwidthPackageSpec", price: 18_000 },
    ]);
    expect(planned.map((one) => one.now)).toEqual([1000, 18_000]);
  });

  test("is the same on a simulated cloud that is only known by its URL", async () => {
    const cloud = createSimulatedCloud({ scenario: "tutorial-a" });
    const { url } = await cloud.listen();
    const at = `--simulate=http://control:${cloud.controlToken}@${new URL(url).host}`;
    const planned = pricesIn(await runIn(newFolder())("plan", at, "-f", exampleFile("tutorial-a")));
    await cloud.close();
    expect(planned).toEqual([
      { currency: "CNY", now: 7000, later: [] },
      { currency: "CNY", now: 0, later: [{ amount: 3000, per: "month" }] },
    ]);
  });
});

test("each of two gateways is told with its own order and price", async () => {
  const cwd = newFolder();
  const text = readFileSync(exampleFile("tutorial-a"), "utf8");
  const [, beijing = ""] = /\n {2}beijing:\n([\s\S]*?)\n\n/.exec(text) ?? [];
  const shanghai = beijing.replace("172.16.0.0/12", "192.168.0.0/24").replace("bandwidthMbps: 10", "bandwidthMbps: 20");
  writeFileSync(join(cwd, "sagctl.yaml"), text.replace(beijing, `${beijing}\n  shanghai:\n${shanghai}`));
  const only = ["--only", "purchase/beijing", "--only", "purchase/shanghai"];
  const { items = [] } = await runIn(cwd)("apply", "--simulate", "--yes", "--approve-purchases", ...only);
  const told = items.flatMap(({ end }) => (end.is === "done" ? [end.as.text] : []));
  const orders = worldIn(cwd, "tutorial-a").ledger.map(({ orderId, instanceIds, price }) => [
    ...instanceIds,
    orderId,
    price,
  ]);
  expect(orders.map(([, , price]) => price)).toEqual([7000, 13_000]);
  for (const [index, [gateway, order, price]] of orders.entries()) {
    const amount = `CNY ${Number(price).toLocaleString("en-US")}.00`;
    expect(told[index]).toMatch(new RegExp(`^${gateway} .*; order ${order}, ${amount} \\(invented price\\)$`));
  }
});

describe("the consent to pay", () => {
  const prices = ["CNY 7,000.00 (invented price)", "nothing now, then CNY 3,000.00 a month (invented price)"];

  test("is asked for each purchase with its price, after a plan that says the same", async () => {
    const run = await runWizard({ answers: { ...tutorialAnswers, "approve-purchases": [true, false] } });
    const asked = run.questions
      .filter(({ flag }) => flag === "--approve-purchases")
      .map(({ message }) => plain(message));
    expect(asked).toEqual(prices.map((price) => expect.stringContaining(`; ${price}?`)));
    const shown = run.stdout.replaceAll(/\s+/g, " ");
    for (const price of prices) expect(shown).toContain(price);
  });

  test("that is missing names the price", async () => {
    const argv = ["apply", "--simulate", "--yes", "-f", exampleFile("tutorial-a")];
    const { code, stderr } = await runCli(argv, createTestHost());
    expect(code).toBe(7);
    expect(stderr.replaceAll(/\s+/g, " ")).toContain(`12 months; ${prices[0]}`);
  });
});
