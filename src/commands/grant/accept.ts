import { SagctlError } from "../../errors.ts";
import type { ExitCode } from "../../exit-codes.ts";
import { readGrantRequest } from "../../network/grant-request.ts";
import { say } from "../../text.ts";
import { applyIn } from "../apply.ts";
import type { Context } from "../context.ts";
import { moment } from "../moment.ts";
import { inSession } from "../session.ts";

/** The VPC owner's half of a grant: shows what is asked for, and grants it. */
export async function acceptGrant(context: Context, token: string): Promise<ExitCode> {
  const { until, owner, cenOwner } = readGrantRequest(token);
  if (owner === cenOwner) throw sameOwner(owner);
  try {
    return await inSession(context, { doing: "grant", readOnly: context.flags.dryRun ?? false }, (session) => {
      if (session.cloud.cloud.serverNow() > until) throw expired(until);
      if (!session.cloud.holds(owner)) throw notForYou(owner);
      return applyIn(context, session, "grant");
    });
  } catch (error) {
    // Of neither account that the request names.
    if (error instanceof SagctlError && error.code === "wrong-account") throw notForYou(owner);
    throw error;
  }
}

function sameOwner(owner: string): SagctlError {
  return new SagctlError({
    kind: "usage",
    code: "grant-request-to-itself",
    message: say`The request names account ${owner} as owner of the CEN and of the VPC too: it needs no grant of itself`,
    tryThis: [say`Tell its sender: under accounts each of the two has an id of its own`],
  });
}

function expired(until: number): SagctlError {
  return new SagctlError({
    kind: "guard",
    code: "grant-request-expired",
    message: say`The request was good until ${moment(until)}`,
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
