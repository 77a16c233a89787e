import { expect, it } from "vitest";
import { probe } from "../../../src/simulator/data-plane/probe.ts";
import { CCN, CEN } from "../../../src/simulator/scenarios/put-backbone.ts";
import { HANGZHOU_VPC, SILICON_VALLEY_VPC } from "../../../src/simulator/scenarios/put-tutorial-vpcs.ts";
import { tutorialAToday } from "../../../src/simulator/scenarios/tutorial-a-today.ts";
import { tutorialATodayEmpty } from "../../../src/simulator/scenarios/tutorial-a-today-empty.ts";
import { hub } from "../direct-cloud.ts";
import { activate, area, bind, route } from "../smartag/branch.ts";
import { TwoPeople } from "./two-people.ts";

const branch = "172.16.0.0/12";
const inHangzhou = {
  region: "cn-hangzhou",
  tail: HANGZHOU_VPC.slice(4),
  zones: ["h", "i"],
  second: "bp1hz0proi4k7m2x9q3w1",
};
const inAmerica = {
  region: "us-west-1",
  tail: SILICON_VALLEY_VPC.slice(4),
  zones: ["a", "b"],
  second: "rj9sv0probd5n1c6t2y4k",
};
const groups = { "cn-hangzhou": "sg-bp1hz0web4k7m2x9q3w1", "us-west-1": "sg-rj9sv0web8d5n1c6t2y4" };

type Place = typeof inHangzhou;

/** The router of a VPC's region, and the VPC on it with all that belongs to it. */
function connectVpc(cloud: TwoPeople, CenId: string, { region, tail, zones, second }: Place) {
  const { TransitRouterId } = cloud.call("Cbn.CreateTransitRouter", { CenId, RegionId: region });
  const table = cloud.systemTable(TransitRouterId);
  const glue = region.startsWith("cn-") ? "-" : "";
  const mappings = {
    "ZoneMappings.1.ZoneId": `${region}${glue}${zones[0]}`,
    "ZoneMappings.1.VSwitchId": `vsw-${tail}`,
    "ZoneMappings.2.ZoneId": `${region}${glue}${zones[1]}`,
    "ZoneMappings.2.VSwitchId": `vsw-${second}`,
  };
  const flat = { CenId, TransitRouterId, RegionId: region, VpcId: `vpc-${tail}`, ...mappings };
  const { TransitRouterAttachmentId } = cloud.call("Cbn.CreateTransitRouterVpcAttachment", flat);
  cloud.learn(TransitRouterAttachmentId, table);
  cloud.routeTo(TransitRouterAttachmentId, { tail, region, uid: hub });
  return { TransitRouterId, table };
}

function buyPackage(cloud: TwoPeople, CenId: string, areaB: string): string {
  const areas = { GeographicRegionAId: "China", GeographicRegionBId: areaB };
  const order = { Bandwidth: "10", BandwidthPackageChargeType: "PREPAY", Period: "1", AutoPay: "true" };
  const { CenBandwidthPackageId } = cloud.call("Cbn.CreateCenBandwidthPackage", { ...areas, ...order });
  cloud.call("Cbn.AssociateCenBandwidthPackage", { CenId, CenBandwidthPackageId });
  return CenBandwidthPackageId;
}

function connectRegions(cloud: TwoPeople, CenId: string, local: string, peer: string, packageId: string): string {
  const bandwidth = { BandwidthType: "BandwidthPackage", Bandwidth: "5", CenBandwidthPackageId: packageId };
  const ends = { CenId, TransitRouterId: local, PeerTransitRouterId: peer, AutoPublishRouteEnabled: "true" };
  return cloud.call("Cbn.CreateTransitRouterPeerAttachment", { ...ends, ...bandwidth }).TransitRouterAttachmentId;
}

function putBranchOnCen(cloud: TwoPeople, CenId: string, ccnId: string): string {
  const gatewayId = activate(cloud);
  route(cloud, gatewayId, branch);
  bind(cloud, gatewayId, ccnId);
  const child = { ChildInstanceId: ccnId, ChildInstanceType: "CCN", ChildInstanceRegionId: "ccn-cn-shanghai" };
  cloud.call("Cbn.AttachCenChildInstance", { CenId, ...child });
  const [basic] = cloud.call("Cbn.ListTransitRouters", { CenId, Type: "Basic" }).TransitRouters;
  return basic.TransitRouterId;
}

