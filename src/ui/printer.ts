import { emptyLine, type Line } from "./layout/line.ts";
import { createPaint, type Paint } from "./paint.ts";
import type { Output, Terminal } from "./terminal.ts";

export type Channel = "stdout" | "stderr";

/** Writes screens. Blocks have an empty line around them, rows follow each other. */
export interface Printer {
  readonly paint: Readonly<Record<Channel, Paint>>;
  block(channel: Channel, lines: readonly Line[]): void;
  rows(channel: Channel, lines: readonly Line[]): void;
  /** Text that is somebody else's format, as it is. */
  raw(text: string): void;
}

export interface PrinterParts {
  readonly stdout: Output;
  readonly stderr: Output;
  readonly terminal: Pick<Terminal, "colour">;
  /** Runs a write with the spinner out of the way. */
  aside(write: () => void): void;
}

interface Last {
  was: "nothing" | "rows" | "block";
}

export function createPrinter(parts: PrinterParts): Printer {
  const { colour } = parts.terminal;
  const paint = { stdout: createPaint(colour.stdout), stderr: createPaint(colour.stderr) };
  const last = lastWritten(parts);
  const print = (channel: Channel, lines: readonly Line[], as: "rows" | "block") => {
    if (lines.length === 0) return;
    const before = last[channel];
    const needsSpace = before.was !== "nothing" && (before.was === "block" || as === "block");
    const text = [...(needsSpace ? [emptyLine] : []), ...lines].map((line) => `${paint[channel].line(line)}\n`);
    parts.aside(() => parts[channel].write(text.join("")));
    before.was = as;
  };
  return {
    paint,
    block: (channel, lines) => print(channel, lines, "block"),
    rows: (channel, lines) => print(channel, lines, "rows"),
    raw: (text) => parts.aside(() => parts.stdout.write(text.endsWith("\n") ? text : `${text}\n`)),
  };
}

/** On one terminal the two streams make one screen; elsewhere each is read alone. */
function lastWritten({ stdout, stderr }: PrinterParts): Record<Channel, Last> {
  const first: Last = { was: "nothing" };
  return { stdout: first, stderr: stdout.isTTY && stderr.isTTY ? first : { was: "nothing" } };
}
