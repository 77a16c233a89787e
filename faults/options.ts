import { availableParallelism } from "node:os";
import { parseArgs } from "node:util";
import { trials, writeTrial } from "./trial.ts";

const { values } = parseArgs({
  options: {
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
  },
});

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
  throw new Error(`--${name} takes a whole number, not ${values[name]}`);
}

function oneOf<T extends string>(name: "part" | "polls", known: readonly T[]): T {
  const found = known.find((one) => one === values[name]);
  if (found !== undefined) return found;
  throw new Error(`--${name} takes one of ${known.join(", ")}, not ${values[name]}`);
}
