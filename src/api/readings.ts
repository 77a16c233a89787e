import { say, type Text } from "../text.ts";

const postpay = say`Pay-as-you-go packages are not sold to this account; a subscription is another decision: charge: PREPAY with months, which cannot be deleted before it ends`;
const realName = say`Packages across the border of Mainland China need a real-name check of the account: see the CEN console`;
const money = say`Top up the account's balance in the console, then run the same command again`;

/** What a refusal means and what to do, where the service's own words do not say it. Sources: error tables of the actions. */
const readings: Readonly<Record<string, readonly Text[]>> = {
  "UnSupported.ChargeType": [postpay],
  "Order.AccountStatusIllegal": [postpay],
  "OperationInvalid.UserCanNotBuyCrossBorderBwp": [realName],
  "OperationInvalid.UserCanNotBuyBwp": [realName],
  "PayFor.AccountMoneyValidateError": [money],
  InsufficientBalance: [money],
  "InvalidOperation.BwpBandwidthExceeded": [
    say`The connections of the package would exceed it: raise bandwidthMbps of the package`,
  ],
  "InvalidOperation.BwpNotAssociated": [say`No package for this pair of areas is on the CEN: sagctl bandwidth-package`],
  "InvalidOperation.BwpForGeoSpanNotAssociated": [
    say`No package for this pair of areas is on the CEN: sagctl bandwidth-package`,
  ],
  "OperationFailed.InvalidTransitRouter": [
    say`The region has Enterprise Edition only, which needs transit router attachments`,
  ],
  "QuotaExceeded.CenCountExceeded": [say`The account has as many CENs as it may: name one of them, cen: {id: cen-…}`],
  CcnAmountLimit: [say`The account has as many CCNs as it may: name one of them, ccn: {id: ccn-…}`],
  CidrConflict: [
    say`Another gateway of the CCN has overlapping addresses: list only the prefixes in use at the branch`,
  ],
  "SAG.NoBindSN": [say`The gateway has no device yet: sagctl connect, with --serial for a device of your own`],
  "SAG.NoBandwidth": [say`The gateway has no bandwidth: buy some in the Smart Access Gateway console`],
  SmartAccessGatewayNotActivated: [say`Activate the gateway first: sagctl activate`],
  SmartAccessGatewayInArrears: [
    say`The gateway's subscription is overdue: renew it in the Smart Access Gateway console`,
  ],
  "Forbidden.Release": [say`A subscription package lives to its end`],
  "InvalidOperation.AttachedChildInstanceExist": [say`Networks are still attached to the CEN: sagctl status`],
};

export function readingOf(code: string): readonly Text[] {
  return readings[code] ?? [];
}
