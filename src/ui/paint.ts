import { Chalk } from "chalk";
import { type Line, lineText, type Style } from "./layout/line.ts";

/** Turns a colourless line into what is written; one per stream, because only one of them may be a terminal. */
export interface Paint {
  text(text: string, style?: Style): string;
  line(line: Line): string;
}

/** The only place that knows colours. Without colour no escape is written at all. */
export function createPaint(hasColour: boolean): Paint {
  if (!hasColour) return { text: (text) => text, line: lineText };
  const styles = stylesOf(new Chalk({ level: 1 }));
  const text = (one: string, style?: Style) => (style === undefined ? one : styles[style](one));
  return { text, line: (line) => line.map((span) => text(span.text, span.style)).join("") };
}

function stylesOf(chalk: InstanceType<typeof Chalk>): Record<Style, (text: string) => string> {
  return {
    good: chalk.green,
    bad: chalk.red,
    wait: chalk.yellow,
    faint: chalk.dim,
    strong: chalk.bold,
    command: chalk.cyan,
  };
}
