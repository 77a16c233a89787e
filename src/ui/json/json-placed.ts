import type { Placing } from "../layout/frame.ts";

type Whose = Parameters<Placing>[1];

/** The same JSON with every command in its sentences completed; what another account must do in words for them. */
export function withPlaces(value: unknown, placing: Placing, whose: Whose = "reader"): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map((one) => withPlaces(one, placing, whose));
  const fields = Object.entries(value).map(([name, one]) => {
    if ((name === "text" || name === "command") && typeof one === "string") return [name, placing(one, whose)];
    const isTheirs = name === "tryThis" && "who" in value && value.who === "account";
    return [name, withPlaces(one, placing, isTheirs ? "other account" : whose)];
  });
  return Object.fromEntries(fields);
}
