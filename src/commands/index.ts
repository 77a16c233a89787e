import type { ExitCode } from "../exit-codes.ts";
import { stepList } from "../steps/index.ts";
import type { Context } from "./context.ts";

type Command = (context: Context, args: readonly string[]) => Promise<ExitCode>;

/** Each command is loaded when it is called. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  setup: async () => (await import("./setup/setup.ts")).setup,
  plan: async () => (await import("./plan.ts")).plan,
  apply: async () => (await import("./apply.ts")).apply,
  status: async () => (await import("./status.ts")).status,
  verify: async () => (await import("./verify.ts")).verify,
  undo: async () => (await import("./undo.ts")).undo,
  init: async () => (await import("./init.ts")).init,
  whoami: async () => (await import("./whoami.ts")).whoami,
  "simulate scenarios": async () => (await import("./simulate/scenarios.ts")).scenarios,
  "simulate reset": async () => (await import("./simulate/reset.ts")).reset,
  "simulate deliver": async () => (await import("./simulate/people.ts")).deliver,
  "simulate plug-in": async () => (await import("./simulate/people.ts")).plugIn,
  "simulate pay": async () => (await import("./simulate/people.ts")).pay,
  "simulate advance": async () => (await import("./simulate/advance.ts")).advance,
  "simulate ledger": async () => (await import("./simulate/ledger.ts")).ledger,
  "simulate calls": async () => (await import("./simulate/calls.ts")).calls,
  "simulate faults": async () => (await import("./simulate/faults.ts")).faults,
  "simulate serve": async () => (await import("./simulate/serve.ts")).serve,
};

/** Carries out the command of that name; a step's name is its own sub-command. */
export async function carry(context: Context, args: readonly string[]): Promise<ExitCode> {
  const load = commands[context.command];
  if (load) return (await load())(context, args);
  if (context.command === "grant") return (await import("./grant/grant.ts")).grant(context);
  const step = stepList.find((entry) => entry.name === context.command);
  if (!step) throw new Error(`no command ${context.command}`);
  return (await import("./apply.ts")).applyStep(context, step.name);
}
