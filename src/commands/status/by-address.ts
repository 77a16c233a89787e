import { rangeOf } from "../../path/ipv4.ts";

/** Routes in the order of their blocks; what is no IPv4 block comes last. */
export function byAddress<R extends { readonly cidr: string }>(routes: readonly R[]): readonly R[] {
  const last = Number.POSITIVE_INFINITY;
  const at = ({ cidr }: R) => rangeOf(cidr) ?? { first: last, last };
  return routes.toSorted((a, b) => at(a).first - at(b).first || at(a).last - at(b).last || 0);
}
