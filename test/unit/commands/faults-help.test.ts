import { expect, it } from "vitest";
import { simulations } from "../../../src/fixed-commands.ts";
import { usualPoint } from "../../../src/simulator/faults/fault.ts";

const help = simulations.find(({ name }) => name === "simulate faults")?.details ?? "";

it("the help of simulate faults names every fault there is, and no other", () => {
  const listed = help.slice(help.indexOf("what   ") + 7, help.indexOf("docs/"));
  expect(listed.split(/[\s,]+/).filter((word) => word)).toEqual(Object.keys(usualPoint));
});

it("the help of simulate faults fits 80 columns", () => {
  expect(Math.max(...help.split("\n").map((line) => line.length))).toBeLessThanOrEqual(80);
});
