import { expect, test } from "vitest";
import { provenByPings } from "../../../src/commands/proven.ts";
import type { End } from "../../../src/engine/events.ts";
import type { Node } from "../../../src/engine/step.ts";
import type { ItemKey } from "../../../src/keys.ts";
import { say } from "../../../src/text.ts";

const routes: ItemKey = "vpc-routes/vpc3";
const fromHere: readonly ItemKey[] = ["ping/vpc1/vpc3/a", "ping/vpc2/vpc3/a"];
const fromThere: ItemKey = "ping/vpc3/vpc1/b";
const theirs: ItemKey = "ping/vpc4/vpc3/a";
const nodes = [
  { key: routes, needs: {}, after: [] },
  ...[...fromHere, fromThere].map((key) => ({ key, needs: {}, after: [routes] })),
  { key: theirs, needs: {}, after: [] },
] as unknown as readonly Node[];

const text = say`said`;
const done: End = { is: "done", as: text };
const silent: End = { is: "failed", kind: "check", because: text, tryThis: [] };
const unread: End = { is: "blocked", who: "account", on: text, tryThis: [], unseen: true };
const made: End = { is: "blocked", who: "account", on: text, tryThis: [], elsewhere: true };
const notAllowed: End = { is: "blocked", who: "person", on: text, tryThis: [], elsewhere: true, consent: "--x" };
const unsaid: End = { is: "blocked", who: "account", on: text, tryThis: [] };

const provenAfter = (ends: Readonly<Partial<Record<ItemKey, End>>>, of: End = unread) => [
  ...provenByPings(nodes, new Map(Object.entries({ [routes]: of, ...ends }) as [ItemKey, End][])),
];

test.each<[string, readonly (End | undefined)[], boolean]>([
  ["each that could be made answered", [done, done], true],
  ["one is silent", [done, silent], false],
  ["one was not allowed", [done, notAllowed], false],
  ["all are made elsewhere", [made, made], false],
  ["one lies wholly in the other account", [done, unread], true],
])("what cannot be read is proven by pings through it: %s", (_, [first, second], isProven) => {
  const ends = { [fromHere[0] as ItemKey]: first, [fromHere[1] as ItemKey]: second, [fromThere]: made };
  expect(provenAfter(ends as Record<ItemKey, End>).includes(routes)).toBe(isProven);
});

test("what is known to be missing is proven by nothing, and by no ping that goes another way", () => {
  expect(provenAfter({ [fromHere[0] as ItemKey]: done }, unsaid)).toEqual([]);
  expect(provenAfter({ [theirs]: done })).toEqual([]);
});
