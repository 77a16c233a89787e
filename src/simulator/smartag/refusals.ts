import { Refusal } from "../action.ts";

/**
 * Status and words of every code that Smartag answers with. Two generations live side by side: 403 and 500 without a
 * prefix, 400 with `SAG.` or `CCN.`. Source: error tables of the action pages, 2019 to 2026; the Terraform provider.
 */
const refusals = {
  "InvalidId.SMARTAG": [403, "No such gateway in this region."],
  "SAG.InstanceNoFound": [400, "No such gateway."],
  SmartAccessGatewayNotActivated: [500, "The gateway is not activated."],
  SmartAccessGatewayActivateFailed: [500, "The gateway could not be activated."],
  SmartAccessGatewayInArrears: [500, "The gateway has expired."],
  SmartAccessGatewayAlreadyBound: [403, "The gateway is bound already."],
  "AlreadyBound.CCN": [400, "The gateway is bound to another CCN."],
  SmartAccessGatewayNotBind: [403, "The gateway is not bound."],
  SmartAccessGatewayNotOnline: [403, "The gateway is not online."],
  SmartAccessGatewayOffline: [500, "The device is offline."],
  "SAG.NoBindSN": [400, "Bind a serial number first."],
  "SAG.NoBandwidth": [400, "Buy bandwidth first."],
  "SAG.SnOverLimit": [400, "The gateway has all its serial numbers."],
  "SAG.SnConflict": [400, "The serial number is in use."],
  "SAG.InvalidSerialNumber": [400, "No such serial number."],
  "SAG.BusinessStateNotSupport": [400, "The gateway is still in use."],
  "SAG.CidrEmpty": [400, "No CIDR block is given."],
  "SAG.NotAllowConfigCidr": [400, "With dynamic routing CIDR blocks are not configured."],
  "SAG.InvalidRoutingStrategy": [400, "RoutingStrategy is static or dynamic."],
  "SAG.ConflictCidr.CcnSnatCidr": [400, "A CIDR block clashes with the SNAT block of the CCN."],
  // Assumption: no source has a code for more than ten; this one follows CCN.CidrAmountLimit.
  "SAG.CidrAmountLimit": [400, "The gateway cannot have more CIDR blocks."],
  // Assumption: no source has a code for the gateway quota; this one follows CcnAmountLimit.
  SmartAccessGatewayAmountLimit: [403, "The account cannot have more gateways."],
  "Sag.DeviceNotExist": [400, "The gateway has no such device."],
  "RD.InvalidSourceType": [400, "SourceType is cloud or local."],
  MissingParameter: [403, "A parameter is missing."],
  CidrConflict: [403, "CIDR blocks overlap."],
  InvalidCidr: [403, "A CIDR block is not valid."],
  "InvalidId.CCN": [403, "No such CCN in this region."],
  CcnAmountLimit: [403, "The account cannot have more CCNs."],
  "AlreadyBound.CEN": [403, "The CCN is bound to a CEN: unbind it first."],
  "AlreadyBound.SMARTAG": [403, "The CCN has gateways: unbind them first."],
  "CCN.InvalidId": [400, "No such CCN."],
  "CCN.InvalidUid": [400, "The account is not valid."],
  "CCN.InvalidCidr": [400, "A CIDR block of the CCN is not valid."],
  "CCN.CidrAmountLimit": [400, "The CCN cannot have more CIDR blocks."],
  "CCN.InvalidSnatCidr": [400, "The SNAT block is not within the CCN's CIDR blocks."],
  "CCN.SnatCidrConflict": [400, "SNAT blocks overlap."],
  "CCN.InvalidInterworkingStatus": [400, "InterworkingStatus is enable or disable."],
  DuplicatedGrantRule: [400, "The grant exists."],
  "InvalidInstanceId.NotFound": [404, "No such grant."],
  IncorrectStatus: [400, "The CCN is attached: detach it first."],
  MissingParam: [400, "A parameter is missing."],
  CcnNotSupportNewAgw: [400, "The CCN is not of the new access gateway generation."],
  CcnNotInCen: [400, "The CCN is not on this CEN."],
  CenNotExist: [400, "No such CEN."],
  InvalidRegionID: [400, "Gateways are not sold in this region."],
  InvalidName: [403, "The name is not valid."],
  InvalidDescription: [403, "The description is not valid."],
} as const satisfies Record<string, readonly [number, string]>;

export type SmartagCode = keyof typeof refusals;

export function refusal(code: SmartagCode): Refusal {
  const [status, message] = refusals[code];
  return new Refusal(status, code, message);
}

/** A value that a page rules out without saying which code answers it (assumption: the generic one). */
export function invalidParameter(name: string, rule: string): Refusal {
  return new Refusal(400, "InvalidParameter", `${name}: ${rule}.`);
}
