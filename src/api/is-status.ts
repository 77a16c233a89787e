/** Statuses are kept as spelled; document generations differ in case (`ACTIVE`, `Active`, `init`, `Init`). */
export function isStatus(seen: string, ...wanted: readonly string[]): boolean {
  const lower = seen.toLowerCase();
  return wanted.some((one) => one.toLowerCase() === lower);
}
