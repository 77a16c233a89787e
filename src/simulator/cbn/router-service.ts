import { Refusal, type SimRequest } from "../action.ts";
import { isDenied } from "../wire/permission.ts";
import type { World } from "../world.ts";
import type { Payer } from "./things.ts";

/** Refuses while the CEN's owner has not opened the transit router service, or owes money. Source: current API pages. */
export function requireService(world: World, uid: string): void {
  const { transitRouterServiceOpen, arrears } = world.account(uid);
  if (!transitRouterServiceOpen) throw refusal("Forbbiden.TransitRouterServiceNotOpen", "The service is not open.");
  if (arrears) throw refusal("Forbidden.TransitRouterServiceExpired", "The transit router service has expired.");
}

/** The same of a resource's owner who is to pay. That only a payer needs it is an assumption. */
export function requireServiceOfPayer(world: World, ownerUid: string, payer: Payer): void {
  if (payer !== "PayByResourceOwner") return;
  const { transitRouterServiceOpen, arrears } = world.account(ownerUid);
  if (!transitRouterServiceOpen) {
    throw refusal("Forbidden.ResourceOwnerTransitRouterServiceNotOpen", "The owner has not opened the service.");
  }
  if (arrears) throw refusal("Forbidden.ResourceOwnerTransitRouterServiceExpired", "The owner's service has expired.");
}

/**
 * The first attachment makes AliyunServiceRoleForCEN, for which its caller needs `ram:CreateServiceLinkedRole`; the code is one
 * for VPCs, another for connections. Source: current API pages.
 */
export function ensureServiceRole(world: World, request: SimRequest, code: string): void {
  const account = world.account(request.uid);
  if (account.cenServiceRole) return;
  const key = account.keys.find((one) => one.id === request.keyId);
  if (key && isDenied(key, "ram:CreateServiceLinkedRole")) {
    throw refusal(code, "The service-linked role AliyunServiceRoleForCEN does not exist.");
  }
  account.cenServiceRole = true;
}

function refusal(code: string, message: string): Refusal {
  return new Refusal(400, code, message);
}
