import { expect, it } from "vitest";
import { tutorialAToday } from "../../../src/simulator/scenarios/tutorial-a-today.ts";
import { CEN, ccnChild, openBench } from "./cbn-bench.ts";
import { routes } from "./enterprise-bench.ts";

const create = "CreateTransitRouterPeerAttachment";

/** Today's cloud with Enterprise routers in Hangzhou and Silicon Valley, and the CCN on its Basic one. */
async function openToday(switches = {}) {
  const bench = openBench({ scenario: tutorialAToday, switches });
  const routers: Record<string, string> = {};
  for (const RegionId of ["cn-hangzhou", "us-west-1"]) {
    routers[RegionId] = (await bench.call("CreateTransitRouter", { CenId: CEN, RegionId })).TransitRouterId;
    await bench.settle();
  }
  await bench.call("AttachCenChildInstance", ccnChild);
  await bench.settle();
  const basic = await bench.call("ListTransitRouters", { CenId: CEN, Type: "Basic" });
  const ccn: string = basic.TransitRouters[0].TransitRouterId;
  const [hangzhou = "", america = ""] = [routers["cn-hangzhou"], routers["us-west-1"]];
  return { bench, hangzhou, america, ccn };
}

type Today = Awaited<ReturnType<typeof openToday>>;

const months = { BandwidthPackageChargeType: "PREPAY", Period: "1", PricingCycle: "Month", AutoPay: "true" };

async function packageBetween({ bench }: Today, other: string, Bandwidth = "10"): Promise<string> {
  const areas = { GeographicRegionAId: "China", GeographicRegionBId: other };
  const { CenBandwidthPackageId } = await bench.call("CreateCenBandwidthPackage", { ...areas, ...months, Bandwidth });
  await bench.settle();
  await bench.call("AssociateCenBandwidthPackage", { CenId: CEN, CenBandwidthPackageId });
  await bench.settle();
  return CenBandwidthPackageId;
}

const fromPackage = (CenBandwidthPackageId: string, Bandwidth = "5") => ({
  BandwidthType: "BandwidthPackage",
  CenBandwidthPackageId,
  Bandwidth,
});
const byTransfer = { BandwidthType: "DataTransfer", Bandwidth: "10" };

async function seen({ bench }: Today, TransitRouterAttachmentId: string) {
  const list = await bench.call("ListTransitRouterPeerAttachments", { CenId: CEN, TransitRouterAttachmentId });
  return list.TransitRouterAttachments[0];
}

it("an inter-region connection is Attaching, then Attached; it holds the CEN and both routers", async () => {
  const today = await openToday();
  const { bench, hangzhou, america } = today;
  const id = await packageBetween(today, "North-America");
  const ends = { TransitRouterId: hangzhou, PeerTransitRouterId: america, PeerTransitRouterRegionId: "us-west-1" };
  const { TransitRouterAttachmentId } = await bench.call(create, { ...ends, ...fromPackage(id) });
  expect(bench.lastCall()?.locks).toEqual([`cen:${CEN}`, `tr:${hangzhou}`, `tr:${america}`]);
  expect(await seen(today, TransitRouterAttachmentId)).toMatchObject({ Status: "Attaching" });
  await bench.settle();
  expect(await seen(today, TransitRouterAttachmentId)).toMatchObject({
    Status: "Attached",
    ...ends,
    RegionId: "cn-hangzhou",
    Bandwidth: 5,
    BandwidthType: "BandwidthPackage",
    CenBandwidthPackageId: id,
    GeographicSpanId: "north-america_china",
    DefaultLinkType: "Gold",
    AutoPublishRouteEnabled: false,
    ResourceType: "TR",
  });
  for (const TransitRouterId of [hangzhou, america]) {
    expect((await bench.call("ListTransitRouterPeerAttachments", { TransitRouterId })).TotalCount).toBe(1);
  }
  expect(await bench.refused("ListTransitRouterPeerAttachments")).toBe("400 MissingParam.CenIdOrRegionId");
});

