import { displayWidth } from "./display-width.ts";

const unit = /(\d) (Mbit\/s|kbit\/s|ms|s|min|h|d|days?|months?|instances?|gateways?)(?![\w/])/g;
const currency = /\b(CNY|USD) (\d)/g;

/** A number stays on one line with its unit. */
function glue(text: string): string {
  return text.replace(unit, "$1\u00a0$2").replace(currency, "$1\u00a0$2");
}

/** Words that share a line if they fit into the room at all. */
export function heldTogether(text: string, room: number): string {
  return displayWidth(text) <= room ? text.replaceAll(" ", "\u00a0") : text;
}

interface Word {
  readonly gap: string;
  readonly text: string;
}

function wordsOf(text: string): readonly Word[] {
  return [...glue(text).matchAll(/( *)([^ ]+)/g)].map(([, gap = "", word = ""]) => ({ gap, text: word }));
}

/**
 * A text in lines of at most `columns`, each with its indent. Lines break only between words; a word that is too long for the
 * room behind the indent moves to the left, and one that is longer than all columns stays whole on a line of its own.
 */
export function wrap(text: string, indent: number, columns: number): readonly string[] {
  return text.split("\n").flatMap((paragraph) => wrapParagraph(paragraph, indent, columns));
}

function wrapParagraph(text: string, indent: number, columns: number): readonly string[] {
  const room = Math.max(1, columns - indent);
  const lines: string[] = [];
  for (const word of wordsOf(text)) {
    const line = lines.at(-1);
    const longer = `${line}${word.gap}${word.text}`;
    if (line !== undefined && displayWidth(longer) <= room) lines[lines.length - 1] = longer;
    else lines.push(word.text);
  }
  return lines.map((line) => placed(line.replaceAll("\u00a0", " "), indent, columns));
}

function placed(line: string, indent: number, columns: number): string {
  return " ".repeat(Math.max(0, Math.min(indent, columns - displayWidth(line)))) + line;
}
