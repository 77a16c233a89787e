import { say, type Text } from "../text.ts";

const postpay = say`Pay-as-you-go packages are not sold to this account; a subscription is another decision: charge: PREPAY with months, which cannot be deleted before it ends`;
const realName = say`Packages across the border of Mainland China need a real-name check of the account: see the CEN console`;
const money = say`Top up the account's balance in the console, then run the same command again`;

const openService = say`The transit router service is not open in this account; opening it is free: sagctl transit-router`;
const noPackage = say`No package for this pair of areas is on the CEN: sagctl bandwidth-package`;
const fitZones = say`Each zone needs one vSwitch of the VPC in that zone: name them as vSwitches of the VPC, or leave the choice to sagctl`;
const hasRoutes = say`Routes of the VPC still lead to the attachment; its owner removes them: sagctl undo`;
const stillUsed = say`A route table still uses the attachment: sagctl status`;
const basicOnly = say`The transit router is of Basic Edition, which has no route tables and connects no VPC this way`;

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
  "InvalidOperation.BwpNotAssociated": [noPackage],
  "InvalidOperation.BwpForGeoSpanNotAssociated": [noPackage],
  "IllegalParam.CenBandwidthPackageId": [noPackage],
  "OperationInvalid.IdentityRegistrationStatusNotSupport": [realName],
  "OperationUnsupported.CloudDataTransferService": [
    say`Data transfer needs the Cloud Data Transfer service, and Enterprise Edition at both ends: here a bandwidth package serves, paidBy: package`,
  ],
  "QuotaExceeded.Bandwidth": [
    say`By data transfer a connection has at most 1000 Mbps within Mainland China and 100 Mbps across its border: lower bandwidthMbps, use a package, or raise the quota in Quota Center`,
  ],
  "OperationFailed.InvalidTransitRouter": [
    say`The region has Enterprise Edition only, which needs transit router attachments`,
  ],
  "Forbbiden.TransitRouterServiceNotOpen": [openService],
  USER_NOT_OPEN_TR_SERVICE: [openService],
  "Forbidden.ResourceOwnerTransitRouterServiceNotOpen": [
    say`The VPC's owner is to pay, and has not opened the transit router service; opening it is free: sagctl transit-router, with the owner's key`,
  ],
  "Forbidden.TransitRouterServiceExpired": [
    say`The account owes for transit routers: pay in the console, then run again`,
  ],
  "Forbidden.ResourceOwnerTransitRouterServiceExpired": [
    say`The VPC's owner is to pay, and owes for transit routers: the owner pays in the console, then run again`,
  ],
  "Forbbiden.AttachChildInstanceAcrossUid": [
    say`The VPC's owner has not granted it to this CEN and its owner: sagctl grant, with the VPC owner's key`,
  ],
  "Forbbiden.AttachChildInstanceAcrossBid": [
    say`The two accounts are of different sites (China, international): their networks cannot be connected`,
  ],
  "IllegalParam.ZoneMappings": [fitZones],
  "Duplicated.ZoneMapping": [fitZones],
  "IllegalParam.VSwitchId": [fitZones],
  "InvalidVSwitchId.NotFound": [fitZones],
  "IllegalParam.ZoneId": [say`Transit routers are not offered in one of the zones: use a vSwitch in another zone`],
  "InsufficientIpAddr.vsw": [
    say`A vSwitch has no free address, and the transit router needs one: free one, or use another vSwitch of the zone`,
  ],
  "QuotaFull.ChildInstanceRelatedCen": [say`The VPC is on as many CENs as it may be`],
  "QuotaExceeded.CenQuotaVpcAttachPerTransitRouter": [
    say`The transit router has as many VPCs as it may: raise the quota in Quota Center`,
  ],
  "QuotaExceeded.VpcAutoRoutesPublishPerTransitRouter": [
    say`The transit router synchronizes routes with as many VPCs as it may: switch it off for one of them`,
  ],
  "OperationUnsupported.TransitRouterType": [basicOnly],
  "OperationFailed.TransitRouterType": [basicOnly],
  "OperationUnsupported.TransitRouterId": [basicOnly],
  "OperationUnsupported.RegionId": [say`The region has no transit routers of Enterprise Edition`],
  "OperationUnsupported.CenFullLevel": [
    say`The CEN's protection level is FULL, which Enterprise Edition does not work with: use another CEN`,
  ],
  "OperationFailed.PostPay95BwpNotAllowEnterpriseTr": [
    say`The CEN has a package billed by the 95th percentile, which Enterprise Edition does not work with: use another CEN`,
  ],
  "OperationFailed.AttachmentReferencedVpcRouteEntryExisted": [hasRoutes],
  "OperationFailed.RouteTableAssociationExist": [stillUsed],
  "OperationFailed.RouteTablePropagationExist": [stillUsed],
  "RouterEntryConflict.Duplicated": [
    say`The VPC's route table has a route of that block already, and it is kept: sagctl status --routes shows its next hop`,
  ],
  "QuotaExceeded.CenCountExceeded": [say`The account has as many CENs as it may: name one of them, cen: {id: cen-…}`],
  CcnAmountLimit: [say`The account has as many CCNs as it may: name one of them, ccn: {id: ccn-…}`],
  CidrConflict: [
    say`Another gateway of the CCN has overlapping addresses: list only the prefixes in use at the branch`,
  ],
  "AlreadyBound.CEN": [
    say`The CCN is on a CEN, and has to leave that first; what sagctl found there goes with sagctl undo --include-found`,
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

const usedUp = say`What the account may have of this is used up: remove what is not needed, or raise the quota in Quota Center`;
const unread = say`Change what the message names, then run the same command again: it goes on from here`;

/** By the code alone. Any other quota is read by its family; of the rest the service's own words are all there is. */
export function readingOf(code: string): readonly Text[] {
  return readings[code] ?? [/^QuotaExceeded(\.|$)/.test(code) ? usedUp : unread];
}
