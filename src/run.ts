import { CommanderError } from "commander";
import { SagctlError } from "./errors.ts";
import { type ExitCode, exitCode, exitCodeOf } from "./exit-codes.ts";
import type { Host } from "./host.ts";
import { type Asked, createProgram } from "./program.ts";

/** One command line from argv to its exit code; tests call it in process. */
export async function run(argv: readonly string[], host: Host): Promise<ExitCode> {
  let code: ExitCode = exitCode.ok;
  const program = createProgram(host, async (asked) => {
    code = await carryOut(asked, host);
    return code;
  });
  try {
    await program.parseAsync([...argv], { from: "user" });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCode.ok : exitCode.usage;
    throw error;
  }
}

/** Runs the command; whatever it throws is mapped here, once. */
async function carryOut(asked: Asked, host: Host): Promise<ExitCode> {
  const { createContext } = await import("./deps/index.ts");
  const { command, flags, overlay } = asked;
  const context = createContext({ command, flags, overlay, host });
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

async function tell(
  error: unknown,
  ui: { printError(error: SagctlError): void; printBug(log: string | undefined): void },
) {
  if (error instanceof SagctlError) {
    ui.printError(error);
    return exitCodeOf[error.kind];
  }
  const { writeBugLog } = await import("./deps/bug-log.ts");
  ui.printBug(await writeBugLog(error));
  return exitCode.bug;
}
