/** How long to wait before the cloud is looked at again: a second at first, then a twentieth of the time waited. */
export function settlingPauseMs(waitedMs: number): number {
  return Math.min(30_000, Math.max(1_000, Math.round(waitedMs / 20)));
}

/** People and parcels are slower: five seconds at first, half an hour at the most. */
export function patiencePauseMs(waitedMs: number): number {
  return Math.min(30 * 60_000, Math.max(5_000, Math.round(waitedMs / 5)));
}

/** After a refusal that says "busy": obeys the service's own word, else grows from two seconds. */
export function busyPauseMs(times: number, afterMs?: number): number {
  return afterMs ?? Math.min(30_000, 2_000 * 2 ** Math.min(times, 4));
}
