import { expect, it } from "vitest";
import { type ProbeReport, probe } from "../../../src/simulator/data-plane/probe.ts";
import { DirectCloud, hub } from "../direct-cloud.ts";
import { inHangzhou, openFinished } from "./finished-network.ts";

const CEN = "cen-a7k2m9x4q1w8e5r3t6";
const ROUTER = "tr-hangzhou";
const TABLE = "vtb-router";
const ATTACHMENT = "tr-attach-hangzhou";
const PEER = "tr-attach-ccn";

/** Tutorial A at its end, but the VPC in Hangzhou is on an Enterprise router that is connected to the CCN's Basic one. */
function mixed(peer: Record<string, unknown> = {}): DirectCloud {
  const cloud = new DirectCloud();
  const { world } = cloud;
  world.state.things = openFinished().world.state.things;
  world.remove("cen-attachment", `${CEN}/${inHangzhou.vpcId}`);
  const [old] = world.all("transit-router").filter((one) => one.regionId === "cn-hangzhou");
  world.remove("transit-router", String(old?.id));
  const its = { uid: hub, cenId: CEN, regionId: "cn-hangzhou", status: "Active" };
  world.put("transit-router", { ...its, id: ROUTER, edition: "Enterprise" });
  world.put("tr-route-table", { ...its, id: TABLE, routerId: ROUTER, type: "System" });
  const standing = { ...its, routerId: ROUTER, status: "Attached", autoPublish: true, name: "" };
  const vpc = { resourceType: "VPC", vpcId: inHangzhou.vpcId, zoneMappings: [], autoPublish: false };
  world.put("tr-attachment", { ...standing, id: ATTACHMENT, ...vpc });
  const ends = { resourceType: "TR", peerRouterId: "tr-ccn", bandwidthType: "BandwidthPackage", packageId: "cenbwp-1" };
  world.put("tr-attachment", { ...standing, id: PEER, ...ends, bandwidthMbps: 5, ...peer });
  for (const attachmentId of [ATTACHMENT, PEER]) {
    const learning = { uid: hub, attachmentId, routerId: ROUTER, tableId: TABLE, status: "Active" };
    world.put("tr-association", { ...learning, id: `${attachmentId}/${ROUTER}` });
    world.put("tr-propagation", { ...learning, id: `${attachmentId}/${TABLE}` });
  }
  const back = { routeTableId: inHangzhou.vpcId.replace("vpc", "vtb"), destinationCidrBlock: "172.16.0.0/12" };
  const hop = { type: "Custom", nextHopType: "Attachment", nextHopId: ATTACHMENT, status: "Available" };
  world.put("route-entry", { id: "rte-back", uid: hub, ...back, ...hop });
  return cloud;
}

function pingFromBranch({ world }: DirectCloud): ProbeReport {
  return probe(world, { from: { cidr: "172.16.0.0/12" }, to: inHangzhou.address, protocol: "icmp" });
}

it("a branch reaches an Enterprise router's VPC over the CCN's Basic router, and the VPC the branch", () => {
  const cloud = mixed();
  expect(pingFromBranch(cloud)).toMatchObject({ arrives: true, testBandwidthOnly: false, rttMs: 32 });
  const back = probe(cloud.world, { from: { instanceId: inHangzhou.id }, to: "172.16.0.10", protocol: "icmp" });
  expect(back.arrives).toBe(true);
});

it("the Basic router's way is told, with the connection that it goes over", () => {
  const { because } = pingFromBranch(mixed());
  expect(because).toContain("ccn-cn-shanghai knows 10.1.0.0/24 from another region's Enterprise router.");
  expect(because).toContain(`ccn-cn-shanghai and cn-hangzhou have the inter-region connection ${PEER}.`);
});

it("without the connection, its advertising or its bandwidth nothing passes, tests neither", () => {
  const stopped = (peer: Record<string, unknown>) => {
    const report = pingFromBranch(mixed(peer));
    expect(report).toMatchObject({ arrives: false, testBandwidthOnly: false });
    return report.because.at(-1);
  };
  const unknown = `CEN ${CEN} has no route to ${inHangzhou.address} in ccn-cn-shanghai.`;
  expect(stopped({ status: "Detaching" })).toBe(unknown);
  expect(stopped({ autoPublish: false })).toBe(unknown);
  expect(stopped({ bandwidthMbps: 0 })).toContain("has no bandwidth");
});

it("the Enterprise side needs association and propagation, the VPC its route back", () => {
  const last = (kind: string, id: string) => {
    const cloud = mixed();
    cloud.thing(kind, id);
    cloud.world.remove(kind, id);
    return pingFromBranch(cloud).because.at(-1);
  };
  // Its routes are advertised out of the table that the connection is associated with: without it, the CCN knows of none.
  expect(last("tr-association", `${PEER}/${ROUTER}`)).toContain("in ccn-cn-shanghai");
  expect(last("tr-propagation", `${PEER}/${TABLE}`)).toContain("has no route to 172.16.0.10");
  expect(last("route-entry", "rte-back")).toBe(`VPC ${inHangzhou.vpcId} has no route to 172.16.0.10.`);
});

it("the other VPC, still on its Basic router, is reached as before", () => {
  const ping = { from: { cidr: "172.16.0.0/12" }, to: "10.0.0.10", protocol: "icmp" } as const;
  expect(probe(mixed().world, ping)).toMatchObject({ arrives: true, testBandwidthOnly: false, rttMs: 163 });
});
