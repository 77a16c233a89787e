import { displayWidth, padTo } from "./display-width.ts";
import { type Frame, isNarrow } from "./frame.ts";
import { type Line, linesOf, type Style, span } from "./line.ts";
import { wrap } from "./wrap.ts";

/** A line of progress or of a plan: sign, title, and what there is to say, hanging beside or below the title. */
export interface Entry {
  readonly sign: string;
  readonly style?: Style;
  readonly title: string;
  readonly texts: readonly string[];
  readonly titleWidth?: number;
  readonly textStyle?: Style;
}

const usualTitleWidth = 26;

/** Columns that the text of an entry has. */
export function entryRoom(frame: Frame, titleWidth = usualTitleWidth): number {
  return frame.columns - textIndent(frame, titleWidth);
}

function textIndent(frame: Frame, titleWidth: number): number {
  return isNarrow(frame) ? 4 : titleWidth + 2;
}

export function entryLines(frame: Frame, entry: Entry): readonly Line[] {
  const titleWidth = entry.titleWidth ?? usualTitleWidth;
  const indent = textIndent(frame, titleWidth);
  const texts = entry.texts.flatMap((text) => wrap(text, indent, frame.columns));
  const [first, ...rest] = texts;
  const fitsBeside = displayWidth(entry.title) <= titleWidth - 2 && first?.startsWith(" ".repeat(indent));
  if (isNarrow(frame) || first === undefined || !fitsBeside) {
    return [...titleLines(frame, entry), ...linesOf(texts, entry.textStyle)];
  }
  const beside = [...head(entry, padTo(entry.title, titleWidth)), span(first.slice(indent), entry.textStyle)];
  return [beside, ...linesOf(rest, entry.textStyle)];
}

function titleLines(frame: Frame, entry: Entry): readonly Line[] {
  const [first = "", ...rest] = wrap(entry.title, 2, frame.columns);
  return [head(entry, first.trimStart()), ...linesOf(rest)];
}

function head(entry: Entry, title: string): Line {
  return [span(padTo(entry.sign, 2), entry.style), span(title)];
}
