import type { Reply } from "./call.ts";
import { textAt } from "./reply-fields.ts";

/** Who pays for a VPC's connection to a transit router. */
export type Payer = "cen-owner" | "resource-owner";

const orderTypes: Readonly<Record<Payer, string>> = {
  "cen-owner": "PayByCenOwner",
  "resource-owner": "PayByResourceOwner",
};

/** The payer as OrderType spells it. */
export function orderType(payer: Payer): string {
  return orderTypes[payer];
}

/** What was asked for, not EffectiveOrderType, which lags behind; "" where the service does not say. */
export function payerSeen(from: Reply): Payer | "" {
  const spelled = textAt(from, "OrderType");
  const [payer = ""] = (["cen-owner", "resource-owner"] as const).filter((one) => orderTypes[one] === spelled);
  return payer;
}
