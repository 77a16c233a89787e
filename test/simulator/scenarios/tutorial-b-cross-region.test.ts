import { expect, it } from "vitest";
import { ATTACHMENTS } from "../../../src/simulator/scenarios/connect-to-singapore.ts";
import { FAR_VPC3, VPC1, VPC2 } from "../../../src/simulator/scenarios/put-three-vpcs.ts";
import { CEN1, SINGAPORE_ROUTER, SINGAPORE_TABLE } from "../../../src/simulator/scenarios/put-transit-router.ts";
import { tutorialBCrossRegion } from "../../../src/simulator/scenarios/tutorial-b-cross-region.ts";
import { ALL_PAIRS, reachingPairs } from "../data-plane/three-vpcs.ts";
import { hub, shop } from "../direct-cloud.ts";
import { TwoPeople } from "./two-people.ts";

const vpcs = [VPC1, VPC2, FAR_VPC3];

/** Grant, router, attachment, routes and security groups; only the connection of the regions is missing. */
function apart(): { cloud: TwoPeople; TransitRouterId: string; table: string } {
  const cloud = new TwoPeople(tutorialBCrossRegion);
  const { tail, region: RegionId } = FAR_VPC3;
  const grant = { InstanceId: `vpc-${tail}`, InstanceType: "VPC", RegionId, CenId: CEN1, CenOwnerId: hub };
  cloud.call("Cbn.GrantInstanceToTransitRouter", grant, shop);
  const { TransitRouterId } = cloud.call("Cbn.CreateTransitRouter", { CenId: CEN1, RegionId });
  const table = cloud.systemTable(TransitRouterId);
  const attachmentId = cloud.attach(FAR_VPC3, { CenId: CEN1, TransitRouterId, TransitRouterRouteTableId: table });
  cloud.routeTo(attachmentId, FAR_VPC3);
  for (const vpc of vpcs)
    cloud.letIn(
      vpc,
      vpcs.filter((other) => other !== vpc),
    );
  return { cloud, TransitRouterId, table };
}

function connect(cloud: TwoPeople, PeerTransitRouterId: string, bandwidth: Record<string, string>): string {
  const peer = { PeerTransitRouterId, PeerTransitRouterRegionId: "cn-hangzhou", AutoPublishRouteEnabled: "true" };
  const flat = { CenId: CEN1, TransitRouterId: SINGAPORE_ROUTER, ...peer, ...bandwidth };
  return cloud.call("Cbn.CreateTransitRouterPeerAttachment", flat).TransitRouterAttachmentId;
}

it("without the connection the regions are apart; with it, learnt on both sides, everybody reaches everybody", () => {
  const { cloud, TransitRouterId, table } = apart();
  expect(reachingPairs(cloud.world, vpcs)).toEqual(["1>2", "2>1"]);
  const peer = connect(cloud, TransitRouterId, { BandwidthType: "DataTransfer", Bandwidth: "10" });
  expect(reachingPairs(cloud.world, vpcs)).toEqual(["1>2", "2>1"]);
  cloud.learn(peer, SINGAPORE_TABLE);
  expect(reachingPairs(cloud.world, vpcs)).toEqual(["1>2", "2>1"]);
  cloud.learn(peer, table);
  expect(reachingPairs(cloud.world, vpcs)).toEqual(ALL_PAIRS);
});

it("does so too with a package of the two areas", () => {
  const { cloud, TransitRouterId, table } = apart();
  const areas = { GeographicRegionAId: "Asia-Pacific", GeographicRegionBId: "China" };
  const order = { Bandwidth: "10", BandwidthPackageChargeType: "PREPAY", Period: "1", AutoPay: "true" };
  const { CenBandwidthPackageId } = cloud.call("Cbn.CreateCenBandwidthPackage", { ...areas, ...order });
  cloud.call("Cbn.AssociateCenBandwidthPackage", { CenId: CEN1, CenBandwidthPackageId });
  const bandwidth = { BandwidthType: "BandwidthPackage", Bandwidth: "10", CenBandwidthPackageId };
  const peer = connect(cloud, TransitRouterId, bandwidth);
  for (const one of [SINGAPORE_TABLE, table]) cloud.learn(peer, one);
  expect(reachingPairs(cloud.world, vpcs)).toEqual(ALL_PAIRS);
});

it("each router knows the other region's vSwitches by the connection", () => {
  const { cloud, TransitRouterId, table } = apart();
  const peer = connect(cloud, TransitRouterId, { BandwidthType: "DataTransfer", Bandwidth: "10" });
  for (const one of [SINGAPORE_TABLE, table]) cloud.learn(peer, one);
  const rows = (TransitRouterRouteTableId: string) => {
    const answer = cloud.call("Cbn.ListTransitRouterRouteEntries", { TransitRouterRouteTableId });
    const list: Record<string, string>[] = answer.TransitRouterRouteEntries;
    return list.map((row) => [row.TransitRouterRouteEntryDestinationCidrBlock, row.TransitRouterRouteEntryNextHopId]);
  };
  expect(rows(table)).toEqual([
    ["192.168.0.0/24", expect.not.stringContaining(peer)],
    ["192.168.1.0/24", expect.not.stringContaining(peer)],
    ...["10.0.0.0/24", "10.0.1.0/24", "172.16.0.0/24", "172.16.1.0/24"].map((cidr) => [cidr, peer]),
  ]);
  expect(rows(SINGAPORE_TABLE)).toEqual([
    ["10.0.0.0/24", ATTACHMENTS[1]],
    ["10.0.1.0/24", ATTACHMENTS[1]],
    ["172.16.0.0/24", ATTACHMENTS[2]],
    ["172.16.1.0/24", ATTACHMENTS[2]],
    ["192.168.0.0/24", peer],
    ["192.168.1.0/24", peer],
  ]);
});
