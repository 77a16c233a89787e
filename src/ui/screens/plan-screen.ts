import type { Plan, PlanRow } from "../../engine/events.ts";
import type { Change } from "../../engine/verdict.ts";
import { stepOf } from "../../keys.ts";
import { type CloudName, cloudWords } from "../cloud-name.ts";
import { padTo } from "../layout/display-width.ts";
import { entryLines } from "../layout/entry.ts";
import { type Frame, isNarrow } from "../layout/frame.ts";
import { paragraph } from "../layout/labelled.ts";
import { type Line, linesOf, spaced } from "../layout/line.ts";
import { wrap } from "../layout/wrap.ts";
import { type Prices, totalWords } from "../price.ts";
import { type Next, nextLines } from "./next-screen.ts";
import { type Allowed, type PlanLine, planLineOf } from "./plan-row.ts";

export interface PlanOptions {
  /** Commands that show more of this plan, or carry it out. */
  readonly next?: readonly Next[];
  /** Rows that are not needed on this cloud, too. */
  readonly everything?: boolean;
  /** What the purchases cost, as far as that is known. */
  readonly prices?: Prices;
  readonly allowed?: Allowed;
}

/** What is true, what would be done in which order, what waits and what costs money. */
export function planLines(frame: Frame, plan: Plan, options: PlanOptions, cloud: CloudName): readonly Line[] {
  const { prices = new Map(), allowed = new Set() } = options;
  return spaced([
    [
      ...titlesOf(frame, "true", plan.rows, "done"),
      ...(options.everything ? titlesOf(frame, "no need", plan.rows, "not-needed") : []),
      ...stepsOf(plan.rows).flatMap((rows) => stepLines(frame, rows, { prices, allowed })),
    ],
    paragraph(frame, planSentence(frame, plan, prices, cloud)),
    nextLines(frame, options.next ?? []),
  ]);
}

const verbWidth = 10;
const titleWidth = 26;

function titlesOf(frame: Frame, verb: string, rows: readonly PlanRow[], is: PlanRow["verdict"]["is"]): readonly Line[] {
  const whole = stepsOf(rows).filter((step) => step.every((row) => row.verdict.is === is));
  const titles = whole.map(([row]) => frame.words(row?.title ?? "")).join(` ${frame.symbols.dot} `);
  return titles === "" ? [] : rowLines(frame, { sign: "", verb, texts: [] }, titles);
}

function stepsOf(rows: readonly PlanRow[]): readonly (readonly PlanRow[])[] {
  const steps = new Map<string, PlanRow[]>();
  for (const row of rows) steps.set(stepOf(row.item), [...(steps.get(stepOf(row.item)) ?? []), row]);
  return [...steps.values()];
}

/** Rows of one step that are of one kind stand under one title. */
function stepLines(
  frame: Frame,
  rows: readonly PlanRow[],
  known: { readonly prices: Prices; readonly allowed: Allowed },
): readonly Line[] {
  const isOneOfSeveral = rows.length > 1;
  const lines = rows.flatMap((row) => planLineOf(frame, row, { ...known, isOneOfSeveral }));
  const title = frame.words(rows[0]?.title ?? "");
  const merged: PlanLine[] = [];
  for (const line of lines) {
    const last = merged.at(-1);
    if (merged.some((one) => saysAll(one, line))) continue;
    if (last?.verb === line.verb) merged[merged.length - 1] = together(last, line);
    else merged.push(line);
  }
  return merged.flatMap((line) => rowLines(frame, { ...line, texts: [...line.texts, ...(line.after ?? [])] }, title));
}

function saysAll(one: PlanLine, other: PlanLine): boolean {
  return one.verb === other.verb && other.texts.every((text) => one.texts.includes(text));
}

/** What several items say alike is said once. */
function together(one: PlanLine, other: PlanLine): PlanLine {
  const texts = [...new Set([...one.texts, ...other.texts])];
  return { ...one, texts, after: [...new Set([...(one.after ?? []), ...(other.after ?? [])])] };
}

function rowLines(frame: Frame, line: PlanLine, title: string): readonly Line[] {
  const style = line.style === undefined ? {} : { style: line.style };
  const narrow = isNarrow(frame);
  const verb = narrow ? `${line.verb}  ` : padTo(line.verb, verbWidth);
  if (line.texts.length === 0) {
    const [first = "", ...rest] = wrap(title, narrow ? 4 : verbWidth + 2, frame.columns);
    const texts = narrow ? [`  ${line.verb}`, first, ...rest] : [`  ${verb}${first.trimStart()}`, ...rest];
    return linesOf(texts, "faint");
  }
  const entry = { sign: line.sign, title: verb + title, texts: line.texts, titleWidth: verbWidth + titleWidth };
  return entryLines(frame, { ...entry, ...style });
}

function planSentence(frame: Frame, plan: Plan, prices: Prices, cloud: CloudName): string {
  const changes = plan.rows.flatMap((row) => row.changes);
  const where = cloudWords(cloud);
  if (changes.length === 0) return `No changes. Nothing has been sent to ${where}.`;
  const bought = purchaseWords(frame, changes, prices);
  return `${changes.length} change${changes.length === 1 ? "" : "s"}${bought}. Nothing has been sent to ${where}.`;
}

function purchaseWords(frame: Frame, changes: readonly Change[], prices: Prices): string {
  const purchases = changes.filter((change) => change.risk === "costs-money");
  if (purchases.length === 0) return "";
  const total = totalWords(purchases.map((change) => prices.get(change)));
  const costs = total === undefined ? "" : `: ${frame.words(total)}`;
  return `, ${purchases.length} of them ${purchases.length === 1 ? "a purchase" : "purchases"}${costs}`;
}
