import { describe, expect, it } from "vitest";
import { createHumanUi } from "../../../src/ui/human.ts";
import { asciiForm, printable } from "../../../src/ui/layout/printable.ts";
import { createPaint } from "../../../src/ui/paint.ts";
import { FakeOutput, fakeInput, fakeTerminal } from "./fake-terminal.ts";
import { cenDone, probeOnly } from "./tutorial.ts";

describe("colour", () => {
  it("paints the sign of a line, and never more than the words say", () => {
    const stdout = new FakeOutput(80, true);
    const terminal = fakeTerminal(80, { colour: { stdout: true, stderr: false } });
    const streams = { stdin: fakeInput(), stdout, stderr: new FakeOutput(), terminal };
    const ui = createHumanUi({ ...streams, cloudName: "real", quiet: false, verbose: false });
    ui.tell(cenDone);
    ui.tell(probeOnly);
    const [found, failed] = stdout.text.split("\n");
    expect(found).toBe("\u001b[32m✔ \u001b[39mCEN found                 global  cen-a7k2m9x4q1w8e5r3t6");
    expect(failed).toBe("\u001b[31m✖ \u001b[39mPath verified             Silicon Valley 10.0.0.10: probe only");
  });

  it("writes no escape without colour, whatever the environment of the process says", () => {
    const styles = ["good", "bad", "wait", "faint", "strong", "command"] as const;
    const plain = createPaint(false);
    expect(styles.map((style) => plain.text("word", style))).toEqual(styles.map(() => "word"));
    expect(createPaint(true).text("word", "bad")).toBe("\u001b[31mword\u001b[39m");
  });
});

describe("words of others", () => {
  it("cannot steer the terminal", () => {
    expect(printable("a\u001b[31mb\u0007c\rd\u009be\u202ef\tg\nh")).toBe("a[31mbcdef g\nh");
  });

  it("have ASCII signs where there is nothing else, and keep their own script", () => {
    expect(asciiForm("杭州 ⇄ Silicon Valley · …")).toBe("杭州 <-> Silicon Valley | ...");
  });
});
