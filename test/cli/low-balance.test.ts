import { expect, test } from "vitest";
import { type BadCloud, serveBadCloud } from "../support/bad-cloud.ts";
import { openOffice } from "./bad-input/office.ts";

const CONSENTS = ["--yes", "--approve-purchases", "--allow-probes"];

function putMoney({ cloud }: BadCloud, balance: number): void {
  for (const account of cloud.world.state.accounts) account.balance = balance;
}

test("a purchase refused for the balance is exit 5, says to top up, and is made once when that is done", async () => {
  const bad = await serveBadCloud({ switches: { lowBalance: "refused" } });
  putMoney(bad, 1);
  const office = openOffice({ url: bad.url });
  const { code, words } = await office.run("apply", ...CONSENTS);
  expect(code).toBe(5);
  expect(words).toContain("Top up the account's balance");
  expect(bad.cloud.ledger()).toEqual([]);
  putMoney(bad, 100_000);
  expect((await office.run("apply", ...CONSENTS)).code).toBe(0);
  expect(bad.cloud.ledger().map((order) => `${order.product} ${order.status}`)).toEqual(["Smartag paid", "Cbn paid"]);
});
