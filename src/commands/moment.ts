/** `2026-03-02 01:00 UTC`, on the service's clock or the simulated one. */
export function moment(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 16).replace("T", " ")} UTC`;
}
