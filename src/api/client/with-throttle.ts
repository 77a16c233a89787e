import type { Clock } from "../../clock.ts";
import type { ApiCall, Cloud, Outcome } from "../call.ts";

/** How fast calls may leave, for each product and account. */
export interface ThrottleOptions {
  readonly clock: Clock;
  /** Calls a second and (product, account) in the long run. */
  readonly perSecond: number;
  /** Calls that may leave at once after a rest. */
  readonly burst: number;
}

/** Keeps under the rate limits, which count per API and account; their numbers for Smartag and Cbn are published nowhere. */
export function withThrottle(cloud: Cloud, options: ThrottleOptions): Cloud {
  const { clock, perSecond, burst } = options;
  const gapMs = 1_000 / perSecond;
  const due = new Map<string, number>();
  const send = async (call: ApiCall): Promise<Outcome> => {
    const pace = `${call.product} ${call.account}`;
    const now = clock.now();
    const at = Math.max(due.get(pace) ?? 0, now);
    due.set(pace, at + gapMs);
    const waitMs = at - now - (burst - 1) * gapMs;
    if (waitMs > 0) await clock.sleep(waitMs);
    return cloud.send(call);
  };
  return { send, serverNow: () => cloud.serverNow() };
}
