import type { Plan, PlanRow } from "../engine/events.ts";
import { entryLines } from "./entry.ts";
import type { Frame } from "./frame.ts";
import { paragraph } from "./labelled.ts";
import { type Line, linesOf, spaced } from "./line.ts";

export interface UndoOptions {
  /** What was found is taken away too, one by one as a person allows it. */
  readonly includeFound?: boolean;
}

/** What undo would take away, what it leaves and why, and what keeps billing. */
export function undoLines(frame: Frame, plan: Plan, { includeFound = false }: UndoOptions = {}): readonly Line[] {
  const foundHeading = includeFound
    ? "Found, but not made by sagctl: goes as far as you allow it, one by one"
    : "Found, but not made by sagctl: stays unless you say --include-found";
  const stays = plan.rows.filter((row) => row.verdict.is === "stays");
  const found = stays.filter((row) => hasFound(row));
  const billing = plan.rows.filter((row) => isLeft(row) || (staysBilled(row) && !hasFound(row)));
  const rest = stays.filter((row) => !hasFound(row) && !staysBilled(row));
  const goes = plan.rows.filter((row) => row.changes.length > 0 && row.verdict.is !== "stays");
  if (goes.length + stays.length === 0) return paragraph(frame, "Nothing to undo.");
  return spaced([
    paragraph(frame, goes.length === 0 ? "Nothing will be undone." : ""),
    section(frame, "Will be undone, in this order", goes, (row) => row.changes.map((one) => frame.words(one.summary))),
    section(frame, "Will stay and keep billing", billing, (row) => staysTexts(frame, row)),
    section(frame, "Will stay", rest, (row) => staysTexts(frame, row)),
    section(frame, foundHeading, found, (row) => staysTexts(frame, row)),
    stopped(frame, plan.rows),
  ]);
}

function section(
  frame: Frame,
  heading: string,
  rows: readonly PlanRow[],
  texts: (row: PlanRow) => readonly string[],
): readonly Line[] {
  if (rows.length === 0) return [];
  const byTitle = new Map<string, readonly string[]>();
  for (const row of rows) byTitle.set(row.title, [...(byTitle.get(row.title) ?? []), ...texts(row)]);
  const entries = [...byTitle].flatMap(([title, said]) =>
    entryLines(frame, { sign: "", title: frame.words(title), texts: said }),
  );
  return [
    ...paragraph(frame, heading).map((line) => line.map((one) => ({ ...one, style: "strong" as const }))),
    ...entries,
  ];
}

function hasFound(row: PlanRow): boolean {
  return row.verdict.is === "stays" && row.verdict.found !== undefined;
}

function staysBilled(row: PlanRow): boolean {
  return row.verdict.is === "stays" && row.verdict.bills !== undefined;
}

/** It is undone as far as can be, and what is left of it is told before anybody agrees. */
function isLeft(row: PlanRow): boolean {
  return row.verdict.is === "changes" && row.verdict.notes !== undefined;
}

function staysTexts(frame: Frame, row: PlanRow): readonly string[] {
  if (row.verdict.is !== "stays" && row.verdict.is !== "changes") return [];
  const { bills } = row.verdict;
  const because = row.verdict.is === "stays" ? [row.verdict.because] : (row.verdict.notes ?? []);
  return [...because, ...(bills === undefined ? [] : [bills])].map(frame.words);
}

/** What stops the undo, or makes it wait. */
function stopped(frame: Frame, rows: readonly PlanRow[]): readonly Line[] {
  const { failed, waiting } = frame.symbols;
  return rows.flatMap(({ title, verdict }) => {
    if (verdict.is === "failed") {
      const texts = [verdict.because, ...verdict.tryThis].map(frame.words);
      return entryLines(frame, { sign: failed, style: "bad", title: frame.words(title), texts });
    }
    if (verdict.is !== "blocked") return linesOf([]);
    const texts = [verdict.on, ...verdict.tryThis].map(frame.words);
    return entryLines(frame, { sign: waiting, style: "wait", title: frame.words(title), texts });
  });
}
