import { describe, expect, it } from "vitest";
import { createGraph, pruneForRun, pruneTo, reverseGraph } from "../../../src/engine/graph.ts";
import { toyStep } from "./toy-step.ts";

const nodes = [
  toyStep("cen/a"),
  toyStep("attach/b", { needs: ["cen/a"] }),
  toyStep("buy/c"),
  toyStep("bind/d", { needs: ["buy/c"], after: ["attach/b"] }),
  toyStep("ping/e", { after: ["bind/d", "elsewhere/x"] }),
];
const keysOf = (some: readonly { readonly key: string }[]) => some.map((one) => one.key);

describe("the graph", () => {
  it("an item comes after what it needs and what it is told to come after, and what is not there is no edge", () => {
    const graph = createGraph(nodes);
    expect(graph.before("bind/d")).toEqual(["buy/c", "attach/b"]);
    expect(graph.before("ping/e")).toEqual(["bind/d"]);
    expect([...graph.ancestors("ping/e")].sort()).toEqual(["attach/b", "bind/d", "buy/c", "cen/a"]);
  });

  it("undo goes the same edges the other way", () => {
    const back = reverseGraph(createGraph(nodes));
    expect(keysOf(back.nodes)).toEqual(["ping/e", "bind/d", "buy/c", "attach/b", "cen/a"]);
    expect(back.before("cen/a")).toEqual(["attach/b"]);
    expect(back.before("ping/e")).toEqual([]);
  });

  it("an item that goes before another does so on the way back alone", () => {
    const routes = [toyStep("table/a"), toyStep("route/b", { goesBefore: ["table/a", "elsewhere/x"] })];
    const there = createGraph(routes);
    expect([there.before("table/a"), there.before("route/b")]).toEqual([[], []]);
    const back = reverseGraph(there);
    expect([back.before("table/a"), back.before("route/b")]).toEqual([["route/b"], []]);
  });

  it("targets keep all that they need, at any distance, and leave out what they only come after", () => {
    expect(keysOf(pruneTo(nodes, new Set(["bind/d"])))).toEqual(["buy/c", "bind/d"]);
    expect(keysOf(pruneTo(nodes, new Set(["attach/b"])))).toEqual(["cen/a", "attach/b"]);
    expect(keysOf(pruneTo(nodes, new Set(["ping/e", "nothing/z"])))).toEqual(["ping/e"]);
  });

  it("a run of some items keeps what they come after, as it stands: that waits for nothing but its own needs", () => {
    const paid = toyStep("pay/f", { paysAfter: ["bind/d"] });
    const kept = pruneForRun([...nodes, paid], new Set(["pay/f"]));
    expect(keysOf(kept)).toEqual(["buy/c", "bind/d", "pay/f"]);
    expect(createGraph(kept).before("bind/d")).toEqual(["buy/c"]);
    expect(createGraph(kept).beforePaying("pay/f")).toEqual(["bind/d"]);
    expect(keysOf(pruneForRun(nodes, new Set(["bind/d"])))).toEqual(["cen/a", "attach/b", "buy/c", "bind/d"]);
  });

  it("a proof finds out by itself what is missing: on its own it comes after nothing, in a run after what is part of it", () => {
    const proof = toyStep("ping/e", { needs: ["cen/a"], after: ["bind/d"], isProof: true });
    const all = [...nodes.slice(0, -1), proof];
    expect(keysOf(pruneForRun(all, new Set(["ping/e"])))).toEqual(["cen/a", "ping/e"]);
    expect(createGraph(pruneForRun(all, new Set(["ping/e", "bind/d"]))).before("ping/e")).toEqual(["cen/a", "bind/d"]);
  });
});
