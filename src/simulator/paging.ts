import { Refusal, type SimRequest } from "./action.ts";

interface Page<T> {
  items: readonly T[];
  /** PageNumber, PageSize and TotalCount, as every list of this style echoes them. */
  echo: { PageNumber: number; PageSize: number; TotalCount: number };
}

function wholeNumber(request: SimRequest, name: string, usual: number, most: number): number {
  const value = Number(request.params[name] ?? usual);
  if (Number.isInteger(value) && value >= 1 && value <= most) return value;
  throw new Refusal(400, "InvalidParameter", `${name} has to be a whole number from 1 to ${most}.`);
}

/** One page of a list by PageNumber and PageSize. A size above the documented most is refused (assumption: no source). */
export function pageOf<T>(items: readonly T[], request: SimRequest, most = 50): Page<T> {
  const number = wholeNumber(request, "PageNumber", 1, 1_000_000);
  const size = wholeNumber(request, "PageSize", 10, most);
  const start = (number - 1) * size;
  const echo = { PageNumber: number, PageSize: size, TotalCount: items.length };
  return { items: items.slice(start, start + size), echo };
}

/** How a list names its page size, what it is by default, and its bounds. */
interface TokenStyle {
  size: string;
  usual: number;
  least?: number;
  most: number;
}

/** One page of a list by NextToken; an empty token says that nothing follows. A made-up token is refused. */
export function tokenPageOf<T>(items: readonly T[], request: SimRequest, style: TokenStyle) {
  const size = wholeNumber(request, style.size, style.usual, style.most);
  if (size < (style.least ?? 1)) {
    throw new Refusal(400, "InvalidParameter", `${style.size} has to be at least ${style.least}.`);
  }
  const start = readToken(request.params.NextToken);
  const end = start + size;
  return { items: items.slice(start, end), next: end < items.length ? writeToken(end) : "" };
}

function writeToken(start: number): string {
  return Buffer.from(`from-${start}`).toString("base64url");
}

function readToken(token: unknown): number {
  if (token === undefined || token === "") return 0;
  const start = /^from-(\d+)$/.exec(Buffer.from(String(token), "base64url").toString())?.[1];
  if (start === undefined)
    throw new Refusal(400, "InvalidParameter.NextToken", "NextToken was not given by this list.");
  return Number(start);
}
