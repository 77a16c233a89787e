import { describe, expect, test } from "vitest";
import type { ProductName } from "../../../src/simulator/product-name.ts";
import { quote } from "../../../src/simulator/quote.ts";
import { findAction } from "../../../src/simulator/registry.ts";
import { decodeParameters } from "../../../src/simulator/wire/parameters.ts";
import { DirectCloud, hub, SECOND, shop } from "../direct-cloud.ts";
import { activate, area, order } from "../smartag/branch.ts";

type Flat = Readonly<Record<string, string>>;

const gateway = "Smartag.CreateSmartAccessGateway";
const bandwidthPackage = "Cbn.CreateCenBandwidthPackage";
const resize = "Cbn.ModifyCenBandwidthPackageSpec";
const payAsYouGo = {
  GeographicRegionAId: "China",
  GeographicRegionBId: "North-America",
  Bandwidth: "10",
  BandwidthPackageChargeType: "POSTPAY",
  AutoPay: "true",
};
const subscription = { ...payAsYouGo, BandwidthPackageChargeType: "PREPAY", Period: "3" };

function priceOf(cloud: DirectCloud, name: string, flat: Flat, uid = hub) {
  const [product, action = ""] = name.split(".") as [ProductName, string];
  const known = findAction(product, action);
  if (known === undefined) throw new Error(`no action ${name}`);
  return quote(cloud.world, { product, action, uid, params: decodeParameters(known, { ...flat }) });
}

function made(cloud: DirectCloud, flat: Flat): string {
  const { CenBandwidthPackageId } = cloud.call(bandwidthPackage, { ...flat });
  cloud.pass(60 * SECOND);
  return CenBandwidthPackageId;
}

const orders: readonly (readonly [string, string, (cloud: DirectCloud) => Flat, number])[] = [
  ["a gateway", gateway, () => order, 1100],
  ["two devices", gateway, () => ({ ...order, HaType: "cold_backup", Period: "12" }), 3200],
  ["a device of one's own", gateway, () => ({ ...order, AlreadyHaveSag: "true" }), 100],
  [
    "more bandwidth for it",
    "Smartag.UpgradeSmartAccessGateway",
    (cloud) => ({ ...area, SmartAGId: activate(cloud), BandWidthSpec: "20", AutoPay: "true" }),
    900,
  ],
  [
    "less bandwidth for it",
    "Smartag.DowngradeSmartAccessGateway",
    (cloud) => ({
      ...area,
      SmartAGId: activate(cloud, { MaxBandWidth: "9" }),
      BandWidthSpec: "5",
      AutoPay: "true",
    }),
    0,
  ],
  ["a subscription", bandwidthPackage, () => subscription, 9000],
  ["pay-as-you-go", bandwidthPackage, () => payAsYouGo, 0],
  [
    "a wider subscription",
    resize,
    (cloud) => ({ CenBandwidthPackageId: made(cloud, subscription), Bandwidth: "15" }),
    4500,
  ],
];

describe("the price of a call", () => {
  test.each(orders)("%s: stands in the ledger afterwards, and asking changes nothing", (_, name, prepare, price) => {
    const cloud = new DirectCloud();
    const flat = prepare(cloud);
    const before = structuredClone(cloud.world.state);
    expect(priceOf(cloud, name, flat)?.now).toBe(price);
    expect(cloud.world.state).toEqual(before);
    cloud.call(name, { ...flat });
    expect(cloud.world.state.ledger.at(-1)).toMatchObject({ action: name.split(".")[1], price });
  });

  test("pay-as-you-go names what is billed afterwards", () => {
    const cloud = new DirectCloud();
    expect(priceOf(cloud, bandwidthPackage, payAsYouGo)).toEqual({ now: 0, later: [{ price: 3000, per: "month" }] });
    const wider = { CenBandwidthPackageId: made(cloud, payAsYouGo), Bandwidth: "12" };
    expect(priceOf(cloud, resize, wider)).toEqual({ now: 0, later: [{ price: 3600, per: "month" }] });
  });

  test("attachments and connections are billed by the hour, and by the GB unless a package holds it", () => {
    const cloud = new DirectCloud();
    const rates = (action: string, flat: Flat = {}) =>
      priceOf(cloud, `Cbn.${action}`, flat)?.later?.map((one) => one.per);
    const zone = { "ZoneMappings.1.ZoneId": "cn-hangzhou-h", "ZoneMappings.1.VSwitchId": "vsw-x" };
    const peer = { PeerTransitRouterId: "tr-x" };
    const grant = { InstanceId: "vpc-x", InstanceType: "VPC", CenId: "cen-x", CenOwnerId: hub };
    expect(rates("CreateTransitRouterVpcAttachment", { VpcId: "vpc-x", ...zone })).toEqual(["hour", "GB"]);
    expect(rates("CreateTransitRouterPeerAttachment", { ...peer, BandwidthType: "DataTransfer" })).toEqual([
      "hour",
      "GB",
    ]);
    expect(rates("CreateTransitRouterPeerAttachment", { ...peer, CenBandwidthPackageId: "cenbwp-x" })).toEqual([
      "hour",
    ]);
    expect(rates("GrantInstanceToTransitRouter", { ...grant, OrderType: "PayByResourceOwner" })).toEqual([
      "hour",
      "GB",
    ]);
    expect(rates("GrantInstanceToTransitRouter", { ...grant, OrderType: "PayByCenOwner" })).toBeUndefined();
  });

  test("there is none for what costs nothing, and none for what would be refused", () => {
    const cloud = new DirectCloud();
    expect(priceOf(cloud, "Cbn.CreateCen", {})).toBeUndefined();
    expect(priceOf(cloud, resize, { CenBandwidthPackageId: "cenbwp-none", Bandwidth: "15" })).toBeUndefined();
    const others = { ...area, SmartAGId: activate(cloud), BandWidthSpec: "20", AutoPay: "true" };
    expect(priceOf(cloud, "Smartag.UpgradeSmartAccessGateway", others, shop)).toBeUndefined();
  });
});
