import { SagctlError } from "../../errors.ts";
import type { ExitCode } from "../../exit-codes.ts";
import { readGrantRequest } from "../../network/grant-request.ts";
import { say } from "../../text.ts";
import { applyIn } from "../apply.ts";
import type { Context } from "../context.ts";
import { inSession } from "../session.ts";

/** The VPC owner's half of a grant: shows what is asked for, and grants it. */
export function acceptGrant(context: Context, token: string): Promise<ExitCode> {
  const { until, owner } = readGrantRequest(token);
  return inSession(context, { doing: "grant", readOnly: context.flags.dryRun ?? false }, (session) => {
    if (session.cloud.cloud.serverNow() > until) throw expired(until);
    if (!session.cloud.holds(owner)) throw notForYou(owner);
    return applyIn(context, session, "grant");
  });
}

function expired(until: number): SagctlError {
  return new SagctlError({
    kind: "guard",
    code: "grant-request-expired",
    message: say`The request was good until ${new Date(until).toISOString()}`,
    tryThis: [say`Ask its sender for another one: sagctl grant --request`],
  });
}

function notForYou(owner: string): SagctlError {
  return new SagctlError({
    kind: "guard",
    code: "grant-request-of-another",
    message: say`The request is for account ${owner}, whose key is not here`,
    tryThis: [say`Use that account's key: --profile NAME; which one is used now: sagctl whoami`],
  });
}