it("the local side is an Enterprise router; the other side is another one of the same CEN, still unconnected", async () => {
  const { bench, hangzhou, america, ccn } = await openToday();
  const refused = (ends: Record<string, string>) => bench.refused(create, { ...ends, ...byTransfer });
  expect(await refused({ TransitRouterId: ccn, PeerTransitRouterId: america })).toBe(
    "400 OperationUnsupported.TransitRouterId",
  );
  expect(await refused({ PeerTransitRouterId: america })).toBe("400 MissingParam.CenIdOrRegionId");
  expect(await refused({ TransitRouterId: "tr-nobody", PeerTransitRouterId: america })).toBe(
    "400 InvalidTransitRouterId.NotFound",
  );
  expect(await refused({ TransitRouterId: hangzhou, PeerTransitRouterId: "tr-nobody" })).toBe(
    "400 InvalidPeerTransitRouterId.NotFound",
  );
  expect(await refused({ TransitRouterId: hangzhou, PeerTransitRouterId: hangzhou })).toBe(
    "400 IllegalParam.PeerTransitRouterId",
  );
  const ends = { TransitRouterId: hangzhou, PeerTransitRouterId: america };
  expect(await refused({ ...ends, PeerTransitRouterRegionId: "us-east-1" })).toBe("400 IllegalParam.PeerRegionId");
  await bench.call(create, { CenId: CEN, RegionId: "cn-hangzhou", PeerTransitRouterId: america, ...byTransfer });
  expect(await refused(ends)).toBe("400 InvalidOperation");
});

it("bandwidth comes from a package of the span that is on the CEN, and all connections share it", async () => {
  const today = await openToday();
  const { bench, hangzhou, america, ccn } = today;
  const id = await packageBetween(today, "North-America");
  const wrongSpan = await packageBetween(today, "China");
  const ends = { TransitRouterId: hangzhou, PeerTransitRouterId: america };
  const refused = (bandwidth: Record<string, string>) => bench.refused(create, { ...ends, ...bandwidth });
  expect(await refused({ BandwidthType: "BandwidthPackage", CenBandwidthPackageId: id })).toBe(
    "400 MissingParam.Bandwidth",
  );
  expect(await refused({ Bandwidth: "5" })).toBe("400 IllegalParam.BandwidthType");
  expect(await refused({ BandwidthType: "BandwidthPackage", Bandwidth: "5" })).toBe(
    "400 IllegalParam.CenBandwidthPackageId",
  );
  expect(await refused(fromPackage(wrongSpan))).toBe("400 IllegalParam.CenBandwidthPackageId");
  expect(await refused(fromPackage(id, "0"))).toBe("400 IllegalParam.Bandwidth");
  expect(await refused(fromPackage(id, "11"))).toBe("400 InvalidOperation.BwpBandwidthExceeded");
  await bench.call(create, { ...ends, ...fromPackage(id, "6") });
  await bench.settle();
  const ccnEnds = { TransitRouterId: america, PeerTransitRouterId: ccn };
  expect(await bench.refused(create, { ...ccnEnds, ...fromPackage(id, "5") })).toBe(
    "400 InvalidOperation.BwpBandwidthExceeded",
  );
  await bench.call(create, { ...ccnEnds, ...fromPackage(id, "4") });
  const areas = { CenId: CEN, GeographicRegionAId: "China", GeographicRegionBId: "North-America" };
  expect((await bench.call("DescribeCenGeographicSpanRemainingBandwidth", areas)).RemainingBandwidth).toBe(0);
});

it("a package stays on the CEN while an Enterprise connection uses it, and both lists show the connection", async () => {
  const today = await openToday();
  const { bench, hangzhou, america } = today;
  const id = await packageBetween(today, "North-America");
  const ends = { TransitRouterId: hangzhou, PeerTransitRouterId: america };
  const { TransitRouterAttachmentId } = await bench.call(create, { ...ends, ...fromPackage(id) });
  await bench.settle();
  const off = { CenId: CEN, CenBandwidthPackageId: id };
  expect(await bench.refused("UnassociateCenBandwidthPackage", off)).toBe(
    "409 InvalidOperation.CenBandwidthLimitsNotZero",
  );
  const { CenInterRegionBandwidthLimits } = await bench.call("DescribeCenInterRegionBandwidthLimits", { CenId: CEN });
  expect(CenInterRegionBandwidthLimits.CenInterRegionBandwidthLimit).toMatchObject([
    { LocalRegionId: "cn-hangzhou", OppositeRegionId: "us-west-1", BandwidthLimit: 5, Status: "Active" },
  ]);
  const { CenBandwidthPackages } = await bench.call("DescribeCenBandwidthPackages");
  const limits = CenBandwidthPackages.CenBandwidthPackage[0].OrginInterRegionBandwidthLimits;
  expect(limits.OrginInterRegionBandwidthLimit).toMatchObject([{ OppositeRegionId: "us-west-1", BandwidthLimit: "5" }]);
  await bench.call("DeleteTransitRouterPeerAttachment", { TransitRouterAttachmentId });
  await bench.settle();
  await bench.call("UnassociateCenBandwidthPackage", off);
});

