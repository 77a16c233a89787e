import { randomBytes } from "node:crypto";
import { type ExitCode, exitCode } from "../exit-codes.ts";
import { exampleNetworkFile, ownNetworkFile } from "../network/yaml/example.ts";
import type { Context } from "./context.ts";

/** Prints a commented network file with a marker of its own; nothing else, so that it can go straight into a file. */
export async function init({ ui, flags, readExample }: Context): Promise<ExitCode> {
  const marker = randomBytes(6).toString("hex");
  const { scenario } = flags;
  const text =
    scenario === undefined ? exampleNetworkFile(marker) : ownNetworkFile(await readExample(scenario), marker);
  ui.printOutput(text);
  return exitCode.ok;
}
