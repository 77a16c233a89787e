import { describe, expect, it } from "vitest";
import { countCalls } from "../../../bench/call-counts.ts";
import { lowerBoundMs, type TimedItem } from "../../../bench/lower-bound.ts";
import type { CallEntry } from "../../../src/simulator/world.ts";

function item(key: string, parts: Partial<TimedItem>): TimedItem {
  return { key, before: [], writes: [], humanMs: 0, ...parts };
}

describe("the lower bound", () => {
  it("is the longest path, with all that people take on it", () => {
    const items = [
      item("a", { writes: [{ ms: 5, locks: [] }] }),
      item("b", { before: ["a"], humanMs: 20, writes: [{ ms: 7, locks: [] }] }),
      item("c", { before: ["a"], writes: [{ ms: 9, locks: [] }] }),
      item("d", { before: ["b", "c"], writes: [{ ms: 1, locks: [] }] }),
    ];
    expect(lowerBoundMs(items)).toBe(5 + 20 + 7 + 1);
  });

  it("is one lock's work, with what must go before its first and after its last", () => {
    const items = [
      item("first", { writes: [{ ms: 3, locks: [] }] }),
      item("a", { before: ["first"], writes: [{ ms: 10, locks: ["l"] }] }),
      item("b", {
        before: ["first"],
        writes: [
          { ms: 4, locks: [] },
          { ms: 10, locks: ["l"] },
          { ms: 6, locks: [] },
        ],
      }),
      item("last", { before: ["a", "b"], writes: [{ ms: 2, locks: [] }] }),
    ];
    expect(lowerBoundMs(items)).toBe(3 + 20 + 0 + 2);
    expect(lowerBoundMs(items.filter((one) => one.key !== "a"))).toBe(3 + 4 + 10 + 6 + 2);
  });

  it("lets one item's writes on different things go side by side, after what locks nothing or both", () => {
    const writes = [
      { ms: 3, locks: [] },
      { ms: 20, locks: ["l", "m"] },
      { ms: 8, locks: ["l"] },
      { ms: 9, locks: ["m"] },
      { ms: 4, locks: ["l"] },
    ];
    expect(lowerBoundMs([item("a", { writes })])).toBe(3 + 20 + 8 + 4);
  });

  it("is what a lock's late writes take, where an early one has all the time in the world", () => {
    const late = { before: ["parcel"], writes: [{ ms: 10, locks: ["l"] }] };
    const items = [
      item("early", { writes: [{ ms: 2, locks: ["l"] }] }),
      item("parcel", { humanMs: 100 }),
      item("a", late),
      item("b", late),
    ];
    expect(lowerBoundMs(items)).toBe(100 + 10 + 10);
  });
});

describe("counting calls", () => {
  const call = (action: string, parts: Partial<CallEntry> = {}) =>
    ({ product: "Cbn", action, params: {}, kind: "read", ...parts }) as CallEntry;

  it("a read repeated after an answer in transition is polling, and the first after it at rest still is", () => {
    const calls = [
      call("List", { transitional: true }),
      call("List", { transitional: true }),
      call("Other"),
      call("List"),
      call("List"),
      call("Make", { kind: "write" }),
    ];
    expect(countCalls(calls)).toEqual({ writes: 1, reads: 3, polls: 2, probes: 0 });
  });

  it("the same list with another account's key is another read, and no poll", () => {
    const calls = [call("List", { uid: "1", transitional: true }), call("List", { uid: "2" })];
    expect(countCalls(calls)).toEqual({ writes: 0, reads: 2, polls: 0, probes: 0 });
  });

  it("a command on an instance, and asking what became of it, is a probe", () => {
    const run = call("RunCommand", { kind: "write" });
    const result = call("DescribeInvocationResults", { transitional: true });
    expect(countCalls([call("DescribeCloudAssistantStatus"), run, result, result])).toMatchObject({
      ...{ writes: 0, reads: 0, polls: 0, probes: 4 },
    });
  });
});
