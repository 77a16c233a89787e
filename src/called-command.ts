import { type Command, Option } from "commander";
import type { Flags } from "./commands/flags.ts";
import type { Input } from "./engine/step.ts";
import { readEnvironment } from "./environment.ts";
import type { FixedCommand } from "./fixed-commands.ts";
import { environmentHelp, everywhere, type FlagRow, nameOf, ofNetwork } from "./flags.ts";
import type { Host } from "./host.ts";
import { inputRows, inputValues, loadInputs, ofOneStep } from "./step-flags.ts";

/** Gives a command its flags; those of a step are its inputs, which come back. */
export async function addFlags(command: Command, one: FixedCommand): Promise<readonly Input[]> {
  const inputs = one.ofNetwork ? await loadInputs(one.name) : [];
  const own = [...(one.flags ?? []), ...(ofOneStep[one.name] ?? [])];
  for (const row of inputRows(one.name, inputs)) command.addOption(optionOf(row).helpGroup(ownHeading));
  if (one.details) command.addHelpText("after", `\n${one.details}`);
  command.addHelpText("after", `\n${environmentHelp}`);
  for (const flag of [...(one.ofNetwork ? ofNetwork : []), ...own]) command.addOption(optionOf(flag));
  command.optionsGroup(everywhereHeading);
  command.addHelpOption(new Option("-h, --help", "this help").helpGroup(everywhereHeading));
  for (const flag of everywhere) {
    const hasMeaning = one.ofNetwork || meaningfulAlone.has(nameOf(flag.flag));
    command.addOption(optionOf(flag).hideHelp(!hasMeaning));
  }
  return inputs;
}

/** What the command line says, and the environment where that leaves something out. */
export function readFlags(command: Command, inputs: readonly Input[], env: Host["env"]): Flags {
  readEnvironment(command, env);
  return { ...command.opts<Flags>(), inputs: inputValues(command, inputs) };
}

const ownHeading = "What it works on, where no network file says so or something else than the file:";
const everywhereHeading = "Everywhere:";

/** Flags that help names even where no network is worked on; the others are taken, and do nothing there. */
const meaningfulAlone = new Set(["file", "simulate", "scenario", "profile", "json", "quiet", "verbose", "color"]);

function optionOf(flag: FlagRow): Option {
  const option = new Option(flag.flag, flag.help);
  if (flag.kind === "many") {
    option.argParser((value: string, before: readonly string[] = []) => [...before, ...value.split(",")]);
  }
  return option;
}
