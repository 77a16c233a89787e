import { expect, it } from "vitest";
import { associatedPackage, type Bench, betweenVpcs, CEN, chinaAmerica, openBench } from "./cbn-bench.ts";

async function listed(bench: Bench, id: string) {
  const filter = { "Filter.1.Key": "CenBandwidthPackageId", "Filter.1.Value.1": id };
  return (await bench.call("DescribeCenBandwidthPackages", filter)).CenBandwidthPackages.CenBandwidthPackage[0];
}

const refusedOrder = (fields: Record<string, string>, bench = openBench()) =>
  bench.refused("CreateCenBandwidthPackage", { ...chinaAmerica, ...fields });

it("CreateCenBandwidthPackage: answers with the id of a package that shows in no list until it is made, then Idle", async () => {
  const bench = openBench();
  const reply = await bench.call("CreateCenBandwidthPackage", { ...chinaAmerica, Name: "china-america" });
  expect(reply.CenBandwidthPackageId).toMatch(/^cenbwp-[a-z0-9]{18}$/);
  expect(await listed(bench, reply.CenBandwidthPackageId)).toBeUndefined();
  expect(bench.lastCall()?.transitional).toBe(true);
  const associate = { CenId: CEN, CenBandwidthPackageId: reply.CenBandwidthPackageId };
  expect(await bench.refused("AssociateCenBandwidthPackage", associate)).toBe("404 ParameterBwpInstanceId");
  await bench.settle();
  expect(await listed(bench, reply.CenBandwidthPackageId)).toMatchObject({
    Name: "china-america",
    Status: "Idle",
    BusinessStatus: "Normal",
    Bandwidth: 10,
    BandwidthPackageChargeType: "POSTPAY",
    GeographicRegionAId: "china",
    GeographicRegionBId: "north-america",
    GeographicSpanId: "north-america_china",
    IsCrossBorder: true,
    CenIds: { CenId: [] },
    ExpiredTime: "2999-09-08T16:00Z",
    OrginInterRegionBandwidthLimits: { OrginInterRegionBandwidthLimit: [] },
  });
  expect(bench.cloud.ledger()).toMatchObject([
    { orderId: reply.CenBandwidthPackageOrderId, status: "paid", instanceIds: [reply.CenBandwidthPackageId] },
  ]);
});

it("CreateCenBandwidthPackage: leaves an unpaid order and no package until a person pays, when it does not pay by itself", async () => {
  const bench = openBench();
  const subscription = { ...chinaAmerica, BandwidthPackageChargeType: "PREPAY", Period: "1", AutoPay: "false" };
  const { CenBandwidthPackageId, CenBandwidthPackageOrderId } = await bench.call(
    "CreateCenBandwidthPackage",
    subscription,
  );
  await bench.settle();
  expect(await listed(bench, CenBandwidthPackageId)).toBeUndefined();
  expect(bench.cloud.ledger()[0]?.status).toBe("unpaid");
  expect(bench.cloud.people.pay()).toEqual([CenBandwidthPackageOrderId]);
  expect(await listed(bench, CenBandwidthPackageId)).toBeUndefined();
  await bench.settle();
  const made = await listed(bench, CenBandwidthPackageId);
  expect(made).toMatchObject({ Status: "Idle", BandwidthPackageChargeType: "PREPAY" });
  expect(made.ExpiredTime).toMatch(/^2026-12-23T/);
});

it("CreateCenBandwidthPackage: leaves the order unpaid when the balance is too low", async () => {
  const bench = openBench();
  bench.world.account("1000000000000001").balance = 5;
  const year = { ...chinaAmerica, BandwidthPackageChargeType: "PREPAY", PricingCycle: "Year", Period: "3" };
  await bench.call("CreateCenBandwidthPackage", year);
  expect(bench.cloud.ledger()[0]?.status).toBe("unpaid");
});

it("CreateCenBandwidthPackage: leaves nothing when the unpaid order is cancelled", async () => {
  const bench = openBench();
  const { CenBandwidthPackageOrderId } = await bench.call("CreateCenBandwidthPackage", {
    ...chinaAmerica,
    AutoPay: "false",
  });
  bench.cloud.world.fire("cancelled:Cbn", { orderId: CenBandwidthPackageOrderId });
  expect(bench.world.all("cen-package")).toEqual([]);
});

it("CreateCenBandwidthPackage: makes one package of a repeated ClientToken", async () => {
  const bench = openBench();
  const order = { ...chinaAmerica, ClientToken: "t-1" };
  const first = await bench.call("CreateCenBandwidthPackage", order);
  expect((await bench.call("CreateCenBandwidthPackage", order)).CenBandwidthPackageId).toBe(
    first.CenBandwidthPackageId,
  );
  expect(bench.cloud.ledger()).toHaveLength(1);
});

