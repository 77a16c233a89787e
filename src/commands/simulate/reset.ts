import { SagctlError } from "../../errors.ts";
import { type ExitCode, exitCode } from "../../exit-codes.ts";
import { say } from "../../text.ts";
import type { Context } from "../context.ts";
import { moment } from "../moment.ts";

/** Starts the simulated cloud afresh. */
export async function reset(context: Context): Promise<ExitCode> {
  const people = peopleOf(context.flags.people ?? "auto");
  const { control, close } = await context.resetSimulated(people);
  try {
    const { scenario, now } = await control.status();
    context.ui.printHeader({ doing: context.command });
    context.ui.printFacts([
      { name: "scenario", value: scenario },
      { name: "time", value: moment(now) },
      { name: "people", value: people },
    ]);
    return exitCode.ok;
  } finally {
    await close();
  }
}

function peopleOf(value: string): "auto" | "manual" {
  if (value === "auto" || value === "manual") return value;
  throw new SagctlError({
    kind: "usage",
    code: "bad-flag",
    message: say`--people ${value} is neither auto nor manual`,
    tryThis: [
      say`auto: parcels arrive, boxes are cabled and orders paid by themselves as time passes`,
      say`manual: they wait for sagctl simulate deliver, plug-in and pay`,
    ],
  });
}
