import type { CommanderError } from "commander";
import { SagctlError } from "./errors.ts";
import { type ExitCode, exitCode, exitCodeOf } from "./exit-codes.ts";
import { simulations, wholeRuns } from "./fixed-commands.ts";
import type { Host } from "./host.ts";
import type { Asked } from "./program.ts";
import { inputsOfSteps } from "./step-flags.ts";
import { stepList } from "./steps/index.ts";
import { say } from "./text.ts";

/** Runs the command; whatever it throws is mapped here, once. */
export async function carryOut(asked: Asked, host: Host): Promise<ExitCode> {
  const { createContext } = await import("./deps/index.ts");
  const { command, flags, inputs } = asked;
  const isStep = stepList.some(({ name }) => name === command);
  const context = await createContext({ command, flags, inputs, host, ...(isStep ? { inputsOfSteps } : {}) });
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
  const called = calledOf(argv);
  const simulates = argv.some((word) => word === "simulate" || word.startsWith("--simulate"));
  const flags = { json: argv.includes("--json"), ...(simulates ? { simulate: true as const } : {}) };
  const { ui } = await createContext({ command: called || "sagctl", flags, inputs: [], host });
  ui.printError(usageError(error, called, argv));
  ui.finish(exitCode.usage);
  return exitCode.usage;
}

/** The command that was meant, in as many words as are known: `plan`, `simulate advance`; empty where none is. */
function calledOf(argv: readonly string[]): string {
  const names = [...wholeRuns, ...stepList, ...simulations].map(({ name }) => name);
  const first = argv.find((word) => names.includes(word) || word === "simulate") ?? "";
  const longer = argv.map((word) => `${first} ${word}`).find((name) => names.includes(name));
  return longer ?? first;
}

/** Commander says "error: unknown command 'aply'", and on a second line "(Did you mean apply?)". */
function usageError(error: CommanderError, called: string, argv: readonly string[]): SagctlError {
  const [what = "", hint = ""] = error.message.replace(/^error: /, "").split("\n");
  const suggestion = /^\((.*)\)$/.exec(hint)?.[1];
  const [flag] = argv;
  const isEarly = called !== "" && flag?.startsWith("-") && what.includes(`'${flag}'`);
  const place = isEarly ? [say`Flags come behind the command: sagctl ${called} ${flag ?? ""}`] : [];
  const isCommand = error.code !== "commander.unknownCommand" || called === "simulate";
  const help = say`All there is: sagctl ${called === "" || !isCommand ? "" : `${called} `}--help`;
  return new SagctlError({
    kind: "usage",
    code: error.code.replace("commander.", "").replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`),
    message: say`${what}`,
    tryThis: [...(suggestion ? [say`${suggestion}`] : []), ...place, help],
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
