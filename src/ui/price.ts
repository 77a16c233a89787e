import type { Change } from "../engine/verdict.ts";
import { say, type Text } from "../text.ts";
import { money } from "./units.ts";

/** What is paid with the order, and what is billed afterwards for as long as it stands. */
export interface Cost {
  readonly currency: string;
  readonly now: number;
  readonly later: readonly { readonly amount: number; readonly per: "month" | "hour" | "GB" }[];
}

/** What a change costs, as far as anybody but an order page can say. */
export interface Price {
  /** In a few words: "CNY 7,000.00 (invented price)". */
  readonly says: Text;
  /** Where it can be read before it is paid, and from when it is billed. */
  readonly orderPage?: Text;
  /** The simulated cloud's own price. */
  readonly invented?: Cost;
}

/** Of the changes of a plan that cost money. */
export type Prices = ReadonlyMap<Change, Price>;

const article = { month: "a month", hour: "an hour", GB: "a GB" } as const;

/** "CNY 7,000.00 now, then CNY 3,000.00 a month (invented prices)". */
export function costWords({ currency, now, later }: Cost): Text {
  const rates = later.map((one) => `${money(one.amount, currency, false)} ${article[one.per]}`).join(" and ");
  const first = now === 0 ? "nothing" : money(now, currency, false);
  if (rates === "") return say`${first} (invented price)`;
  return say`${first} now, then ${rates} (invented ${now === 0 && later.length === 1 ? "price" : "prices"})`;
}

/** What all of it costs together, as far as that adds up; undefined as soon as one price is unknown. */
export function totalWords(prices: readonly (Price | undefined)[]): Text | undefined {
  const costs = prices.flatMap((price) => price?.invented ?? []);
  const [first] = costs;
  if (first === undefined || costs.length < prices.length) return undefined;
  if (costs.length === 1) return costWords(first);
  const rates = costs.flatMap((cost) => cost.later);
  const now = sum(costs.map((cost) => cost.now));
  const months = sum(rates.filter((one) => one.per === "month").map((one) => one.amount));
  const inWords = (amount: number) => money(amount, first.currency, false);
  // Rates by the hour and the GB are of different things: their sum is nobody's bill.
  const more = [
    ...(months > 0 ? [`${inWords(months)} a month`] : []),
    ...(rates.some((one) => one.per !== "month") ? ["what runs by hour and GB"] : []),
  ];
  const start = now === 0 ? "nothing" : inWords(now);
  if (more.length === 0) return say`${start} (invented prices)`;
  return say`${start} now, then ${more.join(" and ")} (invented prices)`;
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((whole, amount) => whole + amount, 0);
}
