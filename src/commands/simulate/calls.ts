import type { ExitCode } from "../../exit-codes.ts";
import type { Context } from "../context.ts";
import { moment } from "../moment.ts";
import { withControl } from "./with-control.ts";

/** Every call that arrived, without its parameters: among them are people's addresses. */
export function calls(context: Context): Promise<ExitCode> {
  const isFull = context.flags.json || context.flags.verbose;
  return withControl(context, async (control) => {
    const log = await control.calls();
    const rows = log.map((one) => [
      String(one.index),
      moment(one.at),
      one.kind,
      `${one.product}.${one.action}`,
      one.code || "OK",
      one.committed ? "yes" : "no",
      ...(isFull ? [one.requestId] : []),
    ]);
    const head = ["index", "time", "kind", "call", "answer", "changed", ...(isFull ? ["request"] : [])];
    context.ui.printTable("calls", { head, rows });
    const strange = Object.entries(await control.unmodelled());
    if (strange.length === 0) return;
    context.ui.printTable("not modelled", {
      head: ["name", "times"],
      rows: strange.map(([name, n]) => [name, `${n}`]),
    });
  });
}
