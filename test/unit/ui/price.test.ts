import { describe, expect, it } from "vitest";
import { inventedPrice, unknownPrice } from "../../../src/deps/prices.ts";
import type { Change } from "../../../src/engine/verdict.ts";
import { plain, say } from "../../../src/text.ts";
import { createHumanUi } from "../../../src/ui/human.ts";
import type { Price } from "../../../src/ui/price.ts";
import { FakeOutput, fakeInput, fakeTerminal } from "./fake-terminal.ts";
import * as tutorial from "./tutorial.ts";

const beijing = { ...tutorial.purchase, summary: say`buy SAG-100WM, ${10} Mbit/s, ${12} months` };
const shanghai = { ...beijing };
const bandwidth = tutorial.change("CreateCenBandwidthPackage", say`buy 10 Mbit/s, pay-as-you-go`, "costs-money");

const rows = [
  tutorial.row("purchase/beijing", { is: "changes", now: [beijing] }, [beijing]),
  tutorial.row("purchase/shanghai", { is: "changes", now: [shanghai] }, [shanghai]),
  {
    ...tutorial.row("bandwidth-package/x", { is: "changes", now: [bandwidth] }, [bandwidth]),
    title: "Package bound",
  },
];
const planOfThree = { ...tutorial.plan, rows };

/** A plan as it is shown: of two gateways and a package, unless told otherwise. */
function shown(columns: number, cloudName: string, priceOf: (change: Change) => Price, plan = planOfThree): string {
  const stdout = new FakeOutput(columns);
  const streams = { stdin: fakeInput(), stdout, stderr: new FakeOutput(columns), terminal: fakeTerminal(columns) };
  const prices = new Map([beijing, shanghai, bandwidth].map((change) => [change, priceOf(change)]));
  const ui = createHumanUi({ ...streams, cloudName, quiet: false, verbose: false });
  ui.printPlan(plan, { prices });
  return `\n${stdout.text}`;
}

const onRealCloud = (change: Change) => unknownPrice(change.write.call);
const payAsYouGo = { now: 0, later: [{ price: 3000, per: "month" }] } as const;
const onSimulatedCloud = (change: Change) =>
  inventedPrice(change.write.call, change === bandwidth ? payAsYouGo : { now: 7000 });

describe("a plan that costs money", () => {
  it("says on the real cloud where the price stands, once for what is ordered on one page", () => {
    expect(shown(80, "real", onRealCloud)).toMatchInlineSnapshot(`
      "
      + buy       Gateway bought            beijing: SAG-100WM, 10 Mbit/s, 12 months
                                            price unknown to sagctl
                                            asks before paying
                                            shanghai: SAG-100WM, 10 Mbit/s, 12 months
                                            price unknown to sagctl
                                            asks before paying
                                            Order page: Smart Access Gateway console
                                            (smartag.console.aliyun.com), Create
                                            SmartAG: shown before Buy Now. Paid when
                                            it is ordered; the months begin with
                                            activation, or 15 days after arrival
      + buy       Package bound             10 Mbit/s, pay-as-you-go
                                            price unknown to sagctl
                                            asks before paying
                                            Order page: CEN console, the CEN's
                                            bandwidth packages, Buy (Pay-As-You-Go).
                                            Billed from the day it is bought, in use
                                            or not

      3 changes, 3 of them purchases. Nothing has been sent to Alibaba Cloud.
      "
    `);
  });

  it("says so at 40 columns", () => {
    expect(shown(40, "real", onRealCloud)).toMatchInlineSnapshot(`
      "
      + buy  Gateway bought
          beijing: SAG-100WM, 10 Mbit/s,
          12 months
          price unknown to sagctl
          asks before paying
          shanghai: SAG-100WM, 10 Mbit/s,
          12 months
          price unknown to sagctl
          asks before paying
          Order page: Smart Access Gateway
          console
          (smartag.console.aliyun.com), Create
          SmartAG: shown before Buy Now. Paid
          when it is ordered; the months begin
          with activation, or 15 days after
          arrival
      + buy  Package bound
          10 Mbit/s, pay-as-you-go
          price unknown to sagctl
          asks before paying
          Order page: CEN console, the CEN's
          bandwidth packages, Buy
          (Pay-As-You-Go). Billed from the day
          it is bought, in use or not

      3 changes, 3 of them purchases. Nothing
      has been sent to Alibaba Cloud.
      "
    `);
  });

  it("shows the invented prices of the simulated cloud, each by itself, and their sum", () => {
    expect(shown(80, "tutorial-a", onSimulatedCloud)).toMatchInlineSnapshot(`
      "
      + buy       Gateway bought            beijing: SAG-100WM, 10 Mbit/s, 12 months
                                            CNY 7,000.00 (invented price)
                                            asks before paying
                                            shanghai: SAG-100WM, 10 Mbit/s, 12 months
                                            CNY 7,000.00 (invented price)
                                            asks before paying
      + buy       Package bound             10 Mbit/s, pay-as-you-go
                                            nothing now, then CNY 3,000.00 a month
                                            (invented price)   asks before paying

      3 changes, 3 of them purchases: CNY 14,000.00 now, then CNY 3,000.00 a month
      (invented prices). Nothing has been sent to the simulated cloud.
      "
    `);
  });

  it("adds up no rates of different things", () => {
    const metered = {
      now: 0,
      later: [
        { price: 0.4, per: "hour" },
        { price: 0.1, per: "GB" },
      ],
    } as const;
    const quoteOf = (change: Change) =>
      change === shanghai ? metered : change === bandwidth ? payAsYouGo : { now: 7000 };
    const text = shown(200, "tutorial-a", (change) => inventedPrice(change.write.call, quoteOf(change)));
    expect(text).toContain(
      "CNY 7,000.00 now, then CNY 3,000.00 a month and what runs by hour and GB (invented prices)",
    );
    expect(text).toContain("nothing now, then CNY 0.40 an hour and CNY 0.10 a GB (invented prices)");
  });

  it("says of one purchase what it costs, not a sum", () => {
    const one = {
      ...tutorial.plan,
      rows: [tutorial.row("purchase/x", { is: "changes", now: [bandwidth] }, [bandwidth])],
    };
    expect(shown(200, "tutorial-a", onSimulatedCloud, one)).toContain(
      "1 change, 1 of them a purchase: nothing now, then CNY 3,000.00 a month (invented price). Nothing",
    );
  });

  it("gives no sum where one price is unknown", () => {
    const mixed = (change: Change) => (change === bandwidth ? onRealCloud(change) : onSimulatedCloud(change));
    expect(shown(200, "tutorial-a", mixed)).toContain("3 of them purchases. Nothing has been sent");
  });
});

it.each([
  [{ now: 0 }, "nothing (invented price)"],
  [{ now: 900 }, "CNY 900.00 (invented price)"],
  [
    {
      now: 0,
      later: [
        { price: 0.35, per: "hour" },
        { price: 0.1, per: "GB" },
      ] as const,
    },
    "nothing now, then CNY 0.35 an hour and CNY 0.10 a GB (invented prices)",
  ],
  [{ now: 5, later: [{ price: 1, per: "hour" }] as const }, "CNY 5.00 now, then CNY 1.00 an hour (invented prices)"],
])("%o reads as %s", (quote, words) => {
  expect(plain(inventedPrice(bandwidth.write.call, quote).says)).toBe(words);
});
