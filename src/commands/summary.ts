import type { SentCall } from "../api/call.ts";
import { isOfProbe } from "../api/cloud-assistant.ts";
import { hashCall } from "../engine/call-hash.ts";
import { type ItemKey, stepOf } from "../keys.ts";
import type { Summary } from "../ui/screens/summary-screen.ts";
import type { Spent } from "./context.ts";
import type { Session } from "./session.ts";

/** The figures of a run: steps, calls, time, money. `targets`: all that it was to change, where that is not everything. */
export async function summaryOf(
  session: Session,
  tookMs: number,
  targets?: ReadonlySet<ItemKey> | undefined,
): Promise<Summary> {
  const { cloud, nodes, startedAt } = session;
  const probes = cloud.calls.filter((one) => one.kind === "probe").length;
  // What a probe asks for its own sake is no look at the network.
  const calls = cloud.calls.filter(({ call }) => !isOfProbe(call));
  const writes = calls.filter((one) => one.kind === "write").length;
  const polls = countPolls(calls);
  const spent = await cloud.spent();
  const paid = sumOf(spent.filter(({ status }) => status === "paid"));
  const unpaid = sumOf(spent.filter(({ status }) => status === "unpaid"));
  return {
    steps: new Set([...(targets ?? nodes.map((node) => node.key))].map(stepOf)).size,
    writes,
    reads: calls.length - writes - polls,
    ...(polls > 0 ? { polls } : {}),
    ...(probes > 0 ? { probes } : {}),
    tookMs,
    ...(cloud.name === "real" ? {} : { cloudMs: cloud.clock.now() - startedAt }),
    ...(paid.length > 0 ? { spent: paid } : {}),
    ...(unpaid.length > 0 ? { unpaid } : {}),
  };
}

function sumOf(orders: readonly Spent[]): NonNullable<Summary["spent"]> {
  const amount = orders.reduce((sum, one) => sum + one.amount, 0);
  return amount > 0 ? [{ amount, currency: orders[0]?.currency ?? "CNY" }] : [];
}

/** Reads that were sent again although nothing had been written since: somebody or something was waited for. */
function countPolls(calls: readonly SentCall[]): number {
  const asked = new Set<string>();
  let polls = 0;
  for (const { call, kind } of calls) {
    const hash = hashCall(call);
    if (kind === "write") asked.clear();
    else if (asked.has(hash)) polls += 1;
    else asked.add(hash);
  }
  return polls;
}
