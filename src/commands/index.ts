import type { ExitCode } from "../exit-codes.ts";
import { stepList } from "../steps/index.ts";
import type { Context } from "./context.ts";

type Command = (context: Context, args: readonly string[]) => Promise<ExitCode>;

/** Each command is loaded when it is called. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  plan: async () => (await import("./plan.ts")).plan,
  apply: async () => (await import("./apply.ts")).apply,
};

/** Carries out the command of that name; a step's name is its own sub-command. */
export async function carry(context: Context, args: readonly string[]): Promise<ExitCode> {
  const load = commands[context.command];
  if (load) return (await load())(context, args);
  const step = stepList.find((entry) => entry.name === context.command);
  if (!step) throw new Error(`no command ${context.command}`);
  return (await import("./apply.ts")).applyStep(context, step.name);
}
