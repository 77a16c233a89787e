import { simulations, wholeRuns } from "../fixed-commands.ts";
import { everywhere, type FlagRow, nameOf, ofNetwork } from "../flags.ts";
import { stepList } from "../steps/index.ts";
import type { Flags } from "./flags.ts";

/** They say on which cloud, network and diary a command works: with others it is another command. */
const place = ["file", "simulate", "scenario", "profile", "state"];
/** Somebody in another account has a file, a profile and a diary of their own. */
const sharedPlace = ["simulate", "scenario"];
/** A rehearsal is not repeated, and a word to buy once more is given each time anew. */
const neverAgain = ["dryRun", "buyAgain"];
/** Of this one command: how it is shown, and what a step's own flags are about. */
const ofThisCommand = ["json", "quiet", "verbose", "color", "input", "name", "network", "marker", "region", "area"];

/** The line that goes on from here, but for its place, which every screen adds. Where a box goes is printed nowhere. */
export function againLine(command: string, flags: Flags): string {
  const own = wholeRuns.find((one) => one.name === command)?.flags ?? [];
  const rows = [...own, ...everywhere, ...ofNetwork].filter(
    (row) => ![...place, ...neverAgain].includes(nameOf(row.flag)),
  );
  const inputs = Object.entries(flags.inputs ?? {}).filter(([name]) => !name.startsWith("ship-to-"));
  const answers = inputs.filter(([name]) => !rows.some((row) => nameOf(row.flag) === nameOf(`--${name}`)));
  return line(command, [
    ...answers.map(([name, { value }]) => `--${name} ${valueWords(value)}`),
    ...wordsOf(rows, flags),
  ]);
}

/** Another command with the same goal, patience and consents. */
export function lineAlike(command: string, flags: Flags): string {
  const others = [...place, ...neverAgain, ...ofThisCommand];
  return line(
    command,
    wordsOf(
      [...everywhere, ...ofNetwork].filter((row) => !others.includes(nameOf(row.flag))),
      flags,
    ),
  );
}

/** Where a command that a screen names is to work: for whoever reads it, or for somebody in another account. */
export type Whose = "reader" | "other account";

/** The inputs of each step, by its name: where no file says anything, a command needs what was typed for this one. */
export type InputsOf = ReadonlyMap<string, readonly string[]>;

/** Puts behind every command of a text what makes it work on the same as this one: a screen names none of another cloud. */
export function createPlacing(flags: Flags, alone?: InputsOf): (text: string, whose: Whose) => string {
  return (text, whose) =>
    text.replace(command, (named: string, name: string, only: string | undefined, at: number) => {
      const rest = text.slice(at + named.length);
      if (rest.startsWith(" --help")) return named;
      const inputs = whose === "reader" ? alone?.get(name) : undefined;
      const items = inputs ? typedWords(flags, inputs, only, rest) : [];
      const place = placeWords(flags, whose, name, `${only ?? ""}${rest}`);
      return ["sagctl", name, ...items, ...place].join(" ") + (inputs ? "" : (only ?? ""));
    });
}

/** What the item is called, and of which network it is: another name means another diary and other marks. */
const identity = ["name", "network", "marker"] as const;

/** Without a file there are no items to pick by name: the flags of this command say what `--only` would. */
function typedWords(
  flags: Flags,
  inputs: readonly string[],
  only: string | undefined,
  rest: string,
): readonly string[] {
  const given = Object.entries(flags.inputs ?? {}).map(([name, { value }]) => [name, value] as const);
  const own = identity.map((name) => [name, flags[name]] as const);
  const typed = [...own, ...given, ["between", endsOf(only, flags)] as const];
  const isTaken = (name: string) =>
    identity.some((one) => one === name) || (inputs.includes(name) && !name.startsWith("ship-to-"));
  const wanted = new Map(typed.filter(([name, value]) => isTaken(name) && value !== undefined));
  return [...wanted]
    .filter(([name]) => !rest.includes(` --${name} `))
    .map(([name, value]) => `--${name} ${valueWords(value)}`);
}

/** A connection is named by its two ends; without a file a VPC goes by its region there. */
function endsOf(only: string | undefined, { region }: Flags): readonly string[] | undefined {
  const ends = only?.replace(" --only ", "").split("/") ?? [];
  return ends.length === 2 ? ends.map((end) => (end === "ccn" ? end : (region ?? end))) : undefined;
}

const placeless = ["init", "simulate scenarios", "simulate serve"];
const names = [...wholeRuns, ...stepList, ...simulations]
  .map((one) => one.name)
  .filter((name) => !placeless.includes(name));
// With a colon behind it a command is only spoken of.
const command = new RegExp(`\\bsagctl (${names.join("|")})(?![\\w:-])( --only \\S+)?`, "g");

function placeWords(flags: Flags, whose: Whose, name: string, rest: string): readonly string[] {
  const wanted = whose === "reader" ? place : sharedPlace;
  const rows = everywhere.filter((row) => wanted.includes(nameOf(row.flag)));
  const isThere = (word: string) => rest.includes(` ${word.split(/[ =]/, 1)}`);
  const goesWithoutSaying = (word: string) => word === "--simulate" && name.startsWith("simulate ");
  return wordsOf(rows, flags).filter((word) => !isThere(word) && !goesWithoutSaying(word));
}

function line(name: string, words: readonly string[]): string {
  return ["sagctl", name, ...words].join(" ");
}

/** The flags as they are typed, each with its value. */
function wordsOf(rows: readonly FlagRow[], flags: Flags): readonly string[] {
  return rows.flatMap((row) => {
    const value = flags[nameOf(row.flag) as keyof Flags];
    const [long = ""] = /--[a-z-]+/.exec(row.flag) ?? [];
    if (row.kind === "switch") return value === !long.startsWith("--no-") ? [long] : [];
    if (value === undefined || value === false) return [];
    if (row.kind === "optional") return [value === true ? long : `${long}=${valueWords(value)}`];
    return [`${long === "--file" ? "-f" : long} ${valueWords(value)}`];
  });
}

function valueWords(value: unknown): string {
  const text = Array.isArray(value) ? value.join(",") : String(value);
  return /^[\w.,:/@%+=-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}
