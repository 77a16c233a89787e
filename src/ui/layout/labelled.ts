import { commandLines, isCommand } from "./command-line.ts";
import { displayWidth, padTo } from "./display-width.ts";
import { type Frame, isNarrow } from "./frame.ts";
import { type Line, linesOf, span } from "./line.ts";
import { wrap } from "./wrap.ts";

/** "Somebody must: 1  …, 2  …": a label, and what it is about beside it or, in a narrow window, below. */
export function labelledLines(frame: Frame, label: string, texts: readonly string[]): readonly Line[] {
  if (texts.length === 0) return [];
  const beside = displayWidth(label) + 2;
  const isShort = texts.length === 1 && beside + displayWidth(texts[0] ?? "") <= frame.columns;
  const indent = !isShort && (isNarrow(frame) || beside > frame.columns / 2) ? 2 : beside;
  const isNumbered = texts.length > 1 && !texts.every(isCommand);
  const lines = texts.flatMap((text, index) => oneText(frame, text, indent, isNumbered ? `${index + 1}  ` : ""));
  const first = lines[0]?.[0];
  if (indent !== beside || first === undefined || !first.text.startsWith(" ".repeat(beside))) {
    return [...linesOf(wrap(label, 0, frame.columns)), ...lines];
  }
  return [[span(padTo(label, beside)), span(first.text.slice(beside), first.style)], ...lines.slice(1)];
}

function oneText(frame: Frame, text: string, indent: number, number: string): readonly Line[] {
  if (isCommand(text))
    return linesOf(numbered(commandLines(text, indent + number.length, frame.columns), number), "command");
  const { sentence, command } = splitOff(frame, text, indent + number.length);
  const lines = linesOf(numbered(wrap(sentence, indent + number.length, frame.columns), number));
  return [...lines, ...linesOf(commandLines(command, indent + number.length, frame.columns), "command")];
}

/** A command at the end of a sentence that is too long for one line stands below it, so that it can be copied. */
function splitOff(frame: Frame, text: string, indent: number): { readonly sentence: string; readonly command: string } {
  const [, sentence = text, command = ""] = /^(.*:) (sagctl [^(]*)$/.exec(text) ?? [];
  const isWhole = indent + displayWidth(text) <= frame.columns || /[,.] /.test(command);
  return isWhole ? { sentence: text, command: "" } : { sentence, command };
}

function numbered(lines: readonly string[], number: string): readonly string[] {
  const [first = "", ...rest] = lines;
  const indent = first.length - first.trimStart().length - number.length;
  if (number === "") return lines;
  if (indent < 0) return [number.trimEnd(), ...lines];
  return [" ".repeat(indent) + number + first.trimStart(), ...rest];
}

/** A sentence over the whole width. */
export function paragraph(frame: Frame, text: string): readonly Line[] {
  return linesOf(wrap(text, 0, frame.columns));
}
