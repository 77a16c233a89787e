import { displayWidth, padTo } from "../layout/display-width.ts";
import { type Frame, isNarrow } from "../layout/frame.ts";
import { type Line, linesOf, span } from "../layout/line.ts";
import { wrap } from "../layout/wrap.ts";

/** A name and what it is, as `whoami` shows them. */
export interface Fact {
  readonly name: string;
  readonly value: string;
}

export function factsLines(frame: Frame, facts: readonly Fact[]): readonly Line[] {
  const widest = Math.max(0, ...facts.map((fact) => displayWidth(fact.name)));
  const fits = facts.every(({ value }) => widest + 2 + displayWidth(frame.words(value)) <= frame.columns);
  const isBelow = isNarrow(frame) && !fits;
  const indent = isBelow ? 2 : widest + 2;
  return facts.flatMap(({ name, value }) => {
    const [first = "", ...rest] = wrap(frame.words(value), indent, frame.columns);
    const isBeside = !isBelow && first.startsWith(" ".repeat(indent));
    if (!isBeside) return [[span(frame.words(name), "faint")], ...linesOf([first, ...rest])];
    return [[span(padTo(frame.words(name), indent), "faint"), span(first.slice(indent))], ...linesOf(rest)];
  });
}
