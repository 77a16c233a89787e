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

test("of several branches each line says whose it is", async () => {
  const bad = await serveBadCloud();
  const [, beijing = ""] = /\n {2}beijing:\n([\s\S]*?)\n\n/.exec(exampleWith("beijing:", "beijing:")) ?? [];
  const shanghai = beijing.replace("172.16.0.0/12", "192.168.0.0/24");
  const office = openOffice({ url: bad.url, text: exampleWith(beijing, `${beijing}\n  shanghai:\n${shanghai}`) });
  const { words } = await office.run(
    "apply",
    "--yes",
    "--approve-purchases",
    "--only",
    "beijing",
    "--only",
    "shanghai",
  );
  expect(words).toMatch(/✔ Gateway bought beijing sag-\w+ .*? shanghai sag-\w+ /);
  expect(words).toMatch(/✔ Gateway activated beijing until [\d-]+ (· )?shanghai until [\d-]+ /);
});

test.each([
  ["true", "paid, and not activated: its term begins on the day of activation, so it has no end yet"],
  ["false", "is not paid: cancel it in the order centre of the console, and nothing is billed"],
])("undo says until when a gateway is paid for, or why it has no end yet (autoPay: %s)", async (autoPay, bills) => {
  const bad = await serveBadCloud();
  bad.cloud.world.state.people = "manual";
  const text = exampleWith("months: 12", `months: 12\n      autoPay: ${autoPay}`);
  const office = openOffice({ url: bad.url, text });
  await office.run("purchase", "--yes", "--approve-purchases");
  expect((await office.run("undo", "--dry-run")).words).toContain(bills);
});
