import type { Plan } from "../engine/events.ts";
import type { Prices } from "../ui/price.ts";
import type { OpenCloud } from "./context.ts";

/** What each purchase of a plan costs, asked before anybody is asked to pay. */
export async function pricesOf(cloud: OpenCloud, plan: Plan): Promise<Prices> {
  const purchases = plan.rows.flatMap((row) => row.changes).filter((change) => change.risk === "costs-money");
  return new Map(
    await Promise.all(purchases.map(async (change) => [change, await cloud.price(change.write.call)] as const)),
  );
}
