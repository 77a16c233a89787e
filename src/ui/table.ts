import CliTable from "cli-table3";
import { displayWidth } from "./display-width.ts";
import type { Frame } from "./frame.ts";
import { type Line, linesOf, spaced, span } from "./line.ts";
import { wrap } from "./wrap.ts";

export interface Table {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Columns without borders; where they don't fit, each row becomes a few lines of "head  value". */
export function tableLines(frame: Frame, table: Table): readonly Line[] {
  const head = table.head.map(frame.words);
  const rows = table.rows.map((row) => row.map(frame.words));
  const lines = laidOut([head, ...rows]);
  if (lines.some((line) => displayWidth(line) > frame.columns)) return records(frame, head, rows);
  const [first = "", ...rest] = lines;
  return [[span(first, "faint")], ...linesOf(rest)];
}

const noBorder = Object.fromEntries(
  ["top", "top-mid", "top-left", "top-right", "bottom", "bottom-mid", "bottom-left", "bottom-right"]
    .concat(["left", "left-mid", "mid", "mid-mid", "right", "right-mid"])
    .map((name) => [name, ""]),
);

function laidOut(rows: readonly (readonly string[])[]): readonly string[] {
  const style = { "padding-left": 0, "padding-right": 0, head: [], border: [] };
  const table = new CliTable({ chars: { ...noBorder, middle: "  " }, style });
  table.push(...rows.map((row) => [...row]));
  return table
    .toString()
    .split("\n")
    .map((line) => line.trimEnd());
}

function records(frame: Frame, head: readonly string[], rows: readonly (readonly string[])[]): readonly Line[] {
  return spaced(rows.map((row) => row.flatMap((value, index) => recordLine(frame, head[index] ?? "", value))));
}

function recordLine(frame: Frame, name: string, value: string): readonly Line[] {
  if (value === "") return [];
  const [first = "", ...rest] = wrap(`${name}  ${value}`, 2, frame.columns);
  return linesOf([first.startsWith("  ") ? first.slice(2) : first, ...rest]);
}