it("CreateCenBandwidthPackage: refuses what is not sold", async () => {
  expect(await refusedOrder({ GeographicRegionBId: "Atlantis" })).toBe("404 GeographicSpan.NotFound");
  expect(await refusedOrder({ GeographicRegionBId: "north-america" })).toBe("404 GeographicSpan.NotFound");
  const europeOnly = { GeographicRegionAId: "Europe", GeographicRegionBId: "Europe" };
  expect(await refusedOrder(europeOnly)).toBe("404 GeographicSpan.NotFound");
  expect(await refusedOrder({ Bandwidth: "1" })).toBe("400 ParameterIllegal.BandwidthLimit");
  expect(await refusedOrder({ Bandwidth: "10001" })).toBe("400 ParameterIllegal.BandwidthLimit");
  expect(await refusedOrder({ BandwidthPackageChargeType: "POSTPAY95" })).toBe("400 UnSupported.ChargeType");
  expect(await refusedOrder({ BandwidthPackageChargeType: "PREPAY" })).toBe("400 MissingParameter");
  expect(await refusedOrder({ BandwidthPackageChargeType: "PREPAY", Period: "4" })).toBe("400 InvalidParameter");
  const sixYears = { BandwidthPackageChargeType: "PREPAY", PricingCycle: "Year", Period: "6" };
  expect(await refusedOrder(sixYears)).toBe("400 InvalidParameter");
});

it("CreateCenBandwidthPackage: refuses pay-as-you-go where it is not sold, and takes a subscription when no charge type is named", async () => {
  const bench = openBench({ switches: { postpayPackages: false } });
  expect(await refusedOrder({}, bench)).toBe("400 UnSupported.ChargeType");
  const { BandwidthPackageChargeType: _, ...silent } = chinaAmerica;
  const { CenBandwidthPackageId } = await bench.call("CreateCenBandwidthPackage", { ...silent, Period: "1" });
  await bench.settle();
  expect((await listed(bench, CenBandwidthPackageId)).BandwidthPackageChargeType).toBe("PREPAY");
});

it("CreateCenBandwidthPackage: refuses buyers who may not", async () => {
  const refusedTo = (fields: object) => {
    const bench = openBench();
    Object.assign(bench.world.account("1000000000000001"), fields);
    return refusedOrder({}, bench);
  };
  expect(await refusedTo({ postpayOpen: false })).toBe("400 Order.AccountStatusIllegal");
  expect(await refusedTo({ realName: false })).toBe("400 OperationInvalid.UserCanNotBuyCrossBorderBwp");
  expect(await refusedTo({ arrears: true })).toBe("400 OperationInvalid.UserCanNotBuyBwp");
  expect(await refusedTo({ balance: 0 })).toBe("500 PayFor.AccountMoneyValidateError");
});

it("DescribeCenBandwidthPackages: adds filter keys up unless IsOrKey", async () => {
  const bench = openBench();
  await bench.call("CreateCenBandwidthPackage", { ...chinaAmerica, Name: "one" });
  await bench.call("CreateCenBandwidthPackage", { ...chinaAmerica, Name: "two" });
  await bench.settle();
  const filter = {
    "Filter.1.Key": "Name",
    "Filter.1.Value.1": "one",
    "Filter.2.Key": "Status",
    "Filter.2.Value.1": "Idle",
    "Filter.2.Value.2": "InUse",
  };
  expect((await bench.call("DescribeCenBandwidthPackages", filter)).TotalCount).toBe(1);
  expect((await bench.call("DescribeCenBandwidthPackages", { ...filter, IsOrKey: "true" })).TotalCount).toBe(2);
  expect((await bench.call("DescribeCenBandwidthPackages", { PageSize: "1", PageNumber: "2" })).TotalCount).toBe(2);
  expect((await bench.asShop("DescribeCenBandwidthPackages")).TotalCount).toBe(0);
  const wrong = { "Filter.1.Key": "Bandwidth", "Filter.1.Value.1": "10" };
  expect(await bench.refused("DescribeCenBandwidthPackages", wrong)).toBe("400 FilterKey.NotSupport");
  expect(await bench.refused("DescribeCenBandwidthPackages", { PageSize: "51" })).toBe("400 InvalidParameter");
});

