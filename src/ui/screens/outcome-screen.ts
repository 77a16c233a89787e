import type { End } from "../../engine/events.ts";
import { type ItemKey, stepOf } from "../../keys.ts";
import type { CloudName } from "../cloud-name.ts";
import { deedCommands } from "../deeds.ts";
import { type Ended, type EndedAs, endedAs, waitsForOthers } from "../ended.ts";
import { entryLines } from "../layout/entry.ts";
import type { Frame } from "../layout/frame.ts";
import { labelledLines, paragraph } from "../layout/labelled.ts";
import { type Line, spaced } from "../layout/line.ts";
import { tasksOf, whoMust } from "./wait-screen.ts";

export interface Outcome {
  /** The command that goes on from here: "sagctl apply". */
  readonly again: string;
  /** What comes first is taken away first. */
  readonly way?: "undo";
  /** What cannot be read with the keys at hand, and pings have proven. */
  readonly proven?: ReadonlySet<ItemKey>;
  /** The run has reached its end, though something may be done elsewhere too. */
  readonly isOver?: boolean;
  /** A command of one step: that none of it is needed is its answer. */
  readonly alone?: boolean;
  /** What the run was to change; absent: everything. What that needs is only looked at, and may wait for what no run here does. */
  readonly targets?: ReadonlySet<ItemKey> | undefined;
}

/** What remains to be done when a run is over: by whom, and how it goes on. Empty after a run that reached its end. */
export function outcomeLines(frame: Frame, all: readonly Ended[], outcome: Outcome, cloud: CloudName): readonly Line[] {
  const isProven = ({ item }: Ended) => outcome.proven?.has(item) ?? false;
  const ended = all.filter((one) => !isProven(one));
  return spaced([
    outcome.alone ? notNeededLines(frame, ended) : [],
    provenLines(frame, all.filter(isProven)),
    heldUpLines(
      frame,
      ended.filter((one) => isTarget(one.item, outcome)),
    ),
    ...failedBlocks(frame, ended),
    ...unknownBlocks(frame, ended, outcome.again),
    ...blockedBlocks(frame, ended),
    labelledLines(frame, "On the simulated cloud:", deedCommands(ended, cloud).map(frame.words)),
    missingStepLines(frame, ended, outcome),
    againLines(frame, ended, outcome),
  ]);
}

/** In a whole run what is not needed is a matter of course. */
function notNeededLines(frame: Frame, ended: readonly Ended[]): readonly Line[] {
  const own = ended.filter((one) => one.end.is !== "looked-at");
  const reasons = endedAs(own, "not-needed").map(({ end }) => frame.words(end.because));
  if (reasons.length < own.length) return [];
  const texts = reasons.length === 0 ? ["this network has nothing of the kind"] : [...new Set(reasons)];
  return entryLines(frame, { sign: frame.symbols.done, style: "good", title: "Nothing to do", texts });
}

/** What lies in another account is told again where a ping has come through it. */
function provenLines(frame: Frame, proven: readonly Ended[]): readonly Line[] {
  const titles = [...new Set(proven.map((one) => frame.words(one.title)))];
  if (titles.length === 0) return [];
  const text = `what is not readable from here is proven by the pings: ${titles.join(` ${frame.symbols.dot} `)}`;
  return entryLines(frame, { sign: frame.symbols.done, style: "good", title: "The other account", texts: [text] });
}

/** Steps that nothing is wrong with but what stands before them. */
function heldUpLines(frame: Frame, ended: readonly Ended[]): readonly Line[] {
  const later = ended.filter((one) => one.end.is === "held-up" || one.end.is === "interrupted");
  const titles = [...new Set(later.map((one) => frame.words(one.title)))];
  if (titles.length === 0) return [];
  const text = titles.join(` ${frame.symbols.dot} `);
  return entryLines(frame, { sign: "", title: "Not yet", texts: [text], textStyle: "faint" });
}

const remedy: Readonly<Record<Extract<End, { is: "failed" }>["kind"], string>> = {
  check: "Mend it:",
  guard: "To go on:",
  denied: "What is missing:",
  refused: "Try this:",
};

function failedBlocks(frame: Frame, ended: readonly Ended[]): readonly (readonly Line[])[] {
  const own = endedAs(ended, "failed").filter((one) => !waitsForOthers(one, ended));
  const failed = withoutRepeats(own, ({ end }) => [end.kind, end.tryThis, end.error]);
  return failed.map(({ title, end }) => {
    const label = failed.length > 1 ? `${frame.words(title)}. ${remedy[end.kind]}` : remedy[end.kind];
    const steps = labelledLines(frame, label, end.tryThis.map(frame.words));
    return end.error === undefined ? steps : [...steps, ...requestLines(frame, end.error.code, end.error.requestId)];
  });
}

/** The service's own code and the number under which its support finds the call. */
export function requestLines(frame: Frame, code: string, requestId: string | undefined): readonly Line[] {
  const request = requestId === undefined ? "" : `, request ${requestId}`;
  return labelledLines(frame, "The cloud said:", [frame.words(`${code}${request}`)]);
}

