import type { AccountName } from "../keys.ts";
import { smartagRegion } from "../network/areas.ts";
import type { Area, Deployment, GatewayModel, ShipTo } from "../network/network.ts";
import { type ApiCall, MARKER, type Param, type Read, type Reply, type Write } from "./call.ts";
import { makeCall, makeWrite } from "./make-call.ts";
import { numberedList, numberedThings } from "./paging.ts";
import { listAt, numberAt, textAt } from "./reply-fields.ts";
import { type RegionSeen, takeRegions } from "./seen/region-seen.ts";
import {
  type CcnSeen,
  ccnSeen,
  type DeviceSeen,
  type DistributedRoute,
  deviceSeen,
  distributedRoute,
  type GatewaySeen,
  gatewaySeen,
  type PortSeen,
  portSeen,
  type Use,
} from "./seen/smartag-seen.ts";

export type { CcnSeen, DeviceSeen, DistributedRoute, GatewaySeen, PortSeen, Use };

/** Where Smartag calls go: an account, and the area of its gateways and CCN. */
export interface InArea {
  readonly account: AccountName;
  readonly area: Area;
}

export interface OfGateway extends InArea {
  readonly id: string;
}

function call(action: string, at: InArea, params: Readonly<Record<string, Param | undefined>> = {}): ApiCall {
  const region = smartagRegion(at.area);
  return makeCall("Smartag", action, { account: at.account, region }, { RegionId: region, ...params });
}

export function listGateways(at: InArea): Read<readonly GatewaySeen[]> {
  const first = call("DescribeSmartAccessGateways", at, { PageNumber: 1, PageSize: 50 });
  return numberedThings(first, ["SmartAccessGateways", "SmartAccessGateway"], gatewaySeen);
}

/** Undefined: there is no such gateway (any more). */
export function readGateway(of: OfGateway): Read<GatewaySeen | undefined> {
  return {
    call: call("DescribeSmartAccessGatewayAttribute", of, { SmartAGId: of.id }),
    take: ([reply]) => (reply === undefined || textAt(reply, "SmartAGId") === "" ? undefined : gatewaySeen(reply)),
    none: undefined,
  };
}

/** The positive control of the list of gateways: an empty list may be a permission that is missing. */
export function readGatewayUse(at: InArea): Read<Use> {
  return readUse(call("GetSmartAccessGatewayUseLimit", at));
}

export function readCcnUse(at: InArea): Read<Use> {
  return readUse(call("GetCloudConnectNetworkUseLimit", at));
}

function readUse(of: ApiCall): Read<Use> {
  const take = (reply: Reply = {}) => ({
    total: numberAt(reply, "TotalAmount") ?? 0,
    used: numberAt(reply, "UsedAmount") ?? 0,
  });
  return { call: of, take: ([reply]) => take(reply), none: { total: 0, used: 0 } };
}

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
    call("CreateSmartAccessGateway", order, {
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
  return makeWrite(call("ActivateSmartAccessGateway", of, { SmartAGId: of.id }));
}

/** Replaces the whole list: `cidrs` is everything that shall stand, in order. */
export function setStaticRoutes(of: OfGateway & { readonly cidrs: readonly string[] }): Write {
  const CidrBlock = of.cidrs.join(",");
  return makeWrite(call("ModifySmartAccessGateway", of, { SmartAGId: of.id, RoutingStrategy: "static", CidrBlock }));
}

export function bindSerialNumber(of: OfGateway & { readonly serial: string }): Write {
  return makeWrite(call("BindSerialNumber", of, { SmartAGId: of.id, SerialNumber: of.serial }));
}

export function unbindSerialNumber(of: OfGateway & { readonly serial: string }): Write {
  return makeWrite(call("UnbindSerialNumber", of, { SmartAGId: of.id, SerialNumber: of.serial }));
}

export interface ResizeGateway extends OfGateway {
  readonly bandwidthMbps: number;
  readonly autoPay: boolean;
}

export function upgradeGateway(of: ResizeGateway): Write {
  return resize("UpgradeSmartAccessGateway", of);
}

export function downgradeGateway(of: ResizeGateway): Write {
  return resize("DowngradeSmartAccessGateway", of);
}

function resize(action: string, of: ResizeGateway): Write {
  const params = { SmartAGId: of.id, BandWidthSpec: of.bandwidthMbps, AutoPay: of.autoPay };
  return makeWrite(call(action, of, params));
}

/** Only an expired gateway can be deleted, and this one call names it `InstanceId`. */
export function deleteGateway(of: OfGateway): Write {
  return makeWrite(call("DeleteSmartAccessGateway", of, { InstanceId: of.id }));
}

export function listCcns(at: InArea): Read<readonly CcnSeen[]> {
  const first = call("DescribeCloudConnectNetworks", at, { PageNumber: 1, PageSize: 50 });
  return numberedThings(first, ["CloudConnectNetworks", "CloudConnectNetwork"], ccnSeen);
}

/** The service takes no token: the marker in the description is how the CCN is found again. */
export function createCcn(at: InArea & { readonly name: string }): Write {
  return makeWrite(call("CreateCloudConnectNetwork", at, { Name: at.name, Description: MARKER }));
}

export function deleteCcn(at: InArea & { readonly id: string }): Write {
  return makeWrite(call("DeleteCloudConnectNetwork", at, { CcnId: at.id }));
}

export interface Binding extends InArea {
  readonly gateway: string;
  readonly ccn: string;
}

export function bindGateway(of: Binding): Write {
  return makeWrite(call("BindSmartAccessGateway", of, { SmartAGId: of.gateway, CcnId: of.ccn }));
}

export function unbindGateway(of: Binding): Write {
  return makeWrite(call("UnbindSmartAccessGateway", of, { SmartAGId: of.gateway, CcnId: of.ccn }));
}

export interface OfDistribution extends InArea {
  readonly gateway: string;
  readonly source: "local" | "cloud";
}

export function listDistributedRoutes(of: OfDistribution): Read<readonly DistributedRoute[]> {
  const params = { SmartAGId: of.gateway, SourceType: of.source, PageNumber: 1, PageSize: 50 };
  const first = call("DescribeRouteDistributionStrategies", of, params);
  return numberedList(first, ["Strategies", "Strategy"], distributedRoute);
}

export interface OfDevice extends InArea {
  readonly gateway: string;
  readonly serial: string;
}

const device = (of: OfDevice) => ({ SmartAGId: of.gateway, SmartAGSn: of.serial });

/** Undefined: the device is not online, or the gateway has none. */
export function readDevice(of: OfDevice): Read<DeviceSeen | undefined> {
  return {
    call: call("DescribeSAGDeviceInfo", of, device(of)),
    take: ([reply]) => (reply === undefined ? undefined : deviceSeen(reply)),
    none: undefined,
  };
}

export function listWanPorts(of: OfDevice): Read<readonly PortSeen[]> {
  return listPorts(call("DescribeSagWanList", of, device(of)), "Wans");
}

export function listLanPorts(of: OfDevice): Read<readonly PortSeen[]> {
  return listPorts(call("DescribeSagLanList", of, device(of)), "Lans");
}

function listPorts(of: ApiCall, field: string): Read<readonly PortSeen[]> {
  return { call: of, take: ([reply]) => listAt(reply ?? {}, field).map(portSeen), none: [] };
}

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