it("a package on a CEN: is InUse and shows on the CEN once the association is done", async () => {
  const bench = openBench();
  const { CenBandwidthPackageId } = await bench.call("CreateCenBandwidthPackage", chinaAmerica);
  await bench.settle();
  await bench.call("AssociateCenBandwidthPackage", { CenId: CEN, CenBandwidthPackageId });
  expect(bench.lastCall()?.locks).toEqual([`cen:${CEN}`, `package:${CenBandwidthPackageId}`]);
  expect((await listed(bench, CenBandwidthPackageId)).Status).toBe("Idle");
  expect(bench.lastCall()?.transitional).toBe(true);
  await bench.settle();
  expect(await listed(bench, CenBandwidthPackageId)).toMatchObject({ Status: "InUse", CenIds: { CenId: [CEN] } });
  const cens = await bench.call("DescribeCens");
  expect(cens.Cens.Cen[0].CenBandwidthPackageIds).toEqual({ CenBandwidthPackageId: [CenBandwidthPackageId] });
});

it("a package on a CEN: is one for each pair of areas, and each on one CEN", async () => {
  const bench = openBench();
  const first = await associatedPackage(bench);
  const swapped = { GeographicRegionAId: "North-America", GeographicRegionBId: "China" };
  const { CenBandwidthPackageId } = await bench.call("CreateCenBandwidthPackage", { ...chinaAmerica, ...swapped });
  await bench.settle();
  const associate = (id: string) =>
    bench.refused("AssociateCenBandwidthPackage", { CenId: CEN, CenBandwidthPackageId: id });
  expect(await associate(CenBandwidthPackageId)).toBe("409 InvalidOperation.BwpForGeoSpanAlreadyAssociated");
  expect(await associate(first)).toBe("409 InvalidOperation.BwpInstanceStatus");
  bench.change("cen-package", CenBandwidthPackageId, { businessStatus: "FinancialLocked" });
  expect(await associate(CenBandwidthPackageId)).toBe("409 InvalidOperation.BwpBusinessStatus");
});

it("a package on a CEN: cannot leave while connections use it, nor be deleted before it has left", async () => {
  const bench = openBench();
  const CenBandwidthPackageId = await associatedPackage(bench);
  await bench.call("SetCenInterRegionBandwidthLimit", { ...betweenVpcs, BandwidthLimit: "5" });
  await bench.settle();
  const off = { CenId: CEN, CenBandwidthPackageId };
  expect(await bench.refused("UnassociateCenBandwidthPackage", off)).toBe(
    "409 InvalidOperation.CenBandwidthLimitsNotZero",
  );
  await bench.call("SetCenInterRegionBandwidthLimit", { ...betweenVpcs, BandwidthLimit: "0" });
  await bench.settle();
  expect(await bench.refused("DeleteCenBandwidthPackage", off)).toBe("400 InvalidParameter");
  expect(await bench.refused("DeleteCenBandwidthPackage", { CenBandwidthPackageId })).toBe(
    "403 InvalidOperation.BwpInstanceStatus",
  );
  await bench.call("UnassociateCenBandwidthPackage", off);
  await bench.settle();
  expect((await listed(bench, CenBandwidthPackageId)).Status).toBe("Idle");
  expect(await bench.refused("UnassociateCenBandwidthPackage", off)).toBe("409 InvalidOperation.BwpInstanceStatus");
  await bench.call("DeleteCenBandwidthPackage", { CenBandwidthPackageId });
  expect(await bench.refused("DeleteCenBandwidthPackage", { CenBandwidthPackageId })).toBe("500 Operation.Blocking");
  await bench.settle();
  expect(await bench.refused("DeleteCenBandwidthPackage", { CenBandwidthPackageId })).toBe(
    "404 ParameterBwpInstanceId",
  );
});

it("a package on a CEN: keeps the CEN from being deleted", async () => {
  const bench = openBench();
  await associatedPackage(bench);
  for (const attachment of bench.world.all("cen-attachment")) bench.world.remove("cen-attachment", attachment.id);
  expect(await bench.refused("DeleteCen", { CenId: CEN })).toBe("400 OperationFailed.DeleteCenWithBandwidthPackage");
});

it("DeleteCenBandwidthPackage: does not release a subscription", async () => {
  const bench = openBench();
  const order = { ...chinaAmerica, BandwidthPackageChargeType: "PREPAY", Period: "1" };
  const { CenBandwidthPackageId } = await bench.call("CreateCenBandwidthPackage", order);
  await bench.settle();
  expect(await bench.refused("DeleteCenBandwidthPackage", { CenBandwidthPackageId })).toBe("403 Forbidden.Release");
});

