import type { Plan } from "../../engine/events.ts";
import type { Talk } from "./talk.ts";

/** The command line that gives the same answers; an address is taken from the address book. */
export function oneLine(command: string, { interview, sketch }: Talk, plan: Plan): string {
  const words = joined(interview.answered.flatMap((one) => pairs(one.words)));
  const flags = words.map(([flag, value]) => `${flag} ${quoted(value)}`);
  const anew = sketch.goal.createNew ? ["--new"] : [];
  const given = command.split(" ");
  return [command, ...flags, ...[...anew, "--yes", ...consents(plan)].filter((word) => !given.includes(word))].join(
    " ",
  );
}

function consents(plan: Plan): readonly string[] {
  const risks = new Set(plan.rows.flatMap((row) => row.changes.map((change) => change.risk)));
  return [
    ...(risks.has("costs-money") ? ["--approve-purchases"] : []),
    ...(risks.has("shared") ? ["--allow-shared"] : []),
    ...(risks.has("destroys") ? ["--allow-destroy"] : []),
    ...(plan.rows.some((row) => row.command) ? ["--allow-probes"] : []),
  ];
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
