import type { AccountName } from "../keys.ts";
import type { Read } from "./call.ts";
import { CENTRAL, makeCall } from "./make-call.ts";
import { textAt } from "./reply-fields.ts";

/** Who a key belongs to. `UserId` is not here: for a RAM user it is not the account. */
export interface CallerIdentity {
  readonly accountId: string;
  readonly arn: string;
  /** Account, RAMUser, AssumedRoleUser. */
  readonly type: string;
}

/** Needs no permission, so it is the best check of a key. */
export function readCallerIdentity(of: { readonly account: AccountName }): Read<CallerIdentity> {
  return {
    call: makeCall("Sts", "GetCallerIdentity", { account: of.account, region: CENTRAL }, {}),
    take: ([reply = {}]) => ({
      accountId: textAt(reply, "AccountId"),
      arn: textAt(reply, "Arn"),
      type: textAt(reply, "IdentityType"),
    }),
    none: { accountId: "", arn: "", type: "" },
  };
}
