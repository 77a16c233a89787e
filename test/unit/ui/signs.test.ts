import { describe, expect, it } from "vitest";
import type { End, Event } from "../../../src/engine/events.ts";
import { say } from "../../../src/text.ts";
import { createHumanUi } from "../../../src/ui/human.ts";
import { displayWidth } from "../../../src/ui/layout/display-width.ts";
import { FakeOutput, fakeInput, fakeTerminal } from "./fake-terminal.ts";
import * as tutorial from "./tutorial.ts";

/** What a terminal of 80 columns shows of these events. */
function shown(...events: readonly Event[]): { readonly out: string; readonly err: string } {
  const [stdout, stderr] = [new FakeOutput(80), new FakeOutput(80)];
  const streams = { stdin: fakeInput(), stdout, stderr, terminal: fakeTerminal(80) };
  const ui = createHumanUi({ ...streams, cloudName: "tutorial-b", quiet: false, verbose: false });
  for (const event of events) ui.tell(event);
  return { out: stdout.text, err: stderr.text };
}

describe("what is being sent", () => {
  const removal = tutorial.change("Delete", say`delete route 10.0.0.0/8`);
  const sending = (change = removal) =>
    ({ type: "sending", item: "attach/hangzhou", title: "VPCs attached", change }) as const;

  it("has a minus on the way back, and where it takes something away; else a plus", () => {
    const [there] = shown({ type: "planned", plan: tutorial.plan }, sending()).err.split("\n");
    const [back] = shown({ type: "planned", plan: { ...tutorial.plan, way: "undo" } }, sending()).err.split("\n");
    expect([there, back]).toEqual(
      ["+", "-"].map((sign) => `${sign} VPCs attached             delete route 10.0.0.0/8`),
    );
    expect(displayWidth(back ?? "")).toBe(displayWidth(there ?? ""));
    const parting = sending(tutorial.change("Move", say`remove the way a ⇄ b`, "destroys"));
    expect(shown({ type: "planned", plan: tutorial.plan }, parting).err).toMatch(/^- VPCs attached/);
  });
});

describe("a ping that does not answer, of a path that cannot all be read", () => {
  const silent: End = { is: "failed", kind: "check", because: say`no answer`, tryThis: [], unread: true };
  const theirs: End = { is: "blocked", who: "account", on: say`not readable`, tryThis: [], unseen: true };

  it("is waited for where it is the other account's turn, and has failed where it is not", () => {
    const ping = tutorial.ended("ping/hangzhou", silent);
    expect(shown(tutorial.ended("attach/hangzhou", theirs), ping).out).toContain(
      "… Path verified             no answer",
    );
    expect(shown(tutorial.hangzhouDone, ping).out).toContain("✖ Path verified             no answer");
  });
});

describe("a table of the status", () => {
  it("that has no rows says so", () => {
    const stdout = new FakeOutput(80);
    const streams = { stdin: fakeInput(), stdout, stderr: new FakeOutput(80), terminal: fakeTerminal(80) };
    const ui = createHumanUi({ ...streams, cloudName: "tutorial-b", quiet: false, verbose: false });
    ui.printStatus({ rows: [], tables: [{ heading: "TR (Singapore)", head: ["destination", "next hop"], rows: [] }] });
    expect(stdout.text).toBe("TR (Singapore)\nempty\n");
  });
});
