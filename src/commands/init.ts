import { randomBytes } from "node:crypto";
import { type ExitCode, exitCode } from "../exit-codes.ts";
import { exampleNetworkFile } from "../network/example.ts";
import type { Context } from "./context.ts";

/** Prints a commented network file with a marker of its own; nothing else, so that it can go straight into a file. */
export async function init(context: Context): Promise<ExitCode> {
  context.ui.printOutput(exampleNetworkFile(randomBytes(6).toString("hex")));
  return exitCode.ok;
}
