import { type ExitCode, exitCode } from "../../exit-codes.ts";
import { scenarios as known } from "../../simulator/scenarios/index.ts";
import type { Context } from "../context.ts";

/** What a simulated cloud can start from. */
export async function scenarios(context: Context): Promise<ExitCode> {
  const rows = Object.values(known).map(({ name, about }) => [name, about]);
  context.ui.printHeader({ doing: context.command });
  context.ui.printTable("scenarios", { head: ["scenario", "about"], rows });
  context.ui.printNext([{ command: "sagctl setup --simulate --scenario NAME", what: "begin with one" }]);
  return exitCode.ok;
}