it("changing a package: widens after a while, with an order, and never narrows across the border", async () => {
  const bench = openBench();
  const CenBandwidthPackageId = await associatedPackage(bench);
  const resize = (Bandwidth: string) =>
    bench.refused("ModifyCenBandwidthPackageSpec", { CenBandwidthPackageId, Bandwidth });
  expect(await resize("10")).toBe("400 Operation.Failed");
  expect(await resize("5")).toBe("400 ParameterIllegal.BandwidthLimit");
  expect(await resize("20")).toBe("200 was answered");
  expect(await resize("30")).toBe("500 Operation.Blocking");
  expect((await listed(bench, CenBandwidthPackageId)).Bandwidth).toBe(10);
  await bench.settle();
  expect((await listed(bench, CenBandwidthPackageId)).Bandwidth).toBe(20);
  expect(bench.cloud.ledger().at(-1)).toMatchObject({
    action: "ModifyCenBandwidthPackageSpec",
    orderType: "Upgrade",
  });
});

it("changing a package: narrows within an area, but not below what its connections use", async () => {
  const bench = openBench();
  const inChina = { ...chinaAmerica, GeographicRegionBId: "China" };
  const { CenBandwidthPackageId } = await bench.call("CreateCenBandwidthPackage", inChina);
  await bench.settle();
  bench.world.put("cen-connection", {
    id: "c",
    uid: "u",
    packageId: CenBandwidthPackageId,
    bandwidthMbps: 4,
    nextMbps: 6,
  });
  const resize = (Bandwidth: string) =>
    bench.refused("ModifyCenBandwidthPackageSpec", { CenBandwidthPackageId, Bandwidth });
  expect(await resize("5")).toBe("409 InvalidOperation.BwpBandwidthExceeded");
  expect(await resize("6")).toBe("200 was answered");
});

it("changing a package: refuses to widen a subscription that cannot be paid", async () => {
  const bench = openBench();
  const order = { ...chinaAmerica, BandwidthPackageChargeType: "PREPAY", Period: "1" };
  const { CenBandwidthPackageId } = await bench.call("CreateCenBandwidthPackage", order);
  await bench.settle();
  bench.world.account("1000000000000001").balance = 1;
  const widen = { CenBandwidthPackageId, Bandwidth: "1000" };
  expect(await bench.refused("ModifyCenBandwidthPackageSpec", widen)).toBe("400 OperationFailed.InsufficientBalance");
});

it("changing a package: renames at once", async () => {
  const bench = openBench();
  const CenBandwidthPackageId = await associatedPackage(bench);
  await bench.call("ModifyCenBandwidthPackageAttribute", {
    CenBandwidthPackageId,
    Description: "sagctl-7c1e0b9a52d4-g1",
  });
  expect(await listed(bench, CenBandwidthPackageId)).toMatchObject({
    Name: "",
    Description: "sagctl-7c1e0b9a52d4-g1",
  });
});

it("a subscription package is released when its months are over, and its connections end with it", async () => {
  const bench = openBench();
  const prepaid = { ...chinaAmerica, BandwidthPackageChargeType: "PREPAY", Period: "1" };
  const { CenBandwidthPackageId } = await bench.call("CreateCenBandwidthPackage", prepaid);
  await bench.settle();
  await bench.call("AssociateCenBandwidthPackage", { CenId: CEN, CenBandwidthPackageId });
  await bench.settle();
  await bench.call("SetCenInterRegionBandwidthLimit", { ...betweenVpcs, BandwidthLimit: "5" });
  const lists = async () => {
    const { CenBandwidthPackages } = await bench.call("DescribeCenBandwidthPackages");
    const { CenInterRegionBandwidthLimits } = await bench.call("DescribeCenInterRegionBandwidthLimits", { CenId: CEN });
    return [
      CenBandwidthPackages.CenBandwidthPackage.length,
      CenInterRegionBandwidthLimits.CenInterRegionBandwidthLimit.length,
    ];
  };
  await bench.cloud.advanceTo(Date.UTC(2026, 11, 23, 9));
  expect(await lists()).toEqual([1, 1]);
  await bench.cloud.advanceTo(Date.UTC(2026, 11, 23, 9, 5));
  expect(await lists()).toEqual([0, 0]);
  const again = { CenId: CEN, CenBandwidthPackageId };
  expect(await bench.refused("AssociateCenBandwidthPackage", again)).toBe("404 ParameterBwpInstanceId");
});

it("a package that is paid as it goes stays", async () => {
  const bench = openBench();
  await bench.call("CreateCenBandwidthPackage", chinaAmerica);
  await bench.cloud.advanceTo(Date.UTC(2036, 0, 1));
  expect((await bench.call("DescribeCenBandwidthPackages")).TotalCount).toBe(1);
});
