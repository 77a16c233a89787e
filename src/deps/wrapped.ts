import type { Cloud, SentCall } from "../api/call.ts";
import { withRecord } from "../api/client/with-record.ts";
import { withRetriedReads } from "../api/client/with-retried-reads.ts";
import type { Clock } from "../clock.ts";
import type { Host } from "../host.ts";

/** Hears of each call as its answer comes. */
export type Heard = (sent: SentCall) => void;

interface WrappedParts {
  readonly clock: Clock;
  readonly host: Pick<Host, "random" | "stop">;
  readonly heard?: Heard | undefined;
}

/** The same coats for every cloud: every call recorded, reads tried again. */
export function wrapped(
  raw: Cloud,
  { clock, host, heard }: WrappedParts,
): { readonly cloud: Cloud; readonly calls: readonly SentCall[] } {
  const recorded = withRecord(raw, heard);
  const { random, stop } = host;
  return { cloud: withRetriedReads(recorded.cloud, { clock, random, tries: 5, stop }), calls: recorded.calls };
}
