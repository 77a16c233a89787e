import type { Command } from "commander";
import type { Flags } from "./commands/flags.ts";
import type { Input } from "./engine/step.ts";
import { environmentName, everywhere, type FlagRow, flagRow, nameOf } from "./flags.ts";
import { stepList } from "./steps/index.ts";
import { plain } from "./text.ts";

/** What the owner of a VPC says of it who undoes, without a file, what the lines of these steps have made there. */
const ownersSteps = ["grant", "vpc-routes", "security-group"];
const ownersInputs = new Set(["vpc", "region", "vpc-account", "security-group", "verify", "cen-id", "cen-owner"]);

/** The inputs that a command takes as flags: those of a step for its sub-command, all of them for `setup`, an owner's for `undo`. */
export async function loadInputs(command: string): Promise<readonly Input[]> {
  const isUndo = command === "undo";
  const isOf = (name: string) => command === "setup" || name === command || (isUndo && ownersSteps.includes(name));
  const steps = await Promise.all(stepList.filter((entry) => isOf(entry.name)).map((entry) => entry.load()));
  const all = steps.flatMap((step) => step.inputs);
  const inputs = isUndo ? all.filter((input) => ownersInputs.has(input.name)) : all;
  return inputs.filter((one, index) => inputs.findIndex((other) => other.name === one.name) === index);
}

/** The names of the inputs of every step. */
export async function inputsOfSteps(): Promise<ReadonlyMap<string, readonly string[]>> {
  const steps = await Promise.all(stepList.map((entry) => entry.load()));
  return new Map(steps.map(({ name, inputs }) => [name, inputs.map((input) => input.name)]));
}

/** What only one step's sub-command takes, beside its inputs. */
export const ofOneStep: Readonly<Record<string, readonly FlagRow[]>> = {
  grant: [
    flagRow("--request", "switch", "print a word for the VPC's owner, who runs: sagctl grant --accept WORD"),
    flagRow("--accept <word>", "text", "grant what the CEN's owner asks for in that word"),
  ],
};

/** Inputs of which a network has several: the wizard takes them all on one command line. */
const ofPackages = ["package-mbps", "charge", "package-months"];
const severalInSetup = new Set(["vpc", "payer", ...ofPackages, "connection-mbps"]);
const shared = new Set(everywhere.map((row) => nameOf(row.flag)));

/** Their rows; `--area` and `--region` are there already. */
export function inputRows(command: string, inputs: readonly Input[]): readonly FlagRow[] {
  const own = inputs.filter((input) => !shared.has(nameOf(`--${input.name}`)));
  return own.map((input) => {
    const isMany = input.many || (command === "setup" && severalInSetup.has(input.name));
    return flagRow(`--${input.name} <value>`, isMany ? "many" : "text", plain(input.help));
  });
}

/** What was given for them, with the name under which it was given. */
export function inputValues(command: Command, inputs: readonly Input[]): NonNullable<Flags["inputs"]> {
  const given = inputs.flatMap(({ name }) => {
    const value = command.getOptionValue(nameOf(`--${name}`)) as unknown;
    const isEnvironment = command.getOptionValueSource(nameOf(`--${name}`)) === "env";
    const from = isEnvironment ? environmentName(`--${name}`) : `--${name}`;
    return value === undefined ? [] : [[name, { value, from }] as const];
  });
  return Object.fromEntries(given);
}
