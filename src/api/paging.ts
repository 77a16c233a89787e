import type { ApiCall, Param, Read, Reply } from "./call.ts";
import { listAt, numberAt, once, textAt } from "./reply-fields.ts";

type Next = (last: Reply) => ApiCall | undefined;

/** The call for the page after `last`, by page number; `items` counts what the page holds. */
function byNumber(first: ApiCall, items: (page: Reply) => number): Next {
  return (last) => {
    const size = Number(first.params.PageSize);
    const page = numberAt(last, "PageNumber");
    const count = items(last);
    if (page === undefined || count === 0) return undefined;
    const total = numberAt(last, "TotalCount");
    const more = total === undefined ? count >= size : page * size < total;
    return more ? withParam(first, "PageNumber", page + 1) : undefined;
  };
}

/** The call for the page after `last`, by the token that it carries. */
export function byToken(first: ApiCall): Next {
  return (last) => {
    const token = textAt(last, "NextToken");
    return token === "" ? undefined : withParam(first, "NextToken", token);
  };
}

/** The same call with one parameter set otherwise. */
export function withParam(call: ApiCall, name: string, value: Param): ApiCall {
  return { ...call, params: { ...call.params, [name]: value } };
}

/** A list in numbered pages; `path` leads to its items. */
export function numberedList<T>(first: ApiCall, path: readonly string[], take: (item: Reply) => T): Read<readonly T[]> {
  const items = (page: Reply) => listAt(page, ...path);
  return {
    call: first,
    take: (pages) => pages.flatMap(items).map(take),
    next: byNumber(first, (page) => items(page).length),
    none: [],
  };
}

/** The same of things with an id: each of them once. */
export function numberedThings<T extends { readonly id: string }>(
  first: ApiCall,
  path: readonly string[],
  take: (item: Reply) => T,
): Read<readonly T[]> {
  return eachOnce(numberedList(first, path, take));
}

/** A list whose pages carry the token of the next one; `path` leads to its items. */
export function tokenList<T>(first: ApiCall, path: readonly string[], take: (item: Reply) => T): Read<readonly T[]> {
  return {
    call: first,
    take: (pages) => pages.flatMap((page) => listAt(page, ...path)).map(take),
    next: byToken(first),
    none: [],
  };
}

/** The same of things with an id: each of them once. */
export function tokenThings<T extends { readonly id: string }>(
  first: ApiCall,
  path: readonly string[],
  take: (item: Reply) => T,
): Read<readonly T[]> {
  return eachOnce(tokenList(first, path, take));
}

function eachOnce<T extends { readonly id: string }>(read: Read<readonly T[]>): Read<readonly T[]> {
  return { ...read, take: (pages) => once(read.take(pages)) };
}
