import { covers, cutBy, type Range, rangeOf } from "./ipv4.ts";

/** Part of a block, and the narrowest route that covers it; undefined: no route does. */
export interface Piece<R> {
  readonly range: Range;
  readonly route: R | undefined;
}

/** Where a table sends a block of addresses: as many pieces as its routes cut it into. Routes that are no IPv4 are skipped. */
export function matchRoutes<R extends { readonly cidr: string }>(block: Range, routes: readonly R[]): Piece<R>[] {
  const known = routes.flatMap((route) => {
    const range = rangeOf(route.cidr);
    return range === undefined ? [] : [{ route, range }];
  });
  const size = ({ range }: { readonly range: Range }) => range.last - range.first;
  const pieces = cutBy(
    block,
    known.map(({ range }) => range),
  );
  return pieces.map((range) => {
    const fitting = known.filter((one) => covers(one.range, range)).sort((a, b) => size(a) - size(b));
    return { range, route: fitting[0]?.route };
  });
}
