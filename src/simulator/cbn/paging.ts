import { type ParameterRule, Refusal, type SimRequest } from "../action.ts";
import { whole } from "./fields.ts";

/** The two parameters of every paged list. */
export const pagingParameters = {
  PageNumber: { type: "integer" },
  PageSize: { type: "integer" },
} as const satisfies Record<string, ParameterRule>;

export interface Page<T> {
  readonly page: readonly T[];
  readonly counts: { PageNumber: number; PageSize: number; TotalCount: number };
}

/** One page of a list: PageSize is 10 unless told, at most 50 (routes: 500). Source: current API pages. */
export function pageOf<T>(request: SimRequest, list: readonly T[], most = 50): Page<T> {
  const number = whole(request, "PageNumber") ?? 1;
  const size = whole(request, "PageSize") ?? 10;
  if (number < 1 || size < 1 || size > most) {
    throw new Refusal(400, "InvalidParameter", "The page asked for is not one that this list has.");
  }
  const counts = { PageNumber: number, PageSize: size, TotalCount: list.length };
  return { page: list.slice((number - 1) * size, number * size), counts };
}
