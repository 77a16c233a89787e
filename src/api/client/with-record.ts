import { kindOf } from "../actions.ts";
import type { ApiCall, Cloud, Outcome, SentCall } from "../call.ts";
import { redactCall } from "./redact.ts";

/** Keeps what was sent, for `--verbose` and for tests; `tell` hears of each call as its answer comes. */
export function withRecord(
  cloud: Cloud,
  tell?: (sent: SentCall) => void,
): { readonly cloud: Cloud; readonly calls: readonly SentCall[] } {
  const calls: SentCall[] = [];
  const send = async (call: ApiCall): Promise<Outcome> => {
    const outcome = await cloud.send(call);
    const sent = sentCall(call, outcome);
    calls.push(sent);
    tell?.(sent);
    return outcome;
  };
  return { cloud: { send, serverNow: () => cloud.serverNow() }, calls };
}

function sentCall(call: ApiCall, outcome: Outcome): SentCall {
  const error = outcome.is === "answered" ? undefined : outcome.error;
  const requestId = outcome.is === "answered" ? String(outcome.reply.RequestId ?? "") : (error?.requestId ?? "");
  return { call: redactCall(call), kind: kindOf(call), outcome: outcome.is, code: error?.code ?? "", requestId };
}
