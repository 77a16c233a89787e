import type { Cloud } from "../api/call.ts";
import { type SentCall, withRecord } from "../api/with-record.ts";
import { withRetriedReads } from "../api/with-retried-reads.ts";
import type { Clock } from "../clock.ts";

/** The same coats for every cloud: every call recorded, reads tried again. */
export function wrapped(
  raw: Cloud,
  clock: Clock,
  random: () => number,
  stop: AbortSignal,
): { readonly cloud: Cloud; readonly calls: readonly SentCall[] } {
  const recorded = withRecord(raw);
  return { cloud: withRetriedReads(recorded.cloud, { clock, random, tries: 5, stop }), calls: recorded.calls };
}
