import { plain, type Text } from "../text.ts";
import { asciiForm, printable } from "./printable.ts";
import { type Symbols, symbolsFor } from "./symbols.ts";
import type { Terminal } from "./terminal.ts";

/** What a screen needs to know to lay itself out. */
export interface Frame {
  readonly columns: number;
  readonly symbols: Symbols;
  /** Anybody's words, fit for this terminal. */
  words(text: Text | string): string;
}

export function frameOf(terminal: Pick<Terminal, "columns" | "unicode">): Frame {
  return {
    columns: terminal.columns,
    symbols: symbolsFor(terminal.unicode),
    words: (text) => {
      const clean = printable(typeof text === "string" ? text : plain(text));
      return terminal.unicode ? clean : asciiForm(clean);
    },
  };
}

/** Below this many columns a title stands above its text, not beside it. */
const narrowBelow = 60;

export function isNarrow(frame: Frame): boolean {
  return frame.columns < narrowBelow;
}
