import { expect, it } from "vitest";
import { type ProbeReport, type ProbeRequest, probe } from "../../../src/simulator/data-plane/probe.ts";
import type { World } from "../../../src/simulator/world.ts";
import { inHangzhou, inSiliconValley, openFinished, rule } from "./finished-network.ts";

const branch = { address: "172.16.0.10" };
const ping = (to: string): ProbeRequest => ({ from: branch, to, protocol: "icmp" });

function pingFromBranch(world: World, to = inHangzhou.address): ProbeReport {
  return probe(world, ping(to));
}

/** The last hop of a probe that has to fail. */
function stoppedBy(world: World, request: ProbeRequest = ping(inHangzhou.address)): string {
  const report = probe(world, request);
  expect(report).toMatchObject({ arrives: false, rttMs: 0, testBandwidthOnly: false });
  return report.because.at(-1) ?? "";
}

it("a finished network carries pings and service traffic to both VPCs, with the tutorial's round trips", () => {
  const { world } = openFinished();
  expect(pingFromBranch(world)).toMatchObject({ arrives: true, testBandwidthOnly: false, rttMs: 31 });
  expect(pingFromBranch(world, inSiliconValley.address)).toMatchObject({
    arrives: true,
    testBandwidthOnly: false,
    rttMs: 163,
  });
  expect(probe(world, { ...ping(inSiliconValley.address), class: "service" }).arrives).toBe(true);
});

it("the way is told hop by hop, there and back", () => {
  const { because } = pingFromBranch(openFinished().world);
  expect(because.map((line) => line.split(" ")[0])).toEqual([
    "Gateway",
    "CCN",
    "ccn-cn-shanghai",
    "10.1.0.10",
    "Security",
    "VPC",
    "cn-hangzhou",
    "CCN",
    "Gateway",
  ]);
});

it("without a region connection a probe passes on test bandwidth and service traffic does not", () => {
  const { world } = openFinished();
  for (const connection of world.all("cen-connection")) world.remove("cen-connection", connection.id);
  expect(pingFromBranch(world, inSiliconValley.address)).toMatchObject({ arrives: true, testBandwidthOnly: true });
  expect(stoppedBy(world, { ...ping(inSiliconValley.address), class: "service" })).toContain(
    "only 1 kbit/s of test bandwidth",
  );
  expect(pingFromBranch(world)).toMatchObject({ arrives: true, testBandwidthOnly: false });
  expect(probe(world, { ...ping(inHangzhou.address), class: "service" }).arrives).toBe(true);
});

it("a connection to the VPC region does not serve the CCN's region", () => {
  const { world, connect } = openFinished();
  for (const connection of world.all("cen-connection")) world.remove("cen-connection", connection.id);
  connect("cn-hangzhou", "us-west-1", 5);
  expect(pingFromBranch(world, inSiliconValley.address)).toMatchObject({ arrives: true, testBandwidthOnly: true });
  const fromHangzhou = {
    from: { instanceId: inHangzhou.id },
    to: inSiliconValley.address,
    protocol: "tcp",
    port: 443,
  } as const;
  expect(probe(world, { ...fromHangzhou, class: "service" }).arrives).toBe(true);
});

it("two mainland regions need a connection between VPCs, although the CCN needs none", () => {
  const { world } = openFinished();
  for (const vpc of world.all("vpc")) {
    if (vpc.region !== "us-west-1") continue;
    world.put("vpc", { ...vpc, region: "cn-beijing" });
    for (const attachment of world.all("cen-attachment").filter((one) => one.childId === vpc.id)) {
      world.put("cen-attachment", { ...attachment, childRegionId: "cn-beijing" });
    }
  }
  for (const router of world.all("transit-router").filter((one) => one.regionId === "us-west-1")) {
    world.put("transit-router", { ...router, regionId: "cn-beijing" });
  }
  expect(pingFromBranch(world, inSiliconValley.address)).toMatchObject({ arrives: true, testBandwidthOnly: false });
  const fromHangzhou = {
    from: { instanceId: inHangzhou.id },
    to: inSiliconValley.address,
    protocol: "tcp",
    port: 443,
  } as const;
  expect(probe(world, fromHangzhou)).toMatchObject({ arrives: true, testBandwidthOnly: true });
});

