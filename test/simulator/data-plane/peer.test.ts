import { expect, it } from "vitest";
import { FAR_VPC3, VPC1, type VpcOfThree } from "../../../src/simulator/scenarios/put-three-vpcs.ts";
import { CEN1, SINGAPORE_ROUTER, SINGAPORE_TABLE } from "../../../src/simulator/scenarios/put-transit-router.ts";
import { tutorialBCrossRegion } from "../../../src/simulator/scenarios/tutorial-b-cross-region.ts";
import { DirectCloud, hub } from "../direct-cloud.ts";
import { pingBetween, reachingPairs } from "./three-vpcs.ts";

const FAR_ROUTER = "tr-hangzhou";
const FAR_TABLE = "vtb-hangzhou";
const PEER = "tr-attach-peer";
const FAR_ATTACHMENT = "tr-attach-far";

function learn(cloud: DirectCloud, attachmentId: string, routerId: string, tableId: string): void {
  const its = { uid: hub, attachmentId, routerId, tableId, status: "Active" };
  cloud.world.put("tr-association", { ...its, id: `${attachmentId}/${routerId}` });
  cloud.world.put("tr-propagation", { ...its, id: `${attachmentId}/${tableId}` });
}

/** Both regions' routers with their VPCs, and a connection between them; no call is sent. */
function connected(peer: Record<string, unknown> = {}): DirectCloud {
  const cloud = new DirectCloud({}, tutorialBCrossRegion);
  const { world } = cloud;
  const far = { uid: hub, cenId: CEN1, regionId: FAR_VPC3.region };
  world.put("transit-router", { ...far, id: FAR_ROUTER, edition: "Enterprise", status: "Active" });
  world.put("tr-route-table", { ...far, id: FAR_TABLE, routerId: FAR_ROUTER, type: "System", status: "Active" });
  const standing = { uid: hub, status: "Attached", autoPublish: false, createdAt: 0 };
  const vpc = { ...standing, resourceType: "VPC", name: "attach3", routerId: FAR_ROUTER, regionId: FAR_VPC3.region };
  world.put("tr-attachment", { ...vpc, id: FAR_ATTACHMENT, vpcId: `vpc-${FAR_VPC3.tail}`, zoneMappings: [] });
  const ends = { routerId: SINGAPORE_ROUTER, peerRouterId: FAR_ROUTER, resourceType: "TR", name: "to-hangzhou" };
  const bandwidth = { bandwidthType: "DataTransfer", bandwidthMbps: 10, autoPublish: true };
  world.put("tr-attachment", { ...standing, id: PEER, ...ends, ...bandwidth, ...peer });
  learn(cloud, FAR_ATTACHMENT, FAR_ROUTER, FAR_TABLE);
  learn(cloud, PEER, FAR_ROUTER, FAR_TABLE);
  learn(cloud, PEER, SINGAPORE_ROUTER, SINGAPORE_TABLE);
  for (const destinationCidrBlock of ["10.0.0.0/8", "172.16.0.0/12"]) {
    const entry = {
      id: destinationCidrBlock,
      uid: FAR_VPC3.uid,
      routeTableId: `vtb-${FAR_VPC3.tail}`,
      status: "Available",
    };
    const hop = { type: "Custom", nextHopType: "Attachment", nextHopId: FAR_ATTACHMENT };
    world.put("route-entry", { ...entry, destinationCidrBlock, ...hop });
  }
  for (const group of world.all("security-group")) {
    const rule = { direction: "ingress", ipProtocol: "ALL", portRange: "-1/-1", policy: "Accept", priority: 1 };
    cloud.change("security-group", group.id, { rules: [{ ...rule, cidr: "0.0.0.0/0" }] });
  }
  return cloud;
}

function stoppedBy(cloud: DirectCloud, from: VpcOfThree = VPC1, to: VpcOfThree = FAR_VPC3): string {
  const report = pingBetween(cloud.world, from, to);
  expect(report.arrives).toBe(false);
  return report.because.at(-1) ?? "";
}

it("a connection that advertises, associated and propagated on both sides, carries both ways", () => {
  const cloud = connected();
  expect(reachingPairs(cloud.world, [VPC1, FAR_VPC3])).toEqual(["1>3", "3>1"]);
  const { rttMs, because } = pingBetween(cloud.world, VPC1, FAR_VPC3);
  expect(rttMs).toBe(62);
  expect(because).toContain("ap-southeast-1 and cn-hangzhou have the inter-region connection to-hangzhou.");
  expect(because).toContain("cn-hangzhou and ap-southeast-1 have the inter-region connection to-hangzhou.");
});

it("one that does not advertise leaves both tables without the other region's prefixes", () => {
  expect(stoppedBy(connected({ autoPublish: false }))).toContain(`Table ${SINGAPORE_TABLE}`);
});

it("a side without association advertises nothing, and drops what a written route sends over all the same", () => {
  const cloud = connected();
  cloud.world.remove("tr-association", `${PEER}/${FAR_ROUTER}`);
  expect(stoppedBy(cloud)).toContain(`Table ${SINGAPORE_TABLE}`);
  const route = { destination: "192.168.0.0/16", nextHopType: "Attachment", attachmentId: PEER, status: "Active" };
  cloud.world.put("tr-route", { id: "rte-1", uid: hub, tableId: SINGAPORE_TABLE, ...route });
  expect(stoppedBy(cloud)).toBe(
    `to-hangzhou is associated with no table of ${FAR_ROUTER}, which drops what comes over it.`,
  );
});

it("a side without propagation does not know the other region: the answer is lost there", () => {
  const deaf = connected();
  deaf.world.remove("tr-propagation", `${PEER}/${FAR_TABLE}`);
  expect(stoppedBy(deaf)).toBe(`Table ${FAR_TABLE} of ${FAR_ROUTER} (cn-hangzhou) has no route to 10.0.0.1.`);
});

it("the Enterprise Edition has no free test bandwidth: none, or a package that is locked, stops it", () => {
  const none = "The inter-region connection to-hangzhou has no bandwidth: Enterprise Edition gives none for tests.";
  expect(stoppedBy(connected({ bandwidthMbps: 0 }))).toBe(none);
  const cloud = connected({ bandwidthType: "BandwidthPackage", packageId: "cenbwp-1" });
  expect(stoppedBy(cloud)).toBe(none);
  cloud.world.put("cen-package", { id: "cenbwp-1", uid: hub, businessStatus: "Normal" });
  expect(reachingPairs(cloud.world, [VPC1, FAR_VPC3])).toEqual(["1>3", "3>1"]);
  cloud.change("cen-package", "cenbwp-1", { businessStatus: "FinancialLocked" });
  expect(stoppedBy(cloud)).toBe(none);
});

it("the one that is being made carries nothing yet", () => {
  expect(stoppedBy(connected({ status: "Attaching" }))).toContain("has no route to 192.168.0.1");
});
