import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { End } from "../../../src/engine/events.ts";
import { SagctlError } from "../../../src/errors.ts";
import type { Text } from "../../../src/text.ts";
import { createHumanUi } from "../../../src/ui/human.ts";
import { displayWidth } from "../../../src/ui/layout/display-width.ts";
import type { Screens } from "../../../src/ui/screens.ts";
import { FakeOutput, fakeInput, fakeTerminal } from "./fake-terminal.ts";
import { change, ended, row } from "./tutorial.ts";

/** Words as the cloud may hold them: Chinese, and with control characters that would steer a terminal. */
const word = fc.oneof(
  fc.stringMatching(/^[a-z0-9.,:/-]{1,24}$/),
  fc.constantFrom(
    "杭州生产环境",
    "\u001b[31mred\u001b[0m",
    "bell\u0007",
    "\u202eevil",
    "10 Mbit/s",
    "CNY 3,588.00",
    "sagctl apply",
  ),
);
const sentence: fc.Arbitrary<Text> = fc
  .array(word, { minLength: 1, maxLength: 14 })
  .map((words) => ({ template: "{0}", values: [words.join(" ")] }));
const sentences = fc.array(sentence, { maxLength: 3 });
const words = sentence.map((text) => String(text.values[0]));

const end: fc.Arbitrary<End> = fc.oneof(
  sentence.map((as) => ({ is: "done" as const, as })),
  fc
    .record({ on: sentence, tryThis: sentences })
    .map((rest) => ({ is: "blocked" as const, who: "person" as const, ...rest })),
  fc
    .record({ because: sentence, tryThis: sentences })
    .map((rest) => ({ is: "failed" as const, kind: "guard" as const, ...rest })),
  fc
    .record({ because: sentence, tryThis: sentences, marker: fc.constant("sagctl-7c1e0b9a52d4") })
    .map((rest) => ({ is: "unknown" as const, at: 0, ...rest })),
  sentence.map((because) => ({ is: "unsettled" as const, because, mayHaveCommitted: true })),
  fc.constant({ is: "held-up" as const, by: "cen/global" as const }),
);

interface Content {
  readonly ends: readonly End[];
  readonly texts: readonly Text[];
  readonly names: readonly string[];
}

const content: fc.Arbitrary<Content> = fc.record({
  ends: fc.array(end, { maxLength: 6 }),
  texts: fc.array(sentence, { minLength: 4, maxLength: 4 }),
  names: fc.array(words, { minLength: 4, maxLength: 4 }),
});

function showEverything(ui: Screens, { ends, texts, names }: Content): void {
  const [a, b, c, d] = texts as [Text, Text, Text, Text];
  const [one, two, three, four] = names as [string, string, string, string];
  ui.printHeader({
    doing: one,
    network: { name: two, file: three },
    accounts: [{ name: four, uid: "1000000000000001" }],
  });
  const changes = [change("Do", a), change("Buy", b, "costs-money"), change("Drop", c, "destroys")] as const;
  const plan = {
    way: "do" as const,
    facts: new Map(),
    rows: [
      row("cen/global", { is: "done", as: a }),
      row("purchase/x", { is: "changes", now: changes, notes: [d] }, changes),
      row("connect/x", { is: "blocked", who: "person", on: b, expectMs: 172_800_000, tryThis: [c] }),
      row("ping/x", { is: "failed", kind: "check", because: c, tryThis: [d] }),
      row("attach/x", { is: "stays", because: a, bills: b }),
    ],
  };
  ui.printPlan(plan, { next: [{ command: `sagctl ${one}`, what: two }] });
  ui.printCalls(plan);
  ui.printUndoPlan(plan);
  ui.tell({ type: "waiting", item: "connect/x", title: one, for: a, who: "person", untilMs: 1000, tryThis: [b, c] });
  ui.tell({ type: "note", text: d });
  ends.forEach((ending, index) => void ui.tell(ended(index % 2 === 0 ? `cen/${index}` : `ping/${index}`, ending)));
  ui.printOutcome({ again: `sagctl apply --only ${one}` });
  const destination = { name: one, address: "10.1.0.10", is: "not-pinged" as const };
  ui.printPath([
    { branch: { name: two, cidrs: ["172.16.0.0/12"] }, ccn: three, destinations: [destination, destination] },
    { vpc: { name: two, address: "10.0.0.1" }, router: three, destinations: [{ ...destination, behind: four }] },
  ]);
  ui.printSummary({ steps: 1, writes: 2, reads: 3, probes: 4, tookMs: 5, spent: [{ amount: 1, currency: "CNY" }] });
  ui.printStatus({ rows: [{ is: "true", title: one, name: two, id: three, says: [a], endsAt: 0 }] });
  ui.printTable("t", { head: ["a", "b"], rows: [[one, two]] });
  ui.printFacts([{ name: "Key", value: one }]);
  ui.printNext([{ command: `sagctl ${three}`, what: four }]);
  ui.printError(new SagctlError({ kind: "guard", code: "x", message: a, tryThis: [b, c], requestId: "R" }));
}

function written(columns: number, what: Content): string {
  const stdout = new FakeOutput(columns);
  const stderr = new FakeOutput(columns);
  const streams = { stdin: fakeInput(), stdout, stderr, terminal: fakeTerminal(columns) };
  showEverything(createHumanUi({ ...streams, cloudName: "real", quiet: false, verbose: true }), what);
  return stdout.text + stderr.text;
}

/** A line that holds nothing but one word, with what stands around a word: a sign, a number, a backslash. */
function isOneWord(line: string): boolean {
  return !line.trim().replace(/ \\$/, "").includes(" ");
}

describe("every screen, whatever the cloud and the file hold", () => {
  it("has no line longer than the window but a single word, and no control character in a pipe", () => {
    fc.assert(
      fc.property(content, fc.integer({ min: 32, max: 120 }), (what, columns) => {
        const text = written(columns, what);
        const tooLong = text.split("\n").filter((line) => displayWidth(line) > columns && !isOneWord(line));
        expect(tooLong).toEqual([]);
        // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must not be there
        expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
        expect(text).not.toMatch(/ +\n/);
      }),
      { numRuns: 60 },
    );
  });
});
