import { Refusal } from "../action.ts";

/** What leaves the cloud, before the way back spoils it. */
export interface Answer {
  readonly status: number;
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

export interface AnswerContext {
  readonly requestId: string;
  readonly host: string;
  readonly product: string;
  /** The world's clock. */
  readonly now: number;
}

function answer(status: number, body: Record<string, unknown>, context: AnswerContext): Answer {
  const headers = {
    "content-type": "application/json;charset=utf-8",
    date: new Date(context.now).toUTCString(),
    "x-acs-request-id": context.requestId,
  };
  return { status, body: JSON.stringify(body), headers };
}

/** 200 and the action's fields. */
export function successAnswer(reply: Readonly<Record<string, unknown>>, context: AnswerContext): Answer {
  return answer(200, { RequestId: context.requestId, ...reply }, context);
}

/** The ordinary RPC error body; a Refusal of status 200 is the business failure that orders answer with. */
export function refusalAnswer(refusal: Refusal, context: AnswerContext): Answer {
  const { requestId: RequestId, host: HostId, product } = context;
  const { status, code: Code, message: Message, extra } = refusal;
  if (status === 200) return answer(200, { RequestId, Success: false, Code, Message, ...extra }, context);
  const query = new URLSearchParams({ q: Code, product, requestId: RequestId });
  const Recommend = `https://api.aliyun.com/troubleshoot?${query}`;
  const refused = answer(status, { RequestId, HostId, Code, Message, Recommend, ...extra }, context);
  const retryAfterMs = refusal instanceof Throttled ? refusal.retryAfterMs : undefined;
  if (retryAfterMs === undefined) return refused;
  return { ...refused, headers: { ...refused.headers, "x-acs-retry-after": String(retryAfterMs) } };
}

/** A refusal for calling too often; some replies say how long to wait, in milliseconds. */
export class Throttled extends Refusal {
  readonly retryAfterMs: number | undefined;

  constructor(status: number, code: string, retryAfterMs: number | undefined) {
    super(status, code, "Request was denied due to user flow control.");
    this.retryAfterMs = retryAfterMs;
  }
}
