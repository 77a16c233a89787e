import { displayWidth } from "./display-width.ts";

/** Whether a text is a line to be typed as it stands. */
export function isCommand(text: string): boolean {
  const [, rest] = /^(?:npx )?sagctl (.*)$/s.exec(text) ?? [];
  return rest === undefined ? /^(ping|export) /.test(text) : !isSentence(rest);
}

/** A command is two words, perhaps with what it is about, and then flags; "sagctl keeps them. If …" goes on in words. */
function isSentence(rest: string): boolean {
  const words = rest.split(" ");
  const flags = words.findIndex((word) => /^[-'">]/.test(word));
  const before = flags < 0 ? words : words.slice(0, flags);
  return before.length > 3 || before.some((word) => /[.,;:]$/.test(word));
}

const continuation = " \\";

/** A command over several lines that can still be copied into a shell: each but the last ends in a backslash. */
export function commandLines(command: string, indent: number, columns: number): readonly string[] {
  const lines: string[] = [];
  for (const part of partsOf(command)) {
    const line = lines.at(-1);
    if (line === undefined) lines.push(" ".repeat(indent) + part);
    else if (displayWidth(`${line} ${part}${continuation}`) <= columns) lines[lines.length - 1] = `${line} ${part}`;
    else lines.push(" ".repeat(indentBehind(part, indent + 4, columns)) + part);
  }
  return joinedBack(lines, columns).map((line, index, all) => (index < all.length - 1 ? line + continuation : line));
}

/** A flag stays with its value, and quoted words stay together. */
function partsOf(command: string): readonly string[] {
  const words = command.match(/(?:[^\s"']|"[^"]*"|'[^']*')+/g) ?? [];
  const parts: string[] = [];
  for (const word of words) {
    const last = parts.at(-1);
    const takesValue = last?.startsWith("-") && !last.includes(" ") && !last.includes("=") && !word.startsWith("-");
    if (takesValue) parts[parts.length - 1] = `${last} ${word}`;
    else parts.push(word);
  }
  return parts;
}

function indentBehind(part: string, indent: number, columns: number): number {
  return Math.max(0, Math.min(indent, columns - displayWidth(part + continuation)));
}

/** The last line needs no backslash, so its last part may still fit on the line before. */
function joinedBack(lines: readonly string[], columns: number): readonly string[] {
  const last = lines.at(-1);
  const before = lines.at(-2);
  if (last === undefined || before === undefined) return lines;
  const joined = `${before} ${last.trimStart()}`;
  return displayWidth(joined) <= columns ? [...lines.slice(0, -2), joined] : lines;
}
