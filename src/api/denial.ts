import type { AccountName } from "../keys.ts";
import { say, type Text } from "../text.ts";
import { permissionOf } from "./actions.ts";
import type { ApiCall, CallError } from "./call.ts";
import { isTimeOff } from "./codes.ts";

/** Why a call was denied, as a stable code, and what to do about it. */
export interface Denial {
  readonly code: "clock-skew" | "no-credentials" | "credentials-refused" | "permission-missing";
  readonly tryThis: readonly Text[];
}

/** Reads a Code for which `isDenied` holds: the clock, no key, a wrong key, or a right that the key lacks. */
export function readDenial(call: ApiCall, { code, tryThis: known = [] }: CallError): Denial {
  const { account } = call;
  if (isTimeOff(code)) {
    const tryThis = [say`Set this machine's clock: the service takes requests up to 15 minutes off its own time`];
    return { code: "clock-skew", tryThis };
  }
  if (code === "sagctl.NoCredentials")
    return { code: "no-credentials", tryThis: [...known, say`Which key is used: sagctl whoami`] };
  if (/^(Invalid(AccessKeyId|SecurityToken)|Missing|SignatureDoesNotMatch|IncompleteSignature)/.test(code)) {
    const key = say`The key of the account ${account} is wrong, switched off or expired. Which one is used: sagctl whoami`;
    return { code: "credentials-refused", tryThis: [key] };
  }
  if (/^NoPermission\.AliyunServiceRole/.test(code))
    return { code: "permission-missing", tryThis: roleMissing(account) };
  return {
    code: "permission-missing",
    tryThis: [
      say`Allow the RAM action ${permissionOf(call)} to the user or role that sagctl runs as in the account ${account}`,
      say`Who that is: sagctl whoami. All RAM actions of a run: sagctl plan --permissions`,
    ],
  };
}

/** The account's first connection makes the role, and it is the maker who needs the right. Source: current API pages. */
function roleMissing(account: AccountName): readonly Text[] {
  return [
    say`Transit routers need the service-linked role AliyunServiceRoleForCEN, which the account ${account} does not have yet`,
    say`Allow the RAM action ram:CreateServiceLinkedRole, for the service cen.aliyuncs.com, to the user or role that sagctl runs as`,
    say`Or let an administrator connect one VPC to a transit router in the CEN console: that makes the role once for all`,
  ];
}