function unknownBlocks(frame: Frame, ended: readonly Ended[], again: string): readonly (readonly Line[])[] {
  return endedAs(ended, "unknown").map(({ end }) => [
    ...labelledLines(frame, "Look for its mark:", end.isUnmarked ? [] : [frame.words(end.marker)]),
    ...labelledLines(frame, "To go on:", end.tryThis.map(frame.words)),
    ...labelledLines(frame, "Only if it is not there:", [frame.words(`${again} --buy-again ${end.marker}`)]),
  ]);
}

/** What several steps wait for alike is asked for once. */
function blockedBlocks(frame: Frame, ended: readonly Ended[]): readonly (readonly Line[])[] {
  const all = endedAs(ended, "blocked").filter(({ end }) => end.tryThis.length > 0);
  const asks = ({ end }: EndedAs<"blocked">) => [end.who, end.consent, end.tryThis];
  const blocked = withoutRepeats(all, asks);
  return blocked.map((one) => {
    const { end } = one;
    const alike = all.filter((other) => JSON.stringify(asks(other)) === JSON.stringify(asks(one)));
    const titles = [...new Set(alike.map(({ title }) => frame.words(title)))].join(` ${frame.symbols.dot} `);
    const who = end.consent === undefined ? whoMust(end.who) : "To go on:";
    const label = blocked.length > 1 ? `${titles}. ${who}` : who;
    return labelledLines(frame, label, tasksOf(frame, end));
  });
}

/** What several items ask for is asked for once: two destinations behind one gateway, all that one missing right keeps out. */
function withoutRepeats<Is extends End["is"]>(
  all: readonly EndedAs<Is>[],
  asks: (one: EndedAs<Is>) => unknown,
): readonly EndedAs<Is>[] {
  const asked = all.map((one) => JSON.stringify(asks(one)));
  return all.filter((_, index) => asked.indexOf(asked[index] ?? "") === index);
}

function isTarget(key: ItemKey, { targets }: Outcome): boolean {
  return targets?.has(key) ?? true;
}

/** A command for one step looks at what it needs but does not make it; it names the commands that do, and who can type them. */
function missingStepLines(frame: Frame, ended: readonly Ended[], outcome: Outcome): readonly Line[] {
  const theirs = new Set<ItemKey>(endedAs(ended, "looked-at").flatMap((one) => (isUnseen(one) ? [one.item] : [])));
  const missing = missingOf(ended, outcome);
  const isUndo = outcome.way === "undo";
  const commands = (keys: readonly ItemKey[], words: Frame["words"]) => [
    ...new Set(keys.map((by) => words(isUndo ? `sagctl undo --only ${by}` : `sagctl ${stepOf(by)}`))),
  ];
  const own = missing.filter((by) => !theirs.has(by));
  const others = missing.filter((by) => theirs.has(by));
  return [
    ...labelledLines(frame, "A step comes first:", commands(own, frame.words)),
    ...labelledLines(frame, "First, in the other account:", commands(others, frame.othersWords)),
  ];
}

/** What holds up the targets in the end, and is not one of them. */
function missingOf(ended: readonly Ended[], outcome: Outcome): readonly ItemKey[] {
  const ends = new Map(ended.map(({ item, end }) => [item, end]));
  const firstBefore = (key: ItemKey): ItemKey => {
    const end = ends.get(key);
    return end?.is === "held-up" ? firstBefore(end.by) : key;
  };
  const held = endedAs(ended, "held-up").filter(({ item }) => isTarget(item, outcome));
  const first = held.map(({ item }) => firstBefore(item));
  return [...new Set(first)].filter((key) => !isTarget(key, outcome));
}

function isUnseen({ end }: EndedAs<"looked-at">): boolean {
  return end.verdict.is === "blocked" && end.verdict.unseen === true;
}

const waits: ReadonlySet<End["is"]> = new Set(["blocked", "unsettled", "interrupted"]);

function againLines(frame: Frame, ended: readonly Ended[], outcome: Outcome): readonly Line[] {
  const isWait = ended.some(({ end }) => waits.has(end.is) && !(end.is === "blocked" && end.consent !== undefined));
  // A "no" holds for one run only.
  const isDeclined = ended.some(({ end }) => end.is === "declined");
  if (outcome.isOver) return [];
  if (!isWait) return isDeclined ? labelledLines(frame, "To be asked again:", [frame.words(outcome.again)]) : [];
  const mayHave = ended.some(({ end }) => "mayHaveCommitted" in end && end.mayHaveCommitted);
  return [
    ...labelledLines(frame, "Then run again:", [frame.words(outcome.again)]),
    ...paragraph(frame, frame.words(mayHave ? "A write may have arrived; the next run looks first." : "")),
    ...paragraph(frame, "It goes on from here. Nothing is bought twice."),
  ];
}
