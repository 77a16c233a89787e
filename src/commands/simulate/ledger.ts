import type { ExitCode } from "../../exit-codes.ts";
import type { Context } from "../context.ts";
import { moment } from "../moment.ts";
import { withControl } from "./with-control.ts";

/** Every order, with its invented price. */
export function ledger(context: Context): Promise<ExitCode> {
  return withControl(context, async (control) => {
    const orders = await control.ledger();
    const rows = orders.map((one) => [
      one.orderId,
      moment(one.at),
      one.what,
      one.instanceIds.join(" "),
      `CNY ${one.price.toFixed(2)}`,
      one.status,
    ]);
    context.ui.printTable("ledger", { head: ["order", "time", "what", "for", "price (invented)", "status"], rows });
  });
}
