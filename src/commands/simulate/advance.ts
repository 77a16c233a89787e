import { SagctlError } from "../../errors.ts";
import type { ExitCode } from "../../exit-codes.ts";
import { say } from "../../text.ts";
import type { Context } from "../context.ts";
import { durationOf } from "../flags.ts";
import { moment } from "../moment.ts";
import { withControl } from "./with-control.ts";

const LONGEST_MS = 50 * 365 * 24 * 60 * 60 * 1000;

/** Lets time pass; everything due by then happens. */
export function advance(context: Context, [duration = ""]: readonly string[]): Promise<ExitCode> {
  const ms = durationOf(duration, "simulate advance");
  if (ms > LONGEST_MS) throw tooLong(duration);
  return withControl(context, async (control) => {
    await control.advanceTo((await control.now()) + ms);
    context.ui.printFacts([{ name: "time", value: moment(await control.now()) }]);
  });
}

function tooLong(duration: string): SagctlError {
  return new SagctlError({
    kind: "usage",
    code: "bad-flag",
    message: say`simulate advance ${duration}: that is more than 50 years`,
    tryThis: [say`Advance by less: sagctl simulate advance 30d`],
  });
}
