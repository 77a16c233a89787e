import CliTable from "cli-table3";
import { displayWidth, padTo } from "./display-width.ts";
import { type Frame, isNarrow } from "./frame.ts";
import { type Line, linesOf, spaced, span } from "./line.ts";
import { wrap } from "./wrap.ts";

export interface Table {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A column is not made narrower than this. */
const fewestColumns = 20;
const gap = "  ";

/** Columns without borders; where they don't fit, the widest wraps, and where that is not enough each row is a record. */
export function tableLines(frame: Frame, table: Table): readonly Line[] {
  const head = table.head.map(frame.words);
  const rows = table.rows.map((row) => row.map(frame.words));
  const fitting = [[head, ...rows], withWidestWrapped(frame, [head, ...rows])]
    .map(laidOut)
    .find((lines) => lines.every((line) => displayWidth(line) <= frame.columns));
  if (fitting === undefined) return records(frame, head, rows);
  const [first = "", ...rest] = fitting;
  return [[span(first, "faint")], ...linesOf(rest)];
}

type Rows = readonly (readonly string[])[];

function withWidestWrapped(frame: Frame, rows: Rows): Rows {
  const widths = (rows[0] ?? []).map((_, index) => Math.max(...rows.map((row) => displayWidth(row[index] ?? ""))));
  const widest = widths.indexOf(Math.max(...widths));
  const others = widths.reduce((sum, width, index) => (index === widest ? sum : sum + width + gap.length), 0);
  const room = Math.max(fewestColumns, frame.columns - others);
  return rows.map((row) => row.map((cell, index) => (index === widest ? wrap(cell, 0, room).join("\n") : cell)));
}

const noBorder = Object.fromEntries(
  ["top", "top-mid", "top-left", "top-right", "bottom", "bottom-mid", "bottom-left", "bottom-right"]
    .concat(["left", "left-mid", "mid", "mid-mid", "right", "right-mid"])
    .map((name) => [name, ""]),
);

function laidOut(rows: Rows): readonly string[] {
  const style = { "padding-left": 0, "padding-right": 0, head: [], border: [] };
  const table = new CliTable({ chars: { ...noBorder, middle: gap }, style });
  table.push(...rows.map((row) => [...row]));
  return table
    .toString()
    .split("\n")
    .map((line) => line.trimEnd());
}

function records(frame: Frame, head: readonly string[], rows: Rows): readonly Line[] {
  const width = isNarrow(frame) ? 0 : Math.max(0, ...head.map(displayWidth));
  return spaced(rows.map((row) => row.flatMap((value, index) => recordLine(frame, head[index] ?? "", value, width))));
}

function recordLine(frame: Frame, name: string, value: string, nameWidth: number): readonly Line[] {
  if (value === "") return [];
  const beside = nameWidth === 0 ? 2 : nameWidth + gap.length;
  const [first = "", ...rest] = wrap(nameWidth === 0 ? `${name}${gap}${value}` : value, beside, frame.columns);
  if (!first.startsWith(" ".repeat(beside))) return linesOf([...(nameWidth === 0 ? [] : [name]), first, ...rest]);
  return linesOf([(nameWidth === 0 ? "" : padTo(name, beside)) + first.slice(beside), ...rest]);
}
