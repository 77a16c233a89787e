import type { Plan, PlanRow } from "../../engine/events.ts";
import type { Blocked } from "../../engine/verdict.ts";
import { entryLines } from "../layout/entry.ts";
import type { Frame } from "../layout/frame.ts";
import { labelledLines, paragraph } from "../layout/labelled.ts";
import { type Line, spaced } from "../layout/line.ts";
import { tasksOf, whoMust } from "./wait-screen.ts";

export interface UndoOptions {
  /** What was found is taken away too, one by one as a person allows it. */
  readonly includeFound?: boolean;
  /** Nothing is carried out, so that nothing else will say who must do what. */
  readonly isAll?: boolean;
}

/** What undo would take away, what it leaves and why, and what keeps billing. */
export function undoLines(
  frame: Frame,
  plan: Plan,
  { includeFound = false, isAll = false }: UndoOptions = {},
): readonly Line[] {
  const foundHeading = includeFound
    ? "Found, but not made by sagctl: goes as far as you allow it, one by one"
    : "Found, but not made by sagctl: stays unless you say --include-found";
  const stays = plan.rows.filter((row) => row.verdict.is === "stays");
  const found = stays.filter((row) => hasFound(row));
  const billing = plan.rows.filter((row) => isLeft(row) || (staysBilled(row) && !hasFound(row)));
  const rest = stays.filter((row) => !hasFound(row) && !staysBilled(row));
  const goes = plan.rows.filter((row) => row.changes.length > 0 && row.verdict.is !== "stays");
  const waits = plan.rows.flatMap(waitOf);
  const isNothing = goes.length + stays.length + waits.length === 0 && !plan.rows.some(isFailed);
  if (isNothing) return paragraph(frame, "Nothing to undo.");
  return spaced([
    paragraph(frame, goes.length === 0 ? "Nothing will be undone." : ""),
    section(frame, "Will be undone, in this order", goes, (row) => row.changes.map((one) => frame.words(one.summary))),
    section(frame, "Will stay and keep billing", billing, (row) => staysTexts(frame, row)),
    section(frame, "Will stay", rest, (row) => staysTexts(frame, row)),
    section(frame, foundHeading, found, (row) => staysTexts(frame, row)),
    stopped(frame, plan.rows),
    ...groupsOf(waits).map((group) => waitingLines(frame, group, isAll)),
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

function isFailed({ verdict }: PlanRow): boolean {
  return verdict.is === "failed";
}

/** What stops the undo. */
function stopped(frame: Frame, rows: readonly PlanRow[]): readonly Line[] {
  return rows.flatMap(({ title, verdict }) => {
    if (verdict.is !== "failed") return [];
    const texts = [verdict.because, ...verdict.tryThis].map(frame.words);
    return entryLines(frame, { sign: frame.symbols.failed, style: "bad", title: frame.words(title), texts });
  });
}

interface Wait {
  readonly title: string;
  readonly verdict: Blocked;
}

function waitOf({ title, verdict }: PlanRow): readonly Wait[] {
  return verdict.is === "blocked" ? [{ title, verdict }] : [];
}

/** Those that ask for the same. */
function groupsOf(waits: readonly Wait[]): readonly (readonly Wait[])[] {
  const groups = new Map<string, Wait[]>();
  for (const wait of waits) {
    const asked = JSON.stringify([wait.verdict.who, wait.verdict.tryThis]);
    groups.set(asked, [...(groups.get(asked) ?? []), wait]);
  }
  return [...groups.values()];
}

/** What makes it wait, or is not for here to undo: said once for all items of which the same holds. */
function waitingLines(frame: Frame, waits: readonly Wait[], withTasks: boolean): readonly Line[] {
  const titles = [...new Set(waits.map(({ title }) => frame.words(title)))];
  const reasons = [...new Set(waits.map(({ verdict }) => frame.words(verdict.on)))];
  const [first] = waits;
  const isOne = titles.length === 1 || first?.verdict.who !== "account";
  const names = !isOne && reasons.length === 1 ? [titles.join(` ${frame.symbols.dot} `)] : [];
  const title = isOne ? titles.join(` ${frame.symbols.dot} `) : "The other account";
  const entry = entryLines(frame, {
    sign: frame.symbols.waiting,
    style: "wait",
    title,
    texts: [...names, ...reasons],
  });
  return withTasks && first
    ? [...entry, ...labelledLines(frame, whoMust(first.verdict.who), tasksOf(frame, first.verdict))]
    : entry;
}
