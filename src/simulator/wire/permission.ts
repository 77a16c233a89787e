import { Refusal, type SimAction } from "../action.ts";
import type { SimKey } from "../world.ts";
import type { Signer } from "./authenticate.ts";

/** Whether a key's policy denies a RAM action: exactly, or by `product:*`. */
export function isDenied(key: SimKey, permission: string): boolean {
  return (key.denied ?? []).some(
    (rule) => rule === permission || rule === `${permission.split(":")[0]}:*` || rule === "*",
  );
}

function principal({ account, key }: Signer): Record<string, string> {
  if (key.role !== undefined) {
    return { AuthPrincipalType: "AssumedRoleUser", AuthPrincipalDisplayName: key.role.replace("/", ":") };
  }
  if (key.user !== undefined) return { AuthPrincipalType: "SubUser", AuthPrincipalDisplayName: key.user };
  return { AuthPrincipalType: "RootUser", AuthPrincipalDisplayName: account.uid };
}

/** The refusal of a call that no policy allows; STS and orders spell it their own way. */
export function denial(action: SimAction, signer: Signer): Refusal {
  const AccessDeniedDetail = {
    AuthAction: action.permission,
    AuthPrincipalOwnerId: signer.account.uid,
    NoPermissionType: "ImplicitDeny",
    PolicyType: "AccountLevelIdentityBasedPolicy",
    ...principal(signer),
  };
  if (action.product === "Sts") {
    const message = "You are not authorized to do this action. You should be authorized by RAM.";
    return new Refusal(403, "NoPermission", message, { AccessDeniedDetail });
  }
  if (action.product === "BssOpenApi") {
    return new Refusal(403, "NotAuthorized", "This API is not authorized for caller.", { AccessDeniedDetail });
  }
  const message = "User not authorized to operate on the specified resource, or this API doesn't support RAM.";
  return new Refusal(403, "Forbidden.RAM", message, { AccessDeniedDetail });
}