it("a connection on its way in carries nothing yet, one on its way out still does, a locked package never", () => {
  const { world, connect } = openFinished();
  const isTestOnly = () => pingFromBranch(world, inSiliconValley.address).testBandwidthOnly;
  connect("ccn-cn-shanghai", "us-west-1", 0, { nextMbps: 5, status: "Modifying" });
  expect(isTestOnly()).toBe(true);
  connect("ccn-cn-shanghai", "us-west-1", 5, { nextMbps: 0, status: "Modifying" });
  expect(isTestOnly()).toBe(false);
  for (const one of world.all("cen-package")) world.put("cen-package", { ...one, businessStatus: "FinancialLocked" });
  expect(isTestOnly()).toBe(true);
});

it("each thing that is missing on the way stops it there", () => {
  const broken = (kind: string, fields: Record<string, unknown>) => {
    const { world } = openFinished();
    for (const thing of world.all(kind)) world.put(kind, { ...thing, ...fields });
    return stoppedBy(world);
  };
  expect(broken("gateway", { status: "Offline", online: false })).toContain("is not online");
  expect(broken("gateway", { status: "Arrearage" })).toContain("Arrearage");
  expect(broken("gateway", { ccnId: undefined })).toContain("is on no CCN");
  expect(broken("gateway", { cidrs: ["192.168.7.0/24"] })).toContain("Nothing carries what comes from 172.16.0.10");
  expect(broken("cen-attachment", { status: "Attaching" })).toContain("attached to no CEN");
  expect(broken("instance", { status: "Stopped" })).toContain("No running instance");
  expect(broken("security-group", { rules: [] })).toContain("so Drop");
});

it("an address that no attached VPC has is not reached", () => {
  const { world } = openFinished();
  expect(stoppedBy(world, ping("10.1.0.11"))).toContain("No running instance");
  expect(stoppedBy(world, ping("10.9.0.10"))).toContain("has no route to 10.9.0.10");
});

it("what comes from outside the branch's prefixes is not carried", () => {
  const { world } = openFinished();
  const outside = { ...ping(inHangzhou.address), from: { address: "192.168.1.5" } };
  expect(stoppedBy(world, outside)).toContain("Nothing carries");
  expect(probe(world, { ...ping(inHangzhou.address), from: { cidr: "172.16.0.0/12" } }).arrives).toBe(true);
});

it("security groups are stateful: the answer needs no rule, the question does", () => {
  const { world } = openFinished();
  const toBranch = { from: { instanceId: inHangzhou.id }, to: branch.address, protocol: "icmp" } as const;
  for (const group of world.all("security-group")) world.put("security-group", { ...group, rules: [] });
  expect(probe(world, toBranch).arrives).toBe(true);
  expect(stoppedBy(world)).toContain("Drop");
});

it("the lower priority number wins, and Drop wins a tie", () => {
  const ruledBy = (...rules: object[]) => {
    const { world } = openFinished();
    for (const group of world.all("security-group")) world.put("security-group", { ...group, rules });
    return pingFromBranch(world).arrives;
  };
  const drop = { policy: "Drop", cidr: "0.0.0.0/0" } as const;
  expect(ruledBy(rule({ priority: 1 }), rule({ ...drop, priority: 1 }))).toBe(false);
  expect(ruledBy(rule({ priority: 1 }), rule({ ...drop, priority: 2 }))).toBe(true);
  expect(ruledBy(rule({ priority: 2 }), rule({ ...drop, priority: 1 }))).toBe(false);
  expect(ruledBy(rule({ ipProtocol: "ALL" }))).toBe(true);
  expect(ruledBy(rule({ ipProtocol: "TCP" }))).toBe(false);
  expect(ruledBy(rule({ cidr: "172.32.0.0/12" }))).toBe(false);
  expect(ruledBy(rule({ direction: "egress" }))).toBe(false);
});

it("ports count for TCP, and outward Drop rules for what an instance sends", () => {
  const { world } = openFinished();
  const rules = [
    rule({ ipProtocol: "TCP", portRange: "440/450" }),
    rule({ direction: "egress", ipProtocol: "ALL", policy: "Drop", cidr: "10.0.0.0/24" }),
  ];
  for (const group of world.all("security-group")) world.put("security-group", { ...group, rules });
  const tcp = { from: branch, to: inHangzhou.address, protocol: "tcp" } as const;
  expect(probe(world, { ...tcp, port: 443 }).arrives).toBe(true);
  expect(probe(world, { ...tcp, port: 451 }).arrives).toBe(false);
  const outward = {
    from: { instanceId: inHangzhou.id },
    to: inSiliconValley.address,
    protocol: "tcp",
    port: 443,
  } as const;
  expect(stoppedBy(world, outward)).toContain("egress");
});

