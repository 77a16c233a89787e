import { expect, test } from "vitest";
import { isStatus } from "../../../src/api/is-status.ts";
import { flagAt, listAt, numberAt, present, textAt, timeAt, wordsAt } from "../../../src/api/reply-fields.ts";

const one = { Id: "a" };

test.each([
  ["the usual double nesting", { Things: { Thing: [one] } }, [one]],
  ["a flat list", { Things: [one] }, [one]],
  ["one object", { Things: { Thing: one } }, [one]],
  ["nothing", {}, []],
  ["null", { Things: null }, []],
  ["an empty wrapper", { Things: {} }, []],
  ["strange elements", { Things: { Thing: [one, null, "b"] } }, [one]],
])("a list out of %s", (_, reply, list) => expect(listAt(reply, "Things", "Thing")).toEqual(list));

test("words out of lists and of commas, trimmed, empty ones left out", () => {
  expect(wordsAt({ Ids: { Id: ["a", " b "] } }, "Ids", "Id")).toEqual(["a", "b"]);
  expect(wordsAt({ Ids: "a, b,," }, "Ids")).toEqual(["a", "b"]);
  expect(wordsAt({}, "Ids", "Id")).toEqual([]);
});

test("text takes the first field that says something, numbers spelled out", () => {
  expect(textAt({ A: "", B: 203377778550296 }, "A", "B")).toBe("203377778550296");
  expect(textAt({ A: null }, "A")).toBe("");
});

test.each([
  [50, 50],
  ["50", 50],
  ["50M", 50],
  ["50 M", 50],
  ["", undefined],
  ["fast", undefined],
  [null, undefined],
])("the number in %j is %s", (value, number) => expect(numberAt({ A: value }, "A")).toBe(number));

test.each([
  [true, true],
  ["false", false],
  ["True", true],
  ["enable", true],
  ["", undefined],
  [undefined, undefined],
])("the flag %j is %s", (value, flag) => expect(flagAt({ A: value }, "A")).toBe(flag));

test.each([
  [1_785_000_000_000, 1_785_000_000_000],
  ["1785000000000", 1_785_000_000_000],
  ["2026-07-25T17:20Z", Date.UTC(2026, 6, 25, 17, 20)],
  [0, undefined],
  ["2026-99-99", undefined],
])("the time %j is %s", (value, time) => expect(timeAt({ A: value }, "A")).toBe(time));

test("what the service does not say is absent, and what it says stays, empty or not", () => {
  expect(Object.keys(present({ a: undefined, b: false, c: 0, d: "" }))).toEqual(["b", "c", "d"]);
});

test("statuses are compared without regard to case", () => {
  expect(isStatus("ACTIVE", "Init", "Active")).toBe(true);
  expect(isStatus("Offline", "Active")).toBe(false);
});
