import { commandLines } from "../layout/command-line.ts";
import { displayWidth, padTo } from "../layout/display-width.ts";
import { type Frame, isNarrow } from "../layout/frame.ts";
import { type Line, linesOf, span } from "../layout/line.ts";
import { wrap } from "../layout/wrap.ts";

/** What to type next, and why. */
export interface Next {
  readonly command: string;
  readonly what?: string;
}

const labelWidth = 7;

export function nextLines(frame: Frame, next: readonly Next[]): readonly Line[] {
  const commands = Math.max(0, ...next.map((one) => displayWidth(frame.words(one.command))));
  const longest = Math.max(0, ...next.map((one) => displayWidth(frame.words(one.what ?? ""))));
  const spare = frame.columns - labelWidth - commands - longest;
  const commandWidth = commands + Math.min(4, spare);
  if (isNarrow(frame) || spare < 2)
    return next.length === 0 ? [] : [[span("Next", "faint")], ...next.flatMap((one) => below(frame, one))];
  return next.map((one, index) => [
    span(padTo(index === 0 ? "Next" : "", labelWidth), "faint"),
    span(padTo(frame.words(one.command), commandWidth), "command"),
    span(frame.words(one.what ?? "")),
  ]);
}

function below(frame: Frame, one: Next): readonly Line[] {
  const what = one.what === undefined ? [] : wrap(frame.words(one.what), 4, frame.columns);
  return [...linesOf(commandLines(frame.words(one.command), 2, frame.columns), "command"), ...linesOf(what)];
}
