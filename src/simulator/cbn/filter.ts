import { type ParameterRule, Refusal } from "../action.ts";

export const filterParameter = {
  type: "list",
  of: { Key: { type: "string" }, Value: { type: "list" } },
} as const satisfies ParameterRule;

interface Filter {
  readonly Key?: string;
  readonly Value?: readonly string[];
}

/** What a thing answers when a filter asks for one of its keys. */
export type Answers<T> = Readonly<Record<string, (thing: T) => readonly string[]>>;

/**
 * `Filter.1.Key=Status&Filter.1.Value.1=Idle`: values of one key are alternatives, keys add up unless `anyKey`.
 * At most 5 keys with 5 values each. Source: current API pages of DescribeCens and DescribeCenBandwidthPackages.
 */
export function filtered<T>(list: readonly T[], filter: unknown, answers: Answers<T>, anyKey = false): T[] {
  const filters = (filter ?? []) as readonly Filter[];
  if (filters.length > 5 || filters.some((one) => (one.Value?.length ?? 0) > 5)) {
    throw new Refusal(400, "InvalidParameter", "A filter has at most 5 keys of at most 5 values.");
  }
  const tests = filters.map((one) => test(one, answers));
  if (tests.length === 0) return [...list];
  return list.filter((thing) => (anyKey ? tests.some((fits) => fits(thing)) : tests.every((fits) => fits(thing))));
}

function test<T>(filter: Filter, answers: Answers<T>): (thing: T) => boolean {
  const answer = answers[filter.Key ?? ""];
  if (!answer) throw new Refusal(400, "FilterKey.NotSupport", "The filter key is not supported.");
  return (thing) => answer(thing).some((value) => filter.Value?.includes(value));
}
