import { type ExitCode, exitCode } from "../../exit-codes.ts";
import type { CloudControl } from "../../simulator/cloud-control.ts";
import type { Context } from "../context.ts";

/** Says which cloud it is, works on it from behind, and lets it go. */
export async function withControl(context: Context, work: (control: CloudControl) => Promise<void>): Promise<ExitCode> {
  const { control, close } = await context.openControl();
  try {
    context.ui.printHeader({ doing: context.command });
    await work(control);
    return exitCode.ok;
  } finally {
    await close();
  }
}