it("data transfer: capped across the border, not towards a CCN, not with a package", async () => {
  const today = await openToday();
  const { bench, hangzhou, america, ccn } = today;
  const across = { TransitRouterId: hangzhou, PeerTransitRouterId: america };
  const refused = (params: Record<string, string>) => bench.refused(create, params);
  expect(await refused({ ...across, ...byTransfer, Bandwidth: "101" })).toBe("400 QuotaExceeded.Bandwidth");
  expect(await refused({ ...across, ...byTransfer, CenBandwidthPackageId: "cenbwp-x" })).toBe(
    "400 IllegalParam.CenBandwidthPackageId",
  );
  const toCcn = { TransitRouterId: hangzhou, PeerTransitRouterId: ccn, ...byTransfer };
  expect(await refused(toCcn)).toBe("400 OperationUnsupported.CloudDataTransferService");
  const fast = { ...across, ...fromPackage(await packageBetween(today, "North-America")) };
  expect(await refused({ ...fast, DefaultLinkType: "Platinum" })).toBe(
    "400 ParameterIllegal.BandwidthPackageDefaultLinkTypeOnlySupportGold",
  );
  bench.world.account("1000000000000001").realName = false;
  expect(await refused({ ...across, ...byTransfer })).toBe("400 OperationInvalid.UserCanNotBuyCrossBorderBwp");
  bench.world.account("1000000000000001").realName = true;
  const { TransitRouterAttachmentId } = await bench.call(create, { ...across, ...byTransfer });
  expect(await seen(today, TransitRouterAttachmentId)).toMatchObject({
    BandwidthType: "DataTransfer",
    Bandwidth: 10,
    CenBandwidthPackageId: "",
  });
});

it("a connection is changed: its bandwidth against the rest of the package, its kind, its name", async () => {
  const today = await openToday();
  const { bench, hangzhou, america } = today;
  const id = await packageBetween(today, "North-America");
  const ends = { TransitRouterId: hangzhou, PeerTransitRouterId: america };
  const { TransitRouterAttachmentId } = await bench.call(create, { ...ends, ...fromPackage(id, "8") });
  const update = (changes: Record<string, string>) => ({ TransitRouterAttachmentId, ...changes });
  const action = "UpdateTransitRouterPeerAttachmentAttribute";
  expect(await bench.refused(action, update({ Bandwidth: "9" }))).toBe("400 IncorrectStatus.Status");
  await bench.settle();
  expect(await bench.refused(action, update({ Bandwidth: "11" }))).toBe("400 InvalidOperation.BwpBandwidthExceeded");
  const dry = update({ Bandwidth: "10", DryRun: "true" });
  expect(await bench.refused(action, dry)).toBe("200 was answered");
  expect(await seen(today, TransitRouterAttachmentId)).toMatchObject({ Bandwidth: 8, Status: "Attached" });
  await bench.call(action, update({ Bandwidth: "10", TransitRouterAttachmentName: "to-america" }));
  expect(await seen(today, TransitRouterAttachmentId)).toMatchObject({ Status: "Modifying" });
  await bench.settle();
  await bench.call(action, update({ BandwidthType: "DataTransfer", AutoPublishRouteEnabled: "true" }));
  await bench.settle();
  expect(await seen(today, TransitRouterAttachmentId)).toMatchObject({
    TransitRouterAttachmentName: "to-america",
    Bandwidth: 10,
    BandwidthType: "DataTransfer",
    CenBandwidthPackageId: "",
    AutoPublishRouteEnabled: true,
    Status: "Attached",
  });
});

