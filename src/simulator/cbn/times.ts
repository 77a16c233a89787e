/** `2026-11-23T09:00Z`: CBN leaves the seconds out. Source: samples of DescribeCens and ListTransitRouters. */
export function cbnTime(at: number): string {
  return `${new Date(at).toISOString().slice(0, 16)}Z`;
}
