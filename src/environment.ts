import type { Command } from "commander";
import { environmentName } from "./flags.ts";

const off = new Set(["", "0", "false", "no"]);

/** Gives every flag that the command line leaves out the value of its SAGCTL_ name, where the environment has one. */
export function readEnvironment(command: Command, env: Readonly<Record<string, string | undefined>>): void {
  for (const option of command.options) {
    const name = option.attributeName();
    const text = env[environmentName(option.flags)];
    if (text === undefined || command.getOptionValueSource(name) === "cli") continue;
    const value = readValue(option, text);
    if (value !== undefined) command.setOptionValueWithSource(name, value, "env");
  }
}

interface OptionLike {
  readonly negate: boolean;
  readonly required: boolean;
  readonly optional: boolean;
  readonly parseArg?: ((value: string, previous: unknown) => unknown) | undefined;
}

/** A switch is off by 0, false and no; everything else turns it on. */
function readValue(option: OptionLike, text: string): unknown {
  const isOff = off.has(text.trim().toLowerCase());
  if (option.required) return option.parseArg ? option.parseArg(text, undefined) : text;
  if (option.optional && !isOff && text.includes("://")) return text;
  if (isOff) return undefined;
  return !option.negate;
}
