import { say, type Text } from "../text.ts";
import type { ApiCall } from "./call.ts";

const gateway = say`Smart Access Gateway console (smartag.console.aliyun.com), Create SmartAG: shown before Buy Now. Paid when it is ordered; the months begin with activation, or 15 days after arrival`;
const moreForGateway = say`Smart Access Gateway console, Upgrade in the gateway's row: shown before it is paid`;
const lessForGateway = say`Smart Access Gateway console, Downgrade in the gateway's row: shown before it is confirmed`;
const payAsYouGo = say`CEN console, the CEN's bandwidth packages, Buy (Pay-As-You-Go). Billed from the day it is bought, in use or not`;
const subscription = say`CEN console, the CEN's bandwidth packages, Buy (Subscription). Paid when it is ordered, for all of its months`;
const otherBandwidth = say`CEN console, the CEN's bandwidth packages, Upgrade in the Bandwidth column: shown before it is paid`;
const connection = say`CEN console, Create Connection in the transit router's row: shown before it is confirmed. Billed from then on, for the connection and for its traffic`;
const otherConnection = say`CEN console, the connection's row under the transit router: shown before the change is confirmed. Data transfer is billed by its traffic`;
const payer = say`none, since nothing is ordered. The attachment is billed to whoever pays, for itself and for its traffic: see the pricing page of CEN`;
const unknown = say`the console's order page for the same thing, before it is confirmed`;

/** Where a person finds what was ordered, paid or not. Sources: as below. */
export function orderPlaceOf({ action }: ApiCall): Text {
  if (/SmartAccessGateway$/.test(action))
    return say`the Smart Access Gateway console (smartag.console.aliyun.com), the area's list of gateways, and among the unpaid orders of the order centre,`;
  if (/BandwidthPackage/.test(action))
    return say`the CEN console, the CEN's bandwidth packages, and among the unpaid orders of the order centre,`;
  return say`the console of the service`;
}

/**
 * Where a person reads what a call costs, and from when it is billed: no action of these services tells a price.
 * Sources: tutorial A, steps 1 and 6; tutorial B on payers; published pages on buying, resizing and billing, 2019 to 2026.
 */
export function orderPageOf({ action, params }: ApiCall): Text {
  switch (action) {
    case "CreateSmartAccessGateway":
      return gateway;
    case "UpgradeSmartAccessGateway":
      return moreForGateway;
    case "DowngradeSmartAccessGateway":
      return lessForGateway;
    case "CreateCenBandwidthPackage":
      return params.BandwidthPackageChargeType === "PREPAY" ? subscription : payAsYouGo;
    case "ModifyCenBandwidthPackageSpec":
      return otherBandwidth;
    case "CreateTransitRouterVpcAttachment":
    case "CreateTransitRouterPeerAttachment":
      return connection;
    case "UpdateTransitRouterPeerAttachmentAttribute":
      return otherConnection;
    case "GrantInstanceToTransitRouter":
    case "ModifyGrantInstanceToTransitRouter":
    case "UpdateTransitRouterVpcAttachmentAttribute":
      return payer;
    default:
      return unknown;
  }
}
