/** Addresses as numbers from 0 to 2^32 - 1, both ends included. */
export interface Range {
  readonly first: number;
  readonly last: number;
}

/** An IPv4 block or a single address as a range, host bits ignored; undefined when it is neither. */
export function rangeOf(text: string): Range | undefined {
  const [, address, length = "32"] = /^(\d+\.\d+\.\d+\.\d+)(?:\/(\d+))?$/.exec(text) ?? [];
  const octets = address?.split(".").map(Number) ?? [];
  if (octets.length !== 4 || octets.some((octet) => octet > 255) || Number(length) > 32) return undefined;
  const number = octets.reduce((sum, octet) => sum * 256 + octet, 0);
  const size = 2 ** (32 - Number(length));
  const first = number - (number % size);
  return { first, last: first + size - 1 };
}

/** Whether all of `inner` lies in `outer`. */
export function covers(outer: Range, inner: Range): boolean {
  return outer.first <= inner.first && inner.last <= outer.last;
}

/** Source: RFC 1918. */
const privateRanges = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16"].flatMap((block) => rangeOf(block) ?? []);

/** Whether the whole block is private: sagctl opens security groups for no other. */
export function isPrivate(cidr: string): boolean {
  const range = rangeOf(cidr);
  return range !== undefined && privateRanges.some((one) => covers(one, range));
}

/** Whether the two have an address in common. */
export function touches(a: Range, b: Range): boolean {
  return a.first <= b.last && b.first <= a.last;
}

/** Cuts a range so that each of the others holds all of a piece or nothing of it. */
export function cutBy(whole: Range, others: readonly Range[]): Range[] {
  const inside = (at: number) => whole.first < at && at <= whole.last;
  const starts = [...new Set(others.flatMap(({ first, last }) => [first, last + 1]).filter(inside))].sort(
    (a, b) => a - b,
  );
  return [whole.first, ...starts].map((first, index) => ({ first, last: (starts[index] ?? whole.last + 1) - 1 }));
}
