/** An IPv4 prefix as the simulated cloud computes with it: first and last address as numbers. */
export interface Prefix {
  first: number;
  last: number;
  mask: number;
}

/** The number of a dotted address; undefined when it is none. */
export function parseAddress(text: string): number | undefined {
  if (!/^(0|[1-9]\d{0,2})(\.(0|[1-9]\d{0,2})){3}$/.test(text)) return undefined;
  const bytes = text.split(".").map(Number);
  return bytes.every((byte) => byte <= 255) ? bytes.reduce((sum, byte) => sum * 256 + byte, 0) : undefined;
}

/** `10.1.0.0/24` as a prefix; undefined when it is malformed or host bits are set. */
export function parsePrefix(text: string): Prefix | undefined {
  const [address = "", length = "", ...rest] = text.split("/");
  const first = parseAddress(address);
  if (first === undefined || rest.length > 0 || !/^(0|[1-9]\d?)$/.test(length) || Number(length) > 32) return undefined;
  const mask = Number(length);
  const size = 2 ** (32 - mask);
  return first % size === 0 ? { first, last: first + size - 1, mask } : undefined;
}

export function overlaps(a: Prefix, b: Prefix): boolean {
  return a.first <= b.last && b.first <= a.last;
}

export function contains(outer: Prefix, inner: Prefix): boolean {
  return outer.first <= inner.first && inner.last <= outer.last;
}

/** Whether two lists of prefixes in text have an address in common; malformed ones have none. */
export function anyOverlap(ones: readonly string[], others: readonly string[]): boolean {
  return ones.some((one) => others.some((other) => overlapText(one, other)));
}

function overlapText(one: string, other: string): boolean {
  const [a, b] = [parsePrefix(one), parsePrefix(other)];
  return a !== undefined && b !== undefined && overlaps(a, b);
}
