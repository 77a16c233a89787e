/** True when both name the same two areas or regions, in whatever order and case. */
export function isSamePair(one: readonly [string, string], other: readonly [string, string]): boolean {
  const [a, b] = one.map((end) => end.toLowerCase()).sort();
  const [c, d] = other.map((end) => end.toLowerCase()).sort();
  return a === c && b === d;
}
