import type { Clock } from "../../clock.ts";
import { kindOf } from "../actions.ts";
import type { ApiCall, Cloud, Outcome } from "../call.ts";

/** How patiently a read is tried again. */
export interface RetryOptions {
  readonly clock: Clock;
  /** Between 0 and 1, for full jitter. */
  readonly random: () => number;
  /** How often a read is sent at the most. */
  readonly tries: number;
  /** Ends the pauses between the tries, and the trying. */
  readonly stop?: AbortSignal;
}

// Each of these is worth one more try with a fresh nonce, or with the service's clock.
const ONCE: readonly string[] = ["SignatureNonceUsed", "InvalidTimeStamp.Expired"];

/** Reads are sent again while the cloud is busy or out of reach; a write or a probe is sent once, whatever happens. */
export function withRetriedReads(cloud: Cloud, options: RetryOptions): Cloud {
  const send = async (call: ApiCall): Promise<Outcome> => {
    if (kindOf(call) !== "read") return cloud.send(call);
    let outcome = await cloud.send(call);
    const seen = new Set<string>();
    for (let sent = 1; sent < options.tries && isWorthRetrying(outcome, seen); sent += 1) {
      await options.clock.sleep(pauseMs(outcome, sent, options.random()), options.stop);
      if (options.stop?.aborted) return outcome;
      outcome = await cloud.send(call);
    }
    return outcome;
  };
  return { send, serverNow: () => cloud.serverNow() };
}

function isWorthRetrying(outcome: Outcome, seen: Set<string>): boolean {
  if (outcome.is === "answered" || outcome.is === "already") return false;
  const { code } = outcome.error;
  // Its time ran out on the way, and may do so again: a machine that wakes up hears old answers and then its own new clock.
  if (outcome.is === "unsent") return true;
  if (!ONCE.includes(code)) return outcome.is !== "refused";
  if (seen.has(code)) return false;
  seen.add(code);
  return true;
}

// Full jitter under a bound that doubles from one second to twenty; the service's own word comes first.
function pauseMs(outcome: Outcome, sent: number, random: number): number {
  if (outcome.is === "busy" && outcome.afterMs !== undefined) return outcome.afterMs;
  return Math.round(random * Math.min(20_000, 1_000 * 2 ** (sent - 1)));
}
