import type { CommanderError } from "commander";
import { SagctlError } from "./errors.ts";
import { type ExitCode, exitCode, exitCodeOf } from "./exit-codes.ts";
import type { Host } from "./host.ts";
import type { Asked } from "./program.ts";
import { say } from "./text.ts";

/** Runs the command; whatever it throws is mapped here, once. */
export async function carryOut(asked: Asked, host: Host): Promise<ExitCode> {
  const { createContext } = await import("./deps/index.ts");
  const { command, flags, inputs } = asked;
  const context = await createContext({ command, flags, inputs, host });
  let code: ExitCode;
  try {
    const { carry } = await import("./commands/index.ts");
    code = await carry(context, asked.args);
  } catch (error) {
    code = await tell(error, context.ui);
  }
  context.ui.finish(code);
  return code;
}

/** A command line that commander cannot read; its own help, when nothing was asked for, has been printed. */
export async function tellUsage(error: CommanderError, argv: readonly string[], host: Host): Promise<ExitCode> {
  if (error.code === "commander.help") return exitCode.usage;
  const { createContext } = await import("./deps/index.ts");
  const command = argv.find((word) => !word.startsWith("-")) ?? "sagctl";
  const simulates = argv.some((word) => word === "simulate" || word.startsWith("--simulate"));
  const flags = { json: argv.includes("--json"), ...(simulates ? { simulate: true as const } : {}) };
  const { ui } = await createContext({ command, flags, inputs: [], host });
  ui.printError(usageError(error, command));
  ui.finish(exitCode.usage);
  return exitCode.usage;
}

/** Commander says "error: unknown command 'aply'", and on a second line "(Did you mean apply?)". */
function usageError(error: CommanderError, command: string): SagctlError {
  const [what = "", hint = ""] = error.message.replace(/^error: /, "").split("\n");
  const suggestion = /^\((.*)\)$/.exec(hint)?.[1];
  const isKnown = command === "simulate" || (error.code !== "commander.unknownCommand" && command !== "sagctl");
  const help = say`All there is: sagctl ${isKnown ? `${command} ` : ""}--help`;
  return new SagctlError({
    kind: "usage",
    code: error.code.replace("commander.", "").replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`),
    message: say`${what}`,
    tryThis: [...(suggestion ? [say`${suggestion}`] : []), help],
  });
}

async function tell(
  error: unknown,
  ui: { printError(error: SagctlError): void; printBug(log: string | undefined): void },
) {
  const known = error instanceof SagctlError ? error : await simulatorTrouble(error);
  if (known) {
    ui.printError(known);
    return exitCodeOf[known.kind];
  }
  const { writeBugLog } = await import("./deps/bug-log.ts");
  ui.printBug(await writeBugLog(error));
  return exitCode.bug;
}

async function simulatorTrouble(error: unknown): Promise<SagctlError | undefined> {
  return (await import("./deps/simulator-errors.ts")).simulatorError(error);
}