it("a VPC whose vSwitch covers the branch's address keeps the answer to itself", () => {
  const { world } = openFinished();
  const [hangzhou] = world.all("vswitch").filter((one) => one.vpcId === inHangzhou.vpcId);
  world.put("vswitch", { ...hangzhou, id: "vsw-clash", uid: "u", cidrBlock: "172.16.0.0/24" });
  expect(stoppedBy(world)).toContain("No running instance in VPC");
});

it("a written route to the branch that leads elsewhere loses the answer, and a custom table learns nothing", () => {
  const { world } = openFinished();
  const tableId = String(world.all("vswitch").find((one) => one.vpcId === inHangzhou.vpcId)?.routeTableId);
  const entry = {
    id: "rte-1",
    uid: "u",
    routeTableId: tableId,
    destinationCidrBlock: "172.16.0.0/16",
    status: "Available",
  };
  world.put("route-entry", { ...entry, nextHopType: "Instance", nextHopId: "i-nat" });
  expect(stoppedBy(world)).toContain("to Instance i-nat");
  world.remove("route-entry", "rte-1");
  const table = world.find("route-table", tableId);
  world.put("route-table", { ...table, id: tableId, uid: "u", type: "Custom" });
  expect(stoppedBy(world)).toContain("has no route to 172.16.0.10");
});

it("two gateways with the branch's address: the answer has to come out where the question came in", () => {
  const { world } = openFinished();
  const [gateway] = world.all("gateway");
  world.put("gateway", {
    ...gateway,
    id: "sag-second",
    uid: "u",
    cidrs: ["172.16.0.0/24"],
    online: true,
    status: "Active",
  });
  const atFirst = { ...ping(inHangzhou.address), from: { address: "172.17.0.10" } };
  expect(probe(world, atFirst).arrives).toBe(true);
  world.put("gateway", {
    ...gateway,
    id: "sag-second",
    uid: "u",
    cidrs: ["172.16.0.0/24"],
    online: false,
    status: "Offline",
  });
  expect(stoppedBy(world)).toContain("sag-second is not online");
});

it("gateways of one CCN talk to each other unless the CCN forbids it", () => {
  const { world } = openFinished();
  const [gateway] = world.all("gateway");
  world.put("gateway", { ...gateway, id: "sag-second", uid: "u", cidrs: ["192.168.7.0/24"] });
  const between = { from: branch, to: "192.168.7.9", protocol: "icmp" } as const;
  expect(probe(world, between).arrives).toBe(true);
  for (const ccn of world.all("ccn")) world.put("ccn", { ...ccn, interworkingStatus: "disable" });
  expect(stoppedBy(world, between)).toContain("may not talk to each other");
});

it("branches on two CCNs of one CEN do not reach each other", () => {
  const { world } = openFinished();
  const [gateway] = world.all("gateway");
  const [ccn] = world.all("ccn");
  const attachment = world.all("cen-attachment").find((one) => one.childType === "CCN");
  const router = world.all("transit-router").find((one) => one.regionId === "ccn-cn-shanghai");
  world.put("gateway", { ...gateway, id: "sag-far", uid: "u", ccnId: "ccn-far", cidrs: ["192.168.7.0/24"] });
  world.put("ccn", { ...ccn, id: "ccn-far", uid: "u", region: "eu-central-1" });
  const far = { childId: "ccn-far", childRegionId: "ccn-eu-central-1" };
  world.put("cen-attachment", { ...attachment, id: "far", uid: "u", ...far });
  world.put("transit-router", { ...router, id: "tr-far", uid: "u", regionId: "ccn-eu-central-1" });
  expect(stoppedBy(world, { from: branch, to: "192.168.7.9", protocol: "icmp" })).toContain("has no route");
});

it("an answer that comes out at another gateway than the question went in is lost", () => {
  const { world } = openFinished();
  const [gateway] = world.all("gateway");
  const [ccn] = world.all("ccn");
  const attachment = world.all("cen-attachment").find((one) => one.childType === "CCN");
  const router = world.all("transit-router").find((one) => one.regionId === "ccn-cn-shanghai");
  const far = { childId: "ccn-far", childRegionId: "ccn-eu-central-1" };
  world.put("ccn", { ...ccn, id: "ccn-far", uid: "u", region: "eu-central-1" });
  world.put("cen-attachment", { ...attachment, id: "far", uid: "u", ...far });
  world.put("transit-router", { ...router, id: "tr-far", uid: "u", regionId: "ccn-eu-central-1" });
  world.put("gateway", { ...gateway, id: String(gateway?.id), uid: "u", ccnId: "ccn-far" });
  world.put("gateway", { ...gateway, id: "sag-twin", uid: "u" });
  expect(stoppedBy(world)).toContain("The answer comes out somewhere else");
});
