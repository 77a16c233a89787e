/** What a piece of a line is; paint.ts decides how that looks, if at all. */
export type Style = "good" | "bad" | "wait" | "faint" | "strong" | "command";

export interface Span {
  readonly text: string;
  readonly style?: Style;
}

/** One line of a screen, colourless, so that widths are counted before any escape is in it. */
export type Line = readonly Span[];

export const emptyLine: Line = [];

export function span(text: string, style?: Style): Span {
  return style === undefined ? { text } : { text, style };
}

/** Lines that are all of one style. */
export function linesOf(texts: readonly string[], style?: Style): readonly Line[] {
  return texts.map((text) => [span(text, style)]);
}

/** The line in plain words, without blanks at its end. */
export function lineText(line: Line): string {
  return line
    .map((one) => one.text)
    .join("")
    .trimEnd();
}

/** Blocks with one empty line between them; empty blocks leave none. */
export function spaced(blocks: readonly (readonly Line[])[]): readonly Line[] {
  return blocks
    .filter((block) => block.length > 0)
    .flatMap((block, index) => (index === 0 ? block : [emptyLine, ...block]));
}