it("from nothing takes 39 writes, after which branch and both VPCs reach each other", () => {
  const cloud = new TwoPeople(tutorialATodayEmpty);
  cloud.call("Cbn.OpenTransitRouterService");
  const { CenId } = cloud.call("Cbn.CreateCen", { Name: "global" });
  const { CcnId } = cloud.call("Smartag.CreateCloudConnectNetwork", { ...area, Name: "default", IsDefault: "true" });
  const hangzhou = connectVpc(cloud, CenId, inHangzhou);
  const america = connectVpc(cloud, CenId, inAmerica);
  const ccnRouter = putBranchOnCen(cloud, CenId, CcnId);
  for (const [RegionId, SecurityGroupId] of Object.entries(groups)) {
    const rule = { "Permissions.1.IpProtocol": "ICMP", "Permissions.1.PortRange": "-1/-1" };
    const from = { "Permissions.1.SourceCidrIp": "0.0.0.0/0" };
    cloud.call("Ecs.AuthorizeSecurityGroup", { RegionId, SecurityGroupId, ...rule, ...from });
  }
  const [abroad, within] = [buyPackage(cloud, CenId, "North-America"), buyPackage(cloud, CenId, "China")];
  const between = connectRegions(cloud, CenId, hangzhou.TransitRouterId, america.TransitRouterId, abroad);
  const toAmerica = connectRegions(cloud, CenId, america.TransitRouterId, ccnRouter, abroad);
  const toHangzhou = connectRegions(cloud, CenId, hangzhou.TransitRouterId, ccnRouter, within);
  for (const peer of [between, toHangzhou]) cloud.learn(peer, hangzhou.table);
  for (const peer of [between, toAmerica]) cloud.learn(peer, america.table);
  expect(cloud.writes).toBe(39);
  const servers = { "i-bp1hz0web4k7m2x9q3w1": "10.0.0.10", "i-rj9sv0web8d5n1c6t2y4": "10.1.0.10" };
  for (const [instanceId, other] of Object.entries(servers)) {
    for (const to of [other, "172.16.0.10"]) {
      expect(probe(cloud.world, { from: { instanceId }, to, protocol: "icmp" })).toMatchObject({ arrives: true });
    }
    const fromBranch = { from: { cidr: branch }, to: other, protocol: "icmp", class: "service" } as const;
    expect(probe(cloud.world, fromBranch)).toMatchObject({ arrives: true, testBandwidthOnly: false });
  }
});

it("a branch on the CEN reaches nothing before the CCN's router is connected with each region's", () => {
  const cloud = new TwoPeople(tutorialAToday);
  connectVpc(cloud, CEN, inHangzhou);
  putBranchOnCen(cloud, CEN, CCN);
  const report = probe(cloud.world, { from: { cidr: branch }, to: "10.1.0.10", protocol: "icmp" });
  expect(report.arrives).toBe(false);
  expect(report.because.at(-1)).toBe(`CEN ${CEN} has no route to 10.1.0.10 in ccn-cn-shanghai.`);
});

it("today's cloud refuses what the tutorial's text asks for: Basic attachments and POSTPAY packages", () => {
  const cloud = new TwoPeople(tutorialAToday);
  const child = { ChildInstanceId: HANGZHOU_VPC, ChildInstanceType: "VPC", ChildInstanceRegionId: "cn-hangzhou" };
  const attach = () => cloud.call("Cbn.AttachCenChildInstance", { CenId: CEN, ...child });
  expect(attach).toThrow(expect.objectContaining({ code: "OperationFailed.InvalidTransitRouter" }));
  const areas = { GeographicRegionAId: "China", GeographicRegionBId: "North-America" };
  const order = { Bandwidth: "10", BandwidthPackageChargeType: "POSTPAY", AutoPay: "true" };
  const buy = () => cloud.call("Cbn.CreateCenBandwidthPackage", { ...areas, ...order });
  expect(buy).toThrow(expect.objectContaining({ code: "UnSupported.ChargeType" }));
  const [ccn] = cloud.call("Smartag.DescribeCloudConnectNetworks", area).CloudConnectNetworks.CloudConnectNetwork;
  expect([ccn.CcnId, ccn.IsDefault]).toEqual([CCN, undefined]);
});
