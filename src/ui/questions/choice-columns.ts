import type { Choice } from "../../engine/question.ts";
import { displayWidth, padTo } from "../layout/display-width.ts";
import type { Frame } from "../layout/frame.ts";
import { heldTogether, wrap } from "../layout/wrap.ts";
import { choiceIndent, type ShownChoice } from "./prompter.ts";

/** Choices in columns; where these don't fit, the name stands alone and the rest below it. */
export function shownChoices(
  frame: Frame,
  choices: readonly Choice<unknown>[],
  isChecked: (choice: Choice<unknown>) => boolean,
): readonly ShownChoice[] {
  const rows = choices.map((choice) => cells(frame, choice));
  const names = inColumns(rows);
  const indent = choiceIndent(frame.symbols.open);
  const fits = names.every((name) => displayWidth(name) + indent < frame.columns);
  return choices.map((choice, index) => ({
    value: choice.value,
    name: (fits ? names[index] : stacked(frame, rows[index] ?? [], indent)) ?? "",
    short: rows[index]?.[0] ?? "",
    isDisabled: choice.disabled !== undefined,
    isChecked: choice.disabled === undefined && isChecked(choice),
  }));
}

function cells(frame: Frame, choice: Choice<unknown>): readonly string[] {
  return [...choice.columns, ...(choice.disabled === undefined ? [] : [choice.disabled])].map(frame.words);
}

function inColumns(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = rows.reduce<number[]>(
    (widest, row) =>
      row.map((cell, index) => Math.max(widest[index] ?? 0, displayWidth(cell))).concat(widest.slice(row.length)),
    [],
  );
  return rows.map((row) =>
    row
      .map((cell, index) => padTo(cell, widths[index] ?? 0))
      .join("   ")
      .trimEnd(),
  );
}

function stacked(frame: Frame, row: readonly string[], indent: number): string {
  const [name = "", ...rest] = row;
  const cells = rest.filter((cell) => cell !== "").map((cell) => heldTogether(cell, frame.columns - indent - 3));
  const below = wrap(cells.join("  "), indent + 2, frame.columns - 1);
  return [...title(name, indent, frame.columns), ...below].join("\n");
}

/** Broken between words where it is too long for one line, which the list would break between letters. */
function title(name: string, indent: number, columns: number): readonly string[] {
  const [first = "", ...rest] = wrap(name, indent, columns - 1);
  return [first.trimStart(), ...rest];
}
