import type { SimRequest } from "../action.ts";

/** One page by PageNum and PageSize (20 when not said), with what the answer says about it. */
export function pageOf<T>(items: readonly T[], { params }: SimRequest): { items: T[]; echo: Record<string, number> } {
  const [PageNum, PageSize] = [Number(params.PageNum ?? 1), Number(params.PageSize ?? 20)];
  const start = (PageNum - 1) * PageSize;
  return { items: items.slice(start, start + PageSize), echo: { PageNum, PageSize, TotalCount: items.length } };
}
