import type { SimRequest } from "../action.ts";
import { tokenPageOf } from "../paging.ts";

/** One page by NextToken and MaxResults, 100 at most. Source: published SDK model, 2026-06. */
export function nextPage<T>(items: readonly T[], request: SimRequest, usual = 20) {
  const page = tokenPageOf(items, request, { size: "MaxResults", usual, most: 100 });
  const MaxResults = Number(request.params.MaxResults ?? usual);
  return { items: page.items, echo: { NextToken: page.next, MaxResults, TotalCount: items.length } };
}
