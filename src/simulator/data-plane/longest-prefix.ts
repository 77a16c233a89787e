import { contains, parsePrefix } from "../cidr.ts";

/** Whether an address lies within a prefix; never when either is malformed. */
export function isWithin(address: string, cidr: string): boolean {
  const [inner, outer] = [parsePrefix(`${address}/32`), parsePrefix(cidr)];
  return inner !== undefined && outer !== undefined && contains(outer, inner);
}

/** The entry with the longest prefix that holds the address; of equal ones the first. */
export function longestPrefix<T>(address: string, entries: readonly T[], cidrOf: (entry: T) => string): T | undefined {
  const fitting = entries.filter((entry) => isWithin(address, cidrOf(entry)));
  const maskOf = (entry: T) => parsePrefix(cidrOf(entry))?.mask ?? -1;
  return fitting.reduce<T | undefined>(
    (best, entry) => (best === undefined || maskOf(entry) > maskOf(best) ? entry : best),
    undefined,
  );
}
