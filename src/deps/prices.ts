import type { ApiCall } from "../api/call.ts";
import { orderPageOf } from "../api/order-pages.ts";
import type { Quote } from "../simulator/action.ts";
import { say } from "../text.ts";
import { costWords, type Price } from "../ui/price.ts";

/** Nobody but the order page knows: no action of the real services tells a price. */
export function unknownPrice(call: ApiCall): Price {
  return { says: say`price unknown to sagctl`, orderPage: orderPageOf(call) };
}

/** Where the simulated cloud has none for a call, it is as unknown as on the real one. */
export function inventedPrice(call: ApiCall, quote: Quote | undefined): Price {
  if (quote === undefined) return unknownPrice(call);
  const later = (quote.later ?? []).map(({ price, per }) => ({ amount: price, per }));
  const invented = { currency: "CNY", now: quote.now, later };
  return { says: costWords(invented), invented };
}
