import { expect, test } from "vitest";
import { actions } from "../../../src/api/actions.ts";
import type { Params, Product } from "../../../src/api/call.ts";
import { orderPageOf } from "../../../src/api/order-pages.ts";
import { plain } from "../../../src/text.ts";

function pageOf(action: string, params: Params = {}, product: Product = "Cbn") {
  return plain(orderPageOf({ product, action, params, account: "hub", region: "cn-hangzhou" }));
}

test("for every call that costs money it is known where its price stands", () => {
  const bought = actions.filter((one) => one.bills !== "nothing").map((one) => one.action);
  expect(bought.length).toBeGreaterThanOrEqual(5);
  const general = pageOf("CreateSomethingElse");
  expect(bought.filter((action) => pageOf(action) === general)).toEqual([]);
});

test("a package has one page to pay as one goes, and another for a subscription", () => {
  const page = (charge: string) => pageOf("CreateCenBandwidthPackage", { BandwidthPackageChargeType: charge });
  expect(page("POSTPAY")).toContain("Pay-As-You-Go");
  expect(page("PREPAY")).toContain("Subscription");
});
