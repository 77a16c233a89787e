import { plain, type Text } from "../../text.ts";
import type { Terminal } from "../terminal.ts";
import { asciiForm, printable } from "./printable.ts";
import { type Symbols, symbolsFor } from "./symbols.ts";

/** What a screen needs to know to lay itself out. */
export interface Frame {
  readonly columns: number;
  readonly symbols: Symbols;
  /** Anybody's words, legible for this terminal. */
  words(text: Text | string): string;
  /** Words for somebody in another account. */
  othersWords(text: Text | string): string;
  /** A value of a call, its placeholders as they are. */
  value(text: string): string;
}

/** Completes the commands that a text names, so that they work where this one did. */
export type Placing = (text: string, whose: "reader" | "other account") => string;

export const unplaced: Placing = (text) => text;

export function frameOf(terminal: Pick<Terminal, "columns" | "unicode">, placing: Placing = unplaced): Frame {
  const shown = (text: Text | string, whose: Parameters<Placing>[1]) => {
    return legible(named(placing(typeof text === "string" ? text : plain(text), whose)));
  };
  const legible = (text: string) => (terminal.unicode ? printable(text) : asciiForm(printable(text)));
  return {
    columns: terminal.columns,
    symbols: symbolsFor(terminal.unicode),
    words: (text) => shown(text, "reader"),
    othersWords: (text) => shown(text, "other account"),
    value: legible,
  };
}

/** An id still to come reads as the name of what it will be the id of: `<purchase/beijing.id>` is "beijing (new)". */
function named(text: string): string {
  return text.replace(/<[a-z-]+\/([^<>]+)\.[A-Za-z]+>/g, "$1 (new)");
}

/** Below this many columns a title stands above its text, not beside it. */
const narrowBelow = 60;

export function isNarrow(frame: Frame): boolean {
  return frame.columns < narrowBelow;
}
