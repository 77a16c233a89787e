import type { ExitCode } from "./exit-codes.ts";
import type { Host } from "./host.ts";
import { CommanderError, createProgram } from "./program.ts";

/** One command line from argv to its exit code; tests call it in process. Help and version load no more than this. */
export async function run(argv: readonly string[], host: Host): Promise<ExitCode> {
  let code: ExitCode = 0;
  const program = createProgram(host, async (asked) => {
    code = await (await import("./carry-out.ts")).carryOut(asked, host);
    return code;
  });
  try {
    await program.parseAsync([...argv], { from: "user" });
    return code;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === 0 ? 0 : (await import("./carry-out.ts")).tellUsage(error, argv, host);
  }
}