it("an unknown connection is deleted in silence; one in use goes by Force, with its association and propagation", async () => {
  const today = await openToday();
  const { bench, hangzhou, america } = today;
  const gone = "DeleteTransitRouterPeerAttachment";
  expect(await bench.refused(gone, { TransitRouterAttachmentId: "tr-attach-nobody" })).toBe("200 was answered");
  expect(bench.lastCall()?.locks).toBeUndefined();
  const ends = { TransitRouterId: hangzhou, PeerTransitRouterId: america };
  const { TransitRouterAttachmentId } = await bench.call(create, { ...ends, ...byTransfer });
  await bench.settle();
  await connect(today, hangzhou, TransitRouterAttachmentId);
  expect(await bench.refused(gone, { TransitRouterAttachmentId })).toBe(
    "400 OperationFailed.RouteTablePropagationExist",
  );
  await bench.call(gone, { TransitRouterAttachmentId, Force: "true" });
  expect(await seen(today, TransitRouterAttachmentId)).toMatchObject({ Status: "Detaching" });
  await bench.settle();
  expect(await seen(today, TransitRouterAttachmentId)).toBeUndefined();
  expect([...bench.world.all("tr-association"), ...bench.world.all("tr-propagation")]).toEqual([]);
});

async function systemTable({ bench }: Today, TransitRouterId: string): Promise<string> {
  const { TransitRouterRouteTables } = await bench.call("ListTransitRouterRouteTables", { TransitRouterId });
  return TransitRouterRouteTables[0].TransitRouterRouteTableId;
}

/** Association and propagation with a router's System table. */
async function connect(today: Today, router: string, TransitRouterAttachmentId: string): Promise<void> {
  const TransitRouterRouteTableId = await systemTable(today, router);
  const pair = { TransitRouterAttachmentId, TransitRouterRouteTableId };
  await today.bench.call("AssociateTransitRouterAttachmentWithRouteTable", pair);
  await today.bench.settle();
  await today.bench.call("EnableTransitRouterRouteTablePropagation", pair);
  await today.bench.settle();
}

async function attachVpc(today: Today, router: string, tail: string, zone: string): Promise<string> {
  const zones = { "ZoneMappings.1.ZoneId": zone, "ZoneMappings.1.VSwitchId": `vsw-${tail}` };
  const vpc = { TransitRouterId: router, VpcId: `vpc-${tail}`, ...zones };
  const { TransitRouterAttachmentId } = await today.bench.call("CreateTransitRouterVpcAttachment", vpc);
  await today.bench.settle();
  await connect(today, router, TransitRouterAttachmentId);
  return TransitRouterAttachmentId;
}

const inHangzhou = ["bp1hz0prod4k7m2x9q3w1", "cn-hangzhou-h"] as const;

it("between Enterprise routers: an end learns what the other's associated table holds, if routes are advertised", async () => {
  const today = await openToday();
  const { bench, hangzhou, america } = today;
  await attachVpc(today, hangzhou, ...inHangzhou);
  const ends = { TransitRouterId: hangzhou, PeerTransitRouterId: america, AutoPublishRouteEnabled: "true" };
  const { TransitRouterAttachmentId: peer } = await bench.call(create, { ...ends, ...byTransfer });
  await bench.settle();
  await connect(today, america, peer);
  const there = await systemTable(today, america);
  expect(await routes(bench, there)).toEqual([]);
  await connect(today, hangzhou, peer);
  expect((await routes(bench, there)).toSorted()).toEqual([`10.1.0.0/24 ${peer} Active`, `10.1.1.0/24 ${peer} Active`]);
  const { TransitRouterRouteEntries } = await bench.call("ListTransitRouterRouteEntries", {
    TransitRouterRouteTableId: there,
    TransitRouterRouteEntryDestinationCidrBlock: "10.1.0.0/24",
  });
  expect(TransitRouterRouteEntries).toMatchObject([
    {
      TransitRouterRouteEntryNextHopResourceType: "TR",
      TransitRouterRouteEntryNextHopResourceId: hangzhou,
      TransitRouterRouteEntryOriginResourceId: `vpc-${inHangzhou[0]}`,
    },
  ]);
  expect(await routes(bench, await systemTable(today, hangzhou))).toHaveLength(2);
  const silent = { TransitRouterAttachmentId: peer, AutoPublishRouteEnabled: "false" };
  await bench.call("UpdateTransitRouterPeerAttachmentAttribute", silent);
  await bench.settle();
  expect(await routes(bench, there)).toEqual([]);
});

