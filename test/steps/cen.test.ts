import { expect, it, onTestFinished } from "vitest";
import { attachChild } from "../../src/api/cen-children.ts";
import { plain } from "../../src/text.ts";
import { openRig, type Rig, type RigOptions } from "../support/rig.ts";
import { doByHand } from "./by-hand.ts";

const cen = "cen-a7k2m9x4q1w8e5r3t6";
const sandbox = { child: "vpc-bp1sandbox3k8m1x5q7w2", type: "VPC", region: "cn-hangzhou" } as const;

async function open(goal: RigOptions["goal"] = {}): Promise<Rig> {
  const rig = await openRig({ scenario: "tutorial-a", wire: "none", goal });
  onTestFinished(() => rig.close());
  return rig;
}

async function wordsOfUndo(rig: Rig): Promise<string> {
  const verdict = (await rig.plan("undo")).rows.find((row) => row.item === "cen/global")?.verdict;
  return verdict?.is === "stays" ? plain(verdict.because) : `${verdict?.is}`;
}

it("a CEN that was there before is not asked what is on it: undo leaves it anyway", async () => {
  const rig = await open();
  const { calls } = await rig.run({ only: (key) => key === "cen/global" });
  expect(calls.map((call) => call.action)).toEqual(["DescribeCens"]);
  expect(await wordsOfUndo(rig)).toBe(`CEN ${cen} was there before sagctl`);
});

it("with --include-found it stays as long as somebody else's network is on it", async () => {
  const rig = await open({ includeFound: true });
  expect(await wordsOfUndo(rig)).toBe(`CEN ${cen} was there before sagctl`);
  expect(await doByHand(rig, [attachChild({ account: "hub", cen, ...sandbox })])).toEqual(["answered"]);
  expect(await wordsOfUndo(rig)).toBe(`1 networks of others are attached to ${cen}`);
});
