import { say, type Text } from "../text.ts";
import { permissionOf } from "./actions.ts";
import type { ApiCall, CallError } from "./call.ts";

/** Why a call was denied, as a stable code, and what to do about it. */
export interface Denial {
  readonly code: "clock-skew" | "no-credentials" | "credentials-refused" | "permission-missing";
  readonly tryThis: readonly Text[];
}

/** Reads a Code for which `isDenied` holds: the clock, no key, a wrong key, or a right that the key lacks. */
export function readDenial(call: ApiCall, { code, tryThis: known = [] }: CallError): Denial {
  const { account } = call;
  if (/^(InvalidTimeStamp|IllegalTimestamp)/.test(code)) {
    const tryThis = [say`Set this machine's clock: the service takes requests up to 15 minutes off its own time`];
    return { code: "clock-skew", tryThis };
  }
  if (code === "sagctl.NoCredentials")
    return { code: "no-credentials", tryThis: [...known, say`Which key is used: sagctl whoami`] };
  if (/^(Invalid(AccessKeyId|SecurityToken)|Missing|SignatureDoesNotMatch|IncompleteSignature)/.test(code)) {
    const key = say`The key of the account ${account} is wrong, switched off or expired. Which one is used: sagctl whoami`;
    return { code: "credentials-refused", tryThis: [key] };
  }
  return {
    code: "permission-missing",
    tryThis: [
      say`Allow the RAM action ${permissionOf(call)} to the user or role that sagctl runs as in the account ${account}`,
      say`Who that is: sagctl whoami. All RAM actions of a run: sagctl plan --permissions`,
    ],
  };
}