it("with a CCN's Basic router: the branch's prefixes come in, the VPC's go out, and no tables are shown there", async () => {
  const today = await openToday();
  const { bench, hangzhou, ccn } = today;
  bench.world.put("gateway", {
    id: "sag-1",
    uid: "1000000000000001",
    ccnId: ccnChild.ChildInstanceId,
    routingStrategy: "static",
    cidrs: ["172.16.0.0/12"],
  });
  await attachVpc(today, hangzhou, ...inHangzhou);
  const id = await packageBetween(today, "China");
  const ends = { TransitRouterId: hangzhou, PeerTransitRouterId: ccn, AutoPublishRouteEnabled: "true" };
  const { TransitRouterAttachmentId: peer } = await bench.call(create, { ...ends, ...fromPackage(id) });
  await bench.settle();
  await connect(today, hangzhou, peer);
  const here = await routes(bench, await systemTable(today, hangzhou));
  expect(here).toContain(`172.16.0.0/12 ${peer} Active`);
  const asked = { CenId: CEN, CenRegionId: "ccn-cn-shanghai" };
  const { CenRouteEntries } = await bench.call("DescribeCenRegionDomainRouteEntries", asked);
  const seenThere = CenRouteEntries.CenRouteEntry.map((one: { DestinationCidrBlock: string; NextHopType: string }) => [
    one.DestinationCidrBlock,
    one.NextHopType,
  ]);
  expect(seenThere).toContainEqual(["172.16.0.0/12", "CCN"]);
  expect(seenThere).toContainEqual(["10.1.0.0/24", "VPC"]);
  expect((await bench.call("ListTransitRouterRouteTables", { TransitRouterId: ccn })).TotalCount).toBe(0);
});

it("what came over one connection is not handed on over another", async () => {
  const today = await openToday();
  const { bench, hangzhou, america } = today;
  const { TransitRouterId: london } = await bench.call("CreateTransitRouter", { CenId: CEN, RegionId: "eu-west-1" });
  await bench.settle();
  await attachVpc(today, hangzhou, ...inHangzhou);
  for (const peer of [hangzhou, london]) {
    const ends = { TransitRouterId: america, PeerTransitRouterId: peer, AutoPublishRouteEnabled: "true" };
    const { TransitRouterAttachmentId } = await bench.call(create, { ...ends, ...byTransfer });
    await bench.settle();
    await connect(today, america, TransitRouterAttachmentId);
    await connect(today, peer, TransitRouterAttachmentId);
  }
  expect(await routes(bench, await systemTable(today, america))).toHaveLength(2);
  expect(await routes(bench, await systemTable(today, london))).toEqual([]);
});

it("a connection is neither made nor widened while its package is being changed", async () => {
  const today = await openToday();
  const { bench, hangzhou, ccn } = today;
  const id = await packageBetween(today, "China");
  const ends = { TransitRouterId: hangzhou, PeerTransitRouterId: ccn };
  const { TransitRouterAttachmentId } = await bench.call(create, { ...ends, ...fromPackage(id, "4") });
  await bench.settle();
  await bench.call("ModifyCenBandwidthPackageSpec", { CenBandwidthPackageId: id, Bandwidth: "4" });
  const widened = { TransitRouterAttachmentId, Bandwidth: "8" };
  expect(await bench.refused("UpdateTransitRouterPeerAttachmentAttribute", widened)).toBe("500 Operation.Blocking");
  await bench.settle();
  const code = "400 InvalidOperation.BwpBandwidthExceeded";
  expect(await bench.refused("UpdateTransitRouterPeerAttachmentAttribute", widened)).toBe(code);
});
