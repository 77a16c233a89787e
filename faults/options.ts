import { availableParallelism } from "node:os";
import { parseArgs } from "node:util";
import { trials, writeTrial } from "./trial.ts";

const usage = `npm run faults -- [--part both|exhaustive|random|ci] [--trial NAME …] [--every N] [--polls few|all]
                  [--seed N] [--runs N] [--minutes N] [--workers N] [--schedule TEXT] | --mutants [--only NAME]
docs/reliability.md says what each of them means.`;

const known = {
  seed: { type: "string", default: "1" },
  runs: { type: "string", default: "100" },
  trial: { type: "string", multiple: true, default: trials.map(writeTrial) },
  part: { type: "string", default: "both" },
  polls: { type: "string", default: "few" },
  every: { type: "string", default: "1" },
  workers: { type: "string", default: String(availableParallelism()) },
  minutes: { type: "string", default: "0" },
  schedule: { type: "string" },
  mutants: { type: "boolean", default: false },
  only: { type: "string" },
  help: { type: "boolean", default: false },
} as const;

const { values } = readArguments();

function readArguments() {
  try {
    const parsed = parseArgs({ options: known });
    return parsed.values.help ? leave(0, usage) : parsed;
  } catch (error) {
    return leave(2, `${(error as Error).message}\n${usage}`);
  }
}

function leave(code: number, text: string): never {
  (code === 0 ? console.log : console.error)(text);
  process.exit(code);
}

/** What `npm run faults --` was asked for. */
export const options = {
  ...values,
  /** The first seed. */
  seed: whole("seed"),
  /** How many seeds. */
  runs: whole("runs"),
  /** Each Nth schedule of the exhaustive part. */
  every: whole("every"),
  workers: whole("workers"),
  /** After so many minutes no more is begun; 0: all of it is carried out. */
  minutes: whole("minutes"),
  part: oneOf("part", ["both", "exhaustive", "random", "ci"]),
  polls: oneOf("polls", ["few", "all"]),
} as const;

function whole(name: "seed" | "runs" | "every" | "workers" | "minutes"): number {
  const number = Number(values[name]);
  if (Number.isInteger(number) && number >= (name === "every" || name === "workers" ? 1 : 0)) return number;
  return leave(2, `--${name} takes a whole number, not ${values[name]}`);
}

function oneOf<T extends string>(name: "part" | "polls", known: readonly T[]): T {
  const found = known.find((one) => one === values[name]);
  if (found !== undefined) return found;
  return leave(2, `--${name} takes one of ${known.join(", ")}, not ${values[name]}`);
}
