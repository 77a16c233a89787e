import { describe, expect, it } from "vitest";
import { preview } from "../../../src/engine/preview.ts";
import type { ProbePath } from "../../../src/engine/probe-path.ts";
import { commandKey } from "../../../src/engine/run-probe.ts";
import type { Command } from "../../../src/engine/step.ts";
import type { Verdict } from "../../../src/engine/verdict.ts";
import { checkFailed, done, settling } from "../../../src/engine/verdicts.ts";
import { SagctlError } from "../../../src/errors.ts";
import { say } from "../../../src/text.ts";
import { toyStep } from "./toy-step.ts";
import { createToyWorld, endsOf, type ToyWorld } from "./toy-world.ts";

const from = { vpc: "a", account: "hub", region: "r", instance: "i-1", name: "", os: "linux" } as const;
const path: ProbePath = { from, to: { name: "b", address: "10.0.0.1" }, protocol: "icmp" };
const command: Command = {
  on: say`a 10.1.0.1`,
  line: "ping -c 4 -W 2 10.0.0.1",
  without: { on: say`not pinged`, tryThis: [say`allow it`] },
};

/** Probes, and is done when there was an answer. */
function pinging(parts: { readonly command?: Command; readonly until?: Verdict } = {}) {
  const judge = (_: unknown, look: { probed(of: ProbePath): unknown }): Verdict =>
    parts.until ?? (look.probed(path) ? done(say`answered`) : { is: "probe", path });
  return toyStep("ping/a", { judge, ...(parts.command ? { command: parts.command } : {}) });
}

async function probing(probe: ToyWorld["probe"] = async () => ({ is: "silent", sent: 4, received: 0 })) {
  const asked: ProbePath[] = [];
  const world = await createToyWorld();
  const listening: ToyWorld = {
    ...world,
    probe: (of) => {
      asked.push(of);
      return probe(of);
    },
  };
  return { world: listening, asked };
}

const allowed = { approved: new Set([commandKey("ping/a")]) };

describe("a probe that runs a command", () => {
  it("is made when that was allowed, and the item looks again", async () => {
    const { world, asked } = await probing();
    const ends = await endsOf(world, [pinging({ command })], allowed);
    expect([ends.get("ping/a")?.is, asked]).toEqual(["done", [path]]);
  });

  it("is not made otherwise, and the item ends as it says, elsewhere and with the flag", async () => {
    const { world, asked } = await probing();
    const ends = await endsOf(world, [pinging({ command })], { approved: new Set(["ping/b#command", "ping/a"]) });
    const without = { on: say`not pinged`, tryThis: [say`allow it`], elsewhere: true, consent: "--allow-probes" };
    expect(ends.get("ping/a")).toEqual({ is: "blocked", who: "person", ...without });
    expect(asked).toEqual([]);
  });

  it("needs no consent where it runs none", async () => {
    const { world, asked } = await probing();
    await endsOf(world, [pinging()], { approved: new Set() });
    expect(asked).toEqual([path]);
  });
});

describe("what a plan says of commands", () => {
  it.each<[string, Verdict, boolean]>([
    ["a probe", { is: "probe", path }, true],
    ["one that waits for the steps before it", settling(say`others`, 0), true],
    ["one whose check has failed", checkFailed(say`no route`), false],
    ["what is true", done(say`there`), false],
  ])("%s", async (_, until, isNamed) => {
    const { world } = await probing();
    const { rows } = await preview([pinging({ command, until })], world, "do");
    expect(rows[0]?.command).toEqual(isNamed ? command : undefined);
  });
});

describe("a probe that fails by itself", () => {
  const refusal = (kind: "denied" | "cloud-refused" | "unreachable" | "interrupted") =>
    new SagctlError({ kind, code: "x", message: say`because`, tryThis: [say`do that`] });

  it.each([
    ["denied", { is: "failed", kind: "denied", because: say`because`, tryThis: [say`do that`] }],
    ["cloud-refused", { is: "failed", kind: "refused" }],
    ["unreachable", { is: "unsettled", mayHaveCommitted: false }],
  ] as const)("ends its item alone: %s", async (kind, end) => {
    const { world } = await probing(() => Promise.reject(refusal(kind)));
    expect((await endsOf(world, [pinging()], allowed)).get("ping/a")).toMatchObject(end);
  });

  it("stops the run when a person has", async () => {
    const { world } = await probing(() => Promise.reject(refusal("interrupted")));
    await expect(endsOf(world, [pinging()], allowed)).rejects.toMatchObject({ kind: "interrupted" });
  });
});
