import type { Context } from "../context.ts";
import type { Answered } from "./interview.ts";

/** The command line that gives the same answers; an address is taken from the address book. */
export function oneLine(context: Context, answered: readonly Answered[]): string {
  const words = joined(answered.flatMap((one) => pairs(one.words)));
  return [context.again, ...words.map(([flag, value]) => `${flag} ${quoted(value)}`), "--yes --approve-purchases"].join(
    " ",
  );
}

type Pair = readonly [flag: string, value: string];

function pairs(words: readonly string[]): readonly Pair[] {
  return words.flatMap((word, index) => (index % 2 === 0 ? [[word, words[index + 1] ?? ""] as const] : []));
}

/** A flag that several questions share is given once, with all their values. */
function joined(all: readonly Pair[]): readonly Pair[] {
  const flags = [...new Set(all.map(([flag]) => flag))];
  return flags.map((flag) => [flag, all.flatMap(([other, value]) => (other === flag ? [value] : [])).join(",")]);
}

function quoted(value: string): string {
  return /^[\w.,:/@%+=-]+$/.test(value) ? value : `'${value.replaceAll("'", `'\\''`)}'`;
}
