import { describe, expect, test } from "vitest";
import { reachTable } from "../../../src/commands/status/reach-table.ts";
import type { Plan, PlanRow } from "../../../src/engine/events.ts";
import type { Change, Verdict } from "../../../src/engine/verdict.ts";
import type { ItemKey } from "../../../src/keys.ts";
import type { Branch, Network, Vpc } from "../../../src/network/network.ts";
import { say } from "../../../src/text.ts";

const branch = { name: "beijing" } as Branch;
const vpc = (name: string) => ({ name }) as Vpc;
const done: Verdict = { is: "done", as: say`there` };
const settling: Verdict = { is: "settling", until: say`it`, expectMs: 0 };
const failed: Verdict = { is: "failed", kind: "check", because: say`no route`, tryThis: [] };

function network(reach?: Network["reach"]): Network {
  const places = { branches: [branch], vpcs: [vpc("a"), vpc("b")], allow: [{ protocol: "icmp" }] };
  return { ...places, ...(reach ? { reach } : {}) } as unknown as Network;
}

function planOf(verdicts: Readonly<Record<string, Verdict>>): Plan {
  const rows = Object.entries(verdicts).map(
    ([item, verdict]): PlanRow => ({ item: item as ItemKey, title: "", verdict, changes: [] }),
  );
  return { way: "do", facts: new Map(), rows };
}

function rowsOf(of: Network, verdicts: Readonly<Record<string, Verdict>>) {
  return reachTable(of, planOf(verdicts)).flatMap((table) => table.rows);
}

describe("who reaches whom", () => {
  test("without `reach` everybody reaches every VPC, and nobody a branch", () => {
    const pairs = rowsOf(network(), {}).map(([from, to]) => `${from} ${to}`);
    expect(pairs).toEqual(["beijing a", "beijing b", "a b", "b a"]);
  });

  test("two VPCs need both attachments and the connection between them, in whatever order it is written", () => {
    const standing = { "attach/a": done, "attach/b": done };
    const only = network({ a: ["b"] });
    const way = (verdicts: Readonly<Record<string, Verdict>>) => rowsOf(only, verdicts).find(([from]) => from === "a");
    expect(way({ ...standing, "region-connection/b/a": done })).toEqual(["a", "b", "ICMP", "configured"]);
    expect(way({ ...standing, "region-connection/b/a": settling })?.[3]).toBe("not yet");
    expect(way({ "attach/a": done, "attach/b": settling })?.[3]).toBe("not yet");
  });

  test("a branch's path is as good as its worst address, and a failed proof says why", () => {
    const only = network({ beijing: ["a"] });
    const first = { "ping/beijing/a/10.0.0.1": done };
    expect(rowsOf(only, first)[0]?.[3]).toBe("configured");
    expect(rowsOf(only, { ...first, "ping/beijing/a/10.0.0.2": failed })[0]?.[3]).toBe("no: no route");
    expect(rowsOf(only, {})[0]?.[3]).toBe("not checked: no address to verify");
  });

  test("a path that only a ping passes is not called configured", () => {
    const path = { from: { branch: "beijing", cidrs: [] }, to: { name: "a", address: "10.0.0.1" }, protocol: "icmp" };
    const probe = { is: "probe", path, probeOnly: { what: say`no connection`, mend: say`connect` } } as Verdict;
    const rows = rowsOf(network({ beijing: ["a"] }), { "ping/beijing/a/10.0.0.1": probe });
    expect(rows[0]?.[3]).toBe("probe only: no connection");
  });

  test("pairs that the file keeps apart are shown as that", () => {
    expect(
      rowsOf(network({ beijing: ["a"], a: ["b"] }), {}).map(([from, to, , path]) => `${from} ${to} ${path}`),
    ).toEqual([
      "beijing a not checked: no address to verify",
      "beijing b forbidden by reach:",
      "a b configured",
      "b a forbidden by reach:",
    ]);
    expect(new Set(rowsOf(network({}), {}).map(([, , letIn]) => letIn))).toEqual(new Set(["nothing"]));
    const moving = rowsOf(network({}), { "route-tables/b": settling }).find(([from]) => from === "a");
    expect(moving?.[3]).toBe("forbidden by reach:, not parted yet");
  });

  test("nothing is let in before there is a rule, and where a path is proven the rules are there", () => {
    const pending: Verdict = { is: "changes", now: [{} as Change] };
    const letIn = (verdicts: Readonly<Record<string, Verdict>>) => rowsOf(network(), verdicts)[0]?.[2];
    expect(letIn({ "security-group/a": pending })).toBe("not yet: ICMP");
    expect(letIn({ "security-group/a": pending, "ping/beijing/a/10.0.0.1": done })).toBe("ICMP");
    expect(letIn({ "security-group/a": done })).toBe("ICMP");
  });

  test("where there is nothing to reach there is no table", () => {
    expect(reachTable({ ...network(), vpcs: [] }, planOf({}))).toEqual([]);
  });
});
