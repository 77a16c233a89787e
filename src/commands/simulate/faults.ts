import { z } from "zod";
import { SagctlError } from "../../errors.ts";
import type { ExitCode } from "../../exit-codes.ts";
import type { CloudControl } from "../../simulator/cloud-control.ts";
import { bodies } from "../../simulator/control/bodies.ts";
import type { Fault, FaultOrder } from "../../simulator/faults/fault.ts";
import { say, type Text } from "../../text.ts";
import type { Context } from "../context.ts";
import { withControl } from "./with-control.ts";

/** What goes wrong in the simulated cloud: shown, added to, cleared. */
export function faults(context: Context, [action = "", value]: readonly string[]): Promise<ExitCode> {
  const change = changeOf(action, value);
  return withControl(context, async (control) => {
    await change(control);
    const rows = (await control.faults.list()).map(rowOf);
    context.ui.printTable("faults", { head: ["id", "what", "when", "times", "met", "fired"], rows });
  });
}

type Change = (control: CloudControl) => Promise<unknown>;

/** Read before anything is opened: a slip of the pen disturbs nobody. */
function changeOf(action: string, value: string | undefined): Change {
  if (action === "list") return async () => {};
  if (action === "clear") return async ({ faults }) => faults.clear(value);
  if (action !== "add") throw wrong(say`simulate faults ${action}: there are list, add and clear`);
  const order = orderOf(value ?? "");
  return async ({ faults }) => faults.add(order);
}

function orderOf(text: string): FaultOrder {
  try {
    return bodies.fault.parse(JSON.parse(text));
  } catch (error) {
    throw wrong(say`That is no fault: ${error instanceof z.ZodError ? firstIssue(error) : "it is not JSON"}`);
  }
}

/** `when: Unrecognized key: "times"` */
function firstIssue({ issues: [issue] }: z.ZodError): string {
  return [...(issue?.path ?? []), issue?.message].join(": ");
}

function wrong(message: Text): SagctlError {
  return new SagctlError({
    kind: "usage",
    code: "bad-fault",
    message,
    tryThis: [say`An example: sagctl simulate faults --help`],
  });
}

function rowOf({ id, what, when, times, seen, fired }: Fault): readonly string[] {
  return [id, what, JSON.stringify(when), String(times ?? "once"), String(seen), String(fired)];
}
