import { stepOf } from "../keys.ts";
import type { Summary } from "../ui/summary-screen.ts";
import type { Session } from "./session.ts";

/** The figures of a run: steps, calls, time, money. */
export async function summaryOf(session: Session, tookMs: number): Promise<Summary> {
  const { cloud, nodes, startedAt } = session;
  const writes = cloud.calls.filter((one) => one.kind === "write").length;
  const spent = await cloud.spent();
  const amount = spent.reduce((sum, one) => sum + one.amount, 0);
  const currency = spent[0]?.currency ?? "CNY";
  return {
    steps: new Set(nodes.map((node) => stepOf(node.key))).size,
    writes,
    reads: cloud.calls.length - writes,
    tookMs,
    ...(cloud.name === "real" ? {} : { cloudMs: cloud.clock.now() - startedAt }),
    ...(amount > 0 ? { spent: [{ amount, currency }] } : {}),
  };
}
