import type { AccountName } from "../keys.ts";
import { smartagRegion } from "../network/areas.ts";
import type { Deployment, GatewayModel, ShipTo } from "../network/network.ts";
import { MARKER, type Param, type Read, type Write } from "./call.ts";
import { makeCall, makeWrite } from "./make-call.ts";
import { numberedList, numberedThings } from "./paging.ts";
import { textAt } from "./reply-fields.ts";
import { type DistributedRoute, distributedRoute, type GatewaySeen, gatewaySeen } from "./seen/gateways-seen.ts";
import { type RegionSeen, takeRegions } from "./seen/region-seen.ts";
import { type InArea, smartagCall } from "./smartag-call.ts";

export type { DistributedRoute, GatewaySeen };

/** Areas on sale; the service also lists closed ones (已关停) and one for its own tests (内部测试). */
export function listSmartagRegions(at: { readonly account: AccountName }): Read<readonly RegionSeen[]> {
  const place = { account: at.account, region: smartagRegion("mainland-china") };
  const open = (region: RegionSeen) => !/已关停|内部测试|closed/i.test(region.name) && !region.id.includes("-test-");
  return {
    call: makeCall("Smartag", "DescribeRegions", place, {}),
    take: (pages) => takeRegions(pages).filter(open),
    none: [],
  };
}

/** A gateway by its id, `sag-…`. */
export interface OfGateway extends InArea {
  readonly id: string;
}

/** All gateways of the account in the area; a missing permission may answer with an empty list (`readGatewayUse` tells). */
export function listGateways(at: InArea): Read<readonly GatewaySeen[]> {
  const first = smartagCall("DescribeSmartAccessGateways", at, { PageNumber: 1, PageSize: 50 });
  return numberedThings(first, ["SmartAccessGateways", "SmartAccessGateway"], gatewaySeen);
}

/** Undefined: there is no such gateway (any more). */
export function readGateway(of: OfGateway): Read<GatewaySeen | undefined> {
  return {
    call: smartagCall("DescribeSmartAccessGatewayAttribute", of, { SmartAGId: of.id }),
    take: ([reply]) => (reply === undefined || textAt(reply, "SmartAGId") === "" ? undefined : gatewaySeen(reply)),
    none: undefined,
  };
}

/** What is ordered. `bandwidthMbps` in Mbit/s, `months` as `gatewayMonths` has them. */
export interface CreateGateway extends InArea {
  readonly model: GatewayModel;
  readonly deployment: Deployment;
  readonly bandwidthMbps: number;
  readonly months: number;
  readonly shipTo: ShipTo;
  readonly autoPay: boolean;
  /** Own device: bandwidth only is bought, and nothing is shipped. */
  readonly alreadyHave: boolean;
  readonly name?: string;
}

const haTypes: Readonly<Record<Deployment, string>> = {
  "stand-alone": "no_backup",
  "cold-standby": "cold_backup",
  "warm-standby": "warm_backup",
};

/** Buys. The service takes no token: the marker is how the purchase is found again. */
export function createGateway(order: CreateGateway): Write {
  return makeWrite(
    smartagCall("CreateSmartAccessGateway", order, {
      ChargeType: "PREPAY",
      Period: order.months,
      AutoPay: order.autoPay,
      HardWareSpec: order.model,
      HaType: haTypes[order.deployment],
      MaxBandWidth: order.bandwidthMbps,
      AlreadyHaveSag: order.alreadyHave,
      CPEVersion: order.model === "sag-vcpe" ? "basic" : undefined,
      Name: order.name,
      Description: MARKER,
      BuyerMessage: MARKER,
      ...receiver(order.shipTo),
    }),
  );
}

function receiver(shipTo: ShipTo): Readonly<Record<string, Param | undefined>> {
  return {
    ReceiverName: shipTo.name,
    ReceiverMobile: shipTo.mobile,
    ReceiverPhone: shipTo.phone,
    ReceiverEmail: shipTo.email,
    ReceiverCountry: shipTo.country,
    ReceiverState: shipTo.state,
    ReceiverCity: shipTo.city,
    ReceiverDistrict: shipTo.district,
    ReceiverTown: shipTo.town,
    ReceiverAddress: shipTo.address,
    ReceiverZip: shipTo.zip,
  };
}

/** Billing starts with it. */
export function activateGateway(of: OfGateway): Write {
  return makeWrite(smartagCall("ActivateSmartAccessGateway", of, { SmartAGId: of.id }));
}

/** Replaces the whole list: `cidrs` is everything that shall stand, in order. */
export function setStaticRoutes(of: OfGateway & { readonly cidrs: readonly string[] }): Write {
  const CidrBlock = of.cidrs.join(",");
  return makeWrite(
    smartagCall("ModifySmartAccessGateway", of, { SmartAGId: of.id, RoutingStrategy: "static", CidrBlock }),
  );
}

/** Says which device is the gateway's. */
export function bindSerialNumber(of: OfGateway & { readonly serial: string }): Write {
  return makeWrite(smartagCall("BindSerialNumber", of, { SmartAGId: of.id, SerialNumber: of.serial }));
}

/** The way back. */
export function unbindSerialNumber(of: OfGateway & { readonly serial: string }): Write {
  return makeWrite(smartagCall("UnbindSerialNumber", of, { SmartAGId: of.id, SerialNumber: of.serial }));
}

/** Another bandwidth, in Mbit/s. Without `autoPay` an upgrade waits as an unpaid order. */
export interface ResizeGateway extends OfGateway {
  readonly bandwidthMbps: number;
  readonly autoPay: boolean;
}

/** An order for more bandwidth; it costs money at once. */
export function upgradeGateway(of: ResizeGateway): Write {
  return resize("UpgradeSmartAccessGateway", of);
}

export function downgradeGateway(of: ResizeGateway): Write {
  return resize("DowngradeSmartAccessGateway", of);
}

function resize(action: string, of: ResizeGateway): Write {
  const params = { SmartAGId: of.id, BandWidthSpec: of.bandwidthMbps, AutoPay: of.autoPay };
  return makeWrite(smartagCall(action, of, params));
}

/** Only an expired gateway can be deleted, and this one call names it `InstanceId`. */
export function deleteGateway(of: OfGateway): Write {
  return makeWrite(smartagCall("DeleteSmartAccessGateway", of, { InstanceId: of.id }));
}

/** Routes of a gateway by their source: `local`, the branch's own, or `cloud`, what the CCN brings. */
export interface OfDistribution extends InArea {
  readonly gateway: string;
  readonly source: "local" | "cloud";
}

/** What a gateway hands on, with the conflicts that the service sees. */
export function listDistributedRoutes(of: OfDistribution): Read<readonly DistributedRoute[]> {
  const params = { SmartAGId: of.gateway, SourceType: of.source, PageNumber: 1, PageSize: 50 };
  const first = smartagCall("DescribeRouteDistributionStrategies", of, params);
  return numberedList(first, ["Strategies", "Strategy"], distributedRoute);
}
