import { findAction } from "../actions.ts";
import type { ApiCall, CallError, Outcome, Reply } from "../call.ts";
import { meaningOf } from "../codes.ts";
import { textAt } from "../reply-fields.ts";
import { redactText } from "./redact.ts";

/** One HTTP answer, its body already plain; `body` is undefined when it was no JSON object. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: Reply | undefined;
}

const good = new Set(["", "0", "200", "OK", "Success", "success"]);

/** What an answer means for its call: by Code, since good codes come with 500 and bad ones with 200. */
export function readAnswer(call: ApiCall, answer: Answer, secrets: readonly string[]): Outcome {
  const { body, status } = answer;
  if (body === undefined) return failed(call, answer, "sagctl.NoJson", "the answer is not a JSON object", secrets);
  const code = codeOf(body, status);
  const fine = good.has(code);
  // BSS says NotApplicable together with Success: true when the account belongs to the other site.
  if (String(body.Success) === "true" && code !== "NotApplicable") return { is: "answered", reply: body };
  if (!fine) return failed(call, answer, code, textAt(body, "Message", "message"), secrets);
  if (String(body.Success) === "false")
    return failed(call, answer, "sagctl.NoCode", "the service reports a failure without a code", secrets);
  if (status >= 400) return failed(call, answer, "sagctl.NoCode", `HTTP ${status} without a code`, secrets);
  if (requestIdOf(body) === "")
    return failed(
      call,
      answer,
      "sagctl.NoRequestId",
      "the answer is not from the service: it has no RequestId",
      secrets,
    );
  return { is: "answered", reply: body };
}

// Some gateways spell `code` small; in a good reply a field of that name could be anything.
function codeOf(body: Reply, status: number): string {
  return textAt(body, "Code") || (status >= 400 ? textAt(body, "code") : "");
}

const requestIdOf = (body: Reply): string => textAt(body, "RequestId", "requestId");

function failed(call: ApiCall, answer: Answer, code: string, message: string, secrets: readonly string[]): Outcome {
  const requestId = answer.body === undefined ? "" : requestIdOf(answer.body);
  const error: CallError = {
    code,
    message: redactText(message, call, secrets),
    httpStatus: answer.status,
    product: call.product,
    action: call.action,
    ...(requestId === "" ? {} : { requestId }),
  };
  const is = meaningOf(code, findAction(call.product, call.action));
  if (is !== "busy") return { is, error };
  const afterMs = retryAfter(answer);
  return afterMs === undefined ? { is, error } : { is, error, afterMs };
}

// Milliseconds, unlike the standard header of a similar name. Source: published SDK core and CLI, 2026.
function retryAfter(answer: Answer): number | undefined {
  const ms = Number(answer.headers["x-acs-retry-after"] ?? Number.NaN);
  return Number.isFinite(ms) && ms >= 0 ? ms : undefined;
}
