import { describe, expect, it } from "vitest";
import { say } from "../../../src/text.ts";
import { createHumanUi } from "../../../src/ui/human.ts";
import { createSpinner } from "../../../src/ui/spinner.ts";
import { FakeOutput, fakeInput, fakeTerminal } from "./fake-terminal.ts";
import { cenDone, parcel } from "./tutorial.ts";

const wait = {
  type: "waiting",
  item: "cen/global",
  title: "CEN found",
  for: say`the CEN to be Active`,
  who: "cloud",
  untilMs: 5000,
  tryThis: [],
} as const;

const question = { flag: "area", message: say`Where is the branch?`, kind: "text" } as const;

function live(columns = 80) {
  const stdin = fakeInput();
  const stdout = new FakeOutput(columns, true);
  const stderr = new FakeOutput(columns, true);
  const terminal = fakeTerminal(columns, { live: true, canAsk: true });
  const streams = { stdin, stdout, stderr, terminal };
  return { ...streams, ui: createHumanUi({ ...streams, cloudName: "real", quiet: false, verbose: false }) };
}

const shown = "⠋ CEN found  waits for the CEN to be Active, within about 5 s";
const hidden = "\u001b[?25h";

describe("the spinner", () => {
  it("says what is waited for, and goes when it is over", async () => {
    const { ui, stdout, stderr } = live();
    ui.tell(wait);
    await stderr.shows(shown);
    const before = stderr.text.length;
    ui.tell(cenDone);
    expect(stderr.text.slice(before)).toContain(hidden);
    expect(stdout.text).toBe("✔ CEN found                 global  cen-a7k2m9x4q1w8e5r3t6\n");
    ui.finish(0);
  });

  it("stays on one line in a narrow window", async () => {
    const { ui, stderr } = live(40);
    ui.tell(wait);
    await stderr.shows("…");
    const [frame = ""] = /⠋.*?…/.exec(stderr.text) ?? [];
    expect(frame.length).toBeGreaterThan(30);
    expect(frame.length).toBeLessThan(40);
    ui.finish(0);
  });

  it("counts what else is under way", async () => {
    const { ui, stderr } = live();
    ui.tell({ type: "looking", item: "ccn/default", title: "CCN found" });
    ui.tell(wait);
    await stderr.shows("within about 5 s (and 1 more)");
    ui.finish(0);
  });
});

describe("no spinner", () => {
  it("is ever in a pipe", async () => {
    const stderr = new FakeOutput();
    createSpinner(stderr, fakeTerminal(80)).show("waiting");
    await import("ora");
    await new Promise((resolve) => setImmediate(resolve));
    expect(stderr.text).toBe("");
  });
});

describe("the spinner makes room", () => {
  it("before a line of stdout is written", async () => {
    const { ui, stdout, stderr } = live();
    ui.tell(wait);
    await stderr.shows(shown);
    let before = "";
    const write = stdout.write.bind(stdout);
    stdout.write = ((text: string) => {
      before = stderr.text;
      return write(text);
    }) as typeof stdout.write;
    ui.tell({ ...cenDone, item: "ccn/default" });
    expect(before.endsWith("\u001b[0K")).toBe(true);
    ui.finish(0);
  });

  it("is off the screen while a line is written, and back below it", async () => {
    const { ui, stderr } = live();
    ui.tell(wait);
    await stderr.shows(shown);
    const before = stderr.text.length;
    ui.tell({ type: "note", text: say`two things clash` });
    const [cleared, again] = stderr.text.slice(before).split("two things clash\n");
    expect(cleared).toContain("\u001b[0K");
    expect(again).toContain("CEN found");
    ui.finish(0);
  });

  it("never spins while a question is open", async () => {
    const { ui, stdin, stdout, stderr } = live();
    ui.tell(wait);
    await stderr.shows(shown);
    const before = stderr.text.length;
    const answer = ui.ask(question);
    ui.tell({ ...wait, untilMs: 4000 });
    await stdout.shows("Where is the branch?");
    expect(stderr.text.slice(before)).toContain(hidden);
    expect(stderr.text.slice(before)).not.toContain("waits for");
    stdin.write("here\r");
    await answer;
    await stderr.shows("within about 4 s", before);
    ui.finish(0);
  });

  it("leaves what a person must do on the screen", () => {
    const { ui, stderr } = live();
    ui.tell({ ...wait, item: parcel.item, who: "person", tryThis: [say`cable it`] });
    expect(stderr.text).toContain("Somebody must:  cable it\n");
    ui.finish(0);
  });
});
