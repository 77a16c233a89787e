import { expect, it } from "vitest";
import type { End } from "../../../src/engine/events.ts";
import { say } from "../../../src/text.ts";
import { deedCommands } from "../../../src/ui/deeds.ts";

const waits = (deed?: "payment" | "delivery" | "cabling"): End => ({
  is: "blocked",
  who: "person",
  on: say`somebody`,
  tryThis: [],
  ...(deed ? { deed } : {}),
});
const ended = (...ends: readonly End[]) =>
  ends.map((end, at) => ({ item: `connect/${at}` as const, title: "Device connected", end }));

it("of a simulated cloud each deed is named once, with the time that a device takes", () => {
  const all = ended(waits("delivery"), waits("delivery"), waits(), waits("cabling"));
  const cable = ["sagctl simulate plug-in", "sagctl simulate advance 5m"];
  expect(deedCommands(all, "tutorial-a")).toEqual(["sagctl simulate deliver", ...cable]);
});

it("of the real cloud none is", () => {
  expect(deedCommands(ended(waits("payment")), "real")).toEqual([]);
});
