import { SagctlError } from "../errors.ts";
import { say, type Text } from "../text.ts";
import type { ApiCall, CallError, Cloud, Outcome, Read, Reply } from "./call.ts";
import { isDenied, saysAbsent } from "./codes.ts";
import { readDenial } from "./denial.ts";
import { readingOf } from "./readings.ts";

/** All pages of a read. Throws denied (exit 4), unreachable (9) or cloud-refused (5), naming call, request and what to do. */
export async function readAll<T>(cloud: Cloud, read: Read<T>): Promise<T> {
  const pages: Reply[] = [];
  const asked = new Set<string>();
  let call: ApiCall | undefined = read.call;
  while (call !== undefined && !asked.has(JSON.stringify(call.params))) {
    asked.add(JSON.stringify(call.params));
    const outcome: Outcome = await cloud.send(call);
    if (outcome.is === "answered") pages.push(withPage(outcome.reply, call));
    else if (saysAbsent(call.action, outcome.error.code)) return read.none;
    else throw readError(call, outcome);
    call = read.next?.(pages[pages.length - 1] ?? {});
  }
  return read.take(pages);
}

// A reply that does not say which page it is must not end the list early.
function withPage(reply: Reply, call: ApiCall): Reply {
  const { PageNumber } = call.params;
  return PageNumber === undefined || reply.PageNumber !== undefined ? reply : { ...reply, PageNumber };
}

/** The error for a person out of what became of a call that changes nothing: a read, or a probe. */
export function readError(call: ApiCall, outcome: Exclude<Outcome, { is: "answered" }>): SagctlError {
  const { error } = outcome;
  if (isDenied(error.code)) return deniedError(call, error);
  if (outcome.is === "refused" || outcome.is === "already") {
    return errorOf("cloud-refused", "cloud-refused", error, refusal(error), readingOf(error.code));
  }
  return unreachableError(error, outcome.is === "busy");
}

function refusal(error: CallError): Text {
  return say`${error.product} refused ${error.action}: ${error.code}: ${error.message}${requestOf(error)}`;
}

function deniedError(call: ApiCall, error: CallError): SagctlError {
  const { code, tryThis } = readDenial(call, error);
  const unsent = say`${error.product} ${error.action} was not sent: ${error.message}`;
  return errorOf("denied", code, error, code === "no-credentials" ? unsent : refusal(error), tryThis);
}

function unreachableError(error: CallError, isBusy: boolean): SagctlError {
  const again = say`Run the same command again: it goes on from here`;
  if (isBusy) {
    const message = say`${error.product} was too busy for ${error.action} to the last: ${error.code}: ${error.message}${requestOf(error)}`;
    return errorOf("unreachable", "cloud-busy", error, message, [again]);
  }
  const message = say`No answer to ${error.product} ${error.action}: ${error.message} (${error.code})${requestOf(error)}`;
  if (error.code === "sagctl.WebPage") {
    const proxy = say`Something between here and Alibaba Cloud answered instead: a proxy, a login page of the network, or a firewall`;
    return errorOf("unreachable", "cloud-unreachable", error, message, [proxy, again]);
  }
  return errorOf("unreachable", "cloud-unreachable", error, message, [say`Check the network of this machine`, again]);
}

function requestOf(error: CallError): string {
  return error.requestId === undefined ? "" : ` (request ${error.requestId})`;
}

function errorOf(
  kind: "denied" | "unreachable" | "cloud-refused",
  code: string,
  error: CallError,
  message: Text,
  tryThis: readonly Text[],
): SagctlError {
  const { requestId } = error;
  return new SagctlError({ kind, code, message, tryThis, cause: error, ...(requestId ? { requestId } : {}) });
}
