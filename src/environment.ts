import type { Command } from "commander";
import { environmentName } from "./flags.ts";
import { truthOf, truthWords } from "./truths.ts";

/** Gives every flag that the command line leaves out the value of its SAGCTL_ name, where the environment has one. */
export function readEnvironment(command: Command, env: Readonly<Record<string, string | undefined>>): void {
  for (const option of command.options) {
    const name = option.attributeName();
    const variable = environmentName(option.flags);
    const text = env[variable];
    if (text === undefined || command.getOptionValueSource(name) === "cli") continue;
    const value = option.required ? readText(option, text) : readSwitch(option, text);
    if (value === unreadable) refuse(command, option, variable, text);
    else if (value !== undefined) command.setOptionValueWithSource(name, value, "env");
  }
}

interface OptionLike {
  readonly negate: boolean;
  readonly optional: boolean;
  readonly parseArg?: ((value: string, previous: unknown) => unknown) | undefined;
}

const unreadable = Symbol("neither on nor off");

function readText({ parseArg }: OptionLike, text: string): unknown {
  return parseArg ? parseArg(text, undefined) : text;
}

/** Nothing at all is off. What is neither is not guessed at: some switches let money be spent. */
function readSwitch({ negate, optional }: OptionLike, text: string): unknown {
  if (optional && text.includes("://")) return text;
  const isOn = text.trim() === "" ? false : truthOf(text);
  if (isOn === undefined) return unreadable;
  return isOn ? !negate : undefined;
}

function refuse(command: Command, { optional }: OptionLike, variable: string, text: string): never {
  const wanted = optional ? `${truthWords}, or a URL` : truthWords;
  return command.error(`error: ${variable} is "${text}"; it takes ${wanted}`, { code: "commander.badSwitch" });
}
