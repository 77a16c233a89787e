import type { ApiCall, Cloud, Outcome, Reply } from "../../../src/api/call.ts";
import type { Clock } from "../../../src/clock.ts";

/** A cloud that gives the outcomes of a list, the last one again and again; `sent` holds what it was asked. */
export function scriptedCloud(...script: readonly Outcome[]): { cloud: Cloud; sent: ApiCall[] } {
  const sent: ApiCall[] = [];
  const send = async (call: ApiCall): Promise<Outcome> => {
    sent.push(call);
    return script[Math.min(sent.length, script.length) - 1] ?? answered({});
  };
  return { cloud: { send, serverNow: () => 0 }, sent };
}

export const answered = (reply: Reply): Outcome => ({ is: "answered", reply: { RequestId: "A", ...reply } });

export function failed(is: "busy" | "refused" | "unsent" | "unknown", code: string, message = "because"): Outcome {
  const error = { code, message, requestId: "REQ-1", product: "Smartag", action: "DescribeRegions" } as const;
  return { is, error };
}

/** A clock whose sleeps are over at once; `slept` holds them. */
export function instantClock(): Clock & { readonly slept: number[] } {
  const slept: number[] = [];
  let now = 0;
  const sleep = async (ms: number): Promise<void> => {
    slept.push(ms);
    now += ms;
  };
  return { slept, sleep, now: () => now, during: (io) => io };
}
