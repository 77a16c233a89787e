import type { AccountName } from "../keys.ts";
import { type ApiCall, isLater, type Param } from "./call.ts";
import { CENTRAL, makeCall } from "./make-call.ts";

/** Whose key signs. */
export interface OfAccount {
  readonly account: AccountName;
}

/** A CEN by its id, `cen-…`, and whose key signs. */
export interface OfCen extends OfAccount {
  readonly cen: string;
}

/** A call of Cbn: a central service, to which a region is a parameter and no host. */
export function cbnCall(
  action: string,
  of: OfAccount,
  params: Readonly<Record<string, Param | undefined>> = {},
): ApiCall {
  return makeCall("Cbn", action, { account: of.account, region: CENTRAL }, params);
}

/** An account id is a Long on the wire, and its 16 digits are within what a number holds exactly. */
export function accountId(uid: string): number | string {
  return isLater(uid) ? uid : Number(uid);
}
