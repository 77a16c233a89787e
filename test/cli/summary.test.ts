import { expect, test } from "vitest";
import { serveBadCloud } from "../support/bad-cloud.ts";
import { exampleWith, openOffice } from "./bad-input/office.ts";

test("a summary counts the steps of its own command", async () => {
  const bad = await serveBadCloud();
  const office = openOffice({ url: bad.url });
  expect((await office.run("purchase", "--yes", "--approve-purchases")).words).toMatch(/\D1 step · 1 write,/);
  expect((await office.run("apply", "--yes", "--approve-purchases")).words).toContain("16 steps · 10 writes,");
  expect((await office.run("verify")).words).toMatch(/\D1 step · 0 writes,/);
  expect((await office.run("undo", "--only", "security-group/hangzhou", "--yes")).words).toMatch(/\D1 step · 1 write,/);
});

test("what is ordered and not paid is not spent", async () => {
  const bad = await serveBadCloud();
  bad.cloud.world.state.people = "manual";
  const text = exampleWith("months: 12", "months: 12\n      autoPay: false");
  const office = openOffice({ url: bad.url, text });
  const { words } = await office.run("apply", "--yes", "--approve-purchases");
  expect(words).toContain("Ordered, not paid: CNY 7,000.00 (invented price)");
  expect(words).not.toContain("Spent:");
});
