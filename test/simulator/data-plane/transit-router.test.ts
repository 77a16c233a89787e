import { expect, it } from "vitest";
import { probe } from "../../../src/simulator/data-plane/probe.ts";
import { ATTACHMENTS } from "../../../src/simulator/scenarios/connect-to-singapore.ts";
import { VPC1, VPC2, VPC3 } from "../../../src/simulator/scenarios/put-three-vpcs.ts";
import { SINGAPORE_ROUTER, SINGAPORE_TABLE } from "../../../src/simulator/scenarios/put-transit-router.ts";
import { tutorialB } from "../../../src/simulator/scenarios/tutorial-b.ts";
import { tutorialBIsolated } from "../../../src/simulator/scenarios/tutorial-b-isolated.ts";
import { DirectCloud, hub } from "../direct-cloud.ts";
import { ALL_PAIRS, pingBetween, reachingPairs, serverOf } from "./three-vpcs.ts";

const openNetwork = () => new DirectCloud({}, tutorialBIsolated);

/** What stops a ping from ECS1 to ECS2. */
function stoppedBy({ world }: DirectCloud): string {
  const report = pingBetween(world, VPC1, VPC2);
  expect(report).toMatchObject({ arrives: false, rttMs: 0, testBandwidthOnly: false });
  return report.because.at(-1) ?? "";
}

function without(cloud: DirectCloud, kind: string, id: string): DirectCloud {
  cloud.thing(kind, id);
  cloud.world.remove(kind, id);
  return cloud;
}

function changed(kind: string, id: string, fields: Record<string, unknown>): DirectCloud {
  const cloud = openNetwork();
  cloud.change(kind, id, fields);
  return cloud;
}

it("the open network carries all six ordered pairs", () => {
  expect(reachingPairs(openNetwork().world)).toEqual(ALL_PAIRS);
});

it("the way is told hop by hop, there and back", () => {
  const report = pingBetween(openNetwork().world, VPC1, VPC2);
  expect(report).toMatchObject({ arrives: true, testBandwidthOnly: false, rttMs: 2 });
  const outward = [
    expect.stringContaining("so Accept"),
    `VPC vpc-${VPC1.tail} sends 172.16.0.0/12 to attach1 of ${SINGAPORE_ROUTER}.`,
    `ap-southeast-1 sends 172.16.0.0/24 to attach2 by table ${SINGAPORE_TABLE}.`,
    expect.stringContaining(`172.16.0.1 is instance ${serverOf(VPC2).id}`),
    expect.stringContaining("says Accept"),
  ];
  const back = [
    `VPC vpc-${VPC2.tail} sends 10.0.0.0/8 to attach2 of ${SINGAPORE_ROUTER}.`,
    `ap-southeast-1 sends 10.0.0.0/24 to attach1 by table ${SINGAPORE_TABLE}.`,
    expect.stringContaining(`10.0.0.1 is instance ${serverOf(VPC1).id}`),
  ];
  expect(report.because).toEqual([...outward, ...back]);
});

it("in tutorial-b nobody is let in yet, and VPC3 has no way out", () => {
  const cloud = new DirectCloud({}, tutorialB);
  expect(reachingPairs(cloud.world)).toEqual([]);
  expect(stoppedBy(cloud)).toContain("so Drop");
  expect(pingBetween(cloud.world, VPC3, VPC1).because.at(-1)).toBe(`VPC vpc-${VPC3.tail} has no route to 10.0.0.1.`);
});

it("an attachment without an association forwards nothing, one being made neither", () => {
  const association = `${ATTACHMENTS[1]}/${SINGAPORE_ROUTER}`;
  const why = `attach1 is associated with no table of ${SINGAPORE_ROUTER}, which drops what comes over it.`;
  expect(stoppedBy(without(openNetwork(), "tr-association", association))).toBe(why);
  expect(stoppedBy(changed("tr-association", association, { status: "Associating" }))).toBe(why);
});

it("an association that is being replaced goes by its former table until it is through", () => {
  const association = `${ATTACHMENTS[1]}/${SINGAPORE_ROUTER}`;
  const replacing = { status: "Replacing", tableId: "vtb-new", formerTableId: SINGAPORE_TABLE };
  expect(reachingPairs(changed("tr-association", association, replacing).world)).toEqual(ALL_PAIRS);
  const replaced = { status: "Active", tableId: "vtb-new", formerTableId: undefined };
  expect(stoppedBy(changed("tr-association", association, replaced))).toContain("Table vtb-new");
});

it("without its propagation a VPC is found neither on the way there nor on the way back", () => {
  const propagation = (number: 1 | 2) => `${ATTACHMENTS[number]}/${SINGAPORE_TABLE}`;
  expect(stoppedBy(without(openNetwork(), "tr-propagation", propagation(2)))).toBe(
    `Table ${SINGAPORE_TABLE} of ${SINGAPORE_ROUTER} (ap-southeast-1) has no route to 172.16.0.1.`,
  );
  expect(stoppedBy(without(openNetwork(), "tr-propagation", propagation(1)))).toContain("has no route to 10.0.0.1");
  const disabling = changed("tr-propagation", propagation(2), { status: "Enabling" });
  expect(stoppedBy(disabling)).toContain("has no route to 172.16.0.1");
});

it("what a static route of the router says counts by longest prefix, a black hole too", () => {
  const cloud = openNetwork();
  const route = { id: "rte-1", uid: hub, tableId: SINGAPORE_TABLE, routerId: SINGAPORE_ROUTER, status: "Active" };
  cloud.world.put("tr-route", { ...route, destination: "172.16.0.0/16", nextHopType: "BlackHole" });
  expect(reachingPairs(cloud.world)).toEqual(ALL_PAIRS);
  cloud.world.put("tr-route", { ...route, destination: "172.16.0.1/32", nextHopType: "BlackHole" });
  expect(stoppedBy(cloud)).toContain("drops 172.16.0.1/32 in a black hole");
  const elsewhere = { destination: "172.16.0.1/32", nextHopType: "Attachment", attachmentId: ATTACHMENTS[3] };
  cloud.world.put("tr-route", { ...route, ...elsewhere });
  expect(stoppedBy(cloud)).toContain(`No running instance in VPC vpc-${VPC3.tail}`);
  cloud.change("tr-attachment", ATTACHMENTS[3], { status: "Detaching" });
  expect(stoppedBy(cloud)).toContain("to an attachment that does not stand");
  cloud.world.put("tr-route", { ...route, ...elsewhere, attachmentId: "tr-attach-gone" });
  expect(stoppedBy(cloud)).toContain("to an attachment that does not stand");
});

it("the vSwitch's own table decides, by longest prefix, and only by entries that are Available", () => {
  const routes = (cloud: DirectCloud) => cloud.world.all("route-entry").filter((one) => one.uid === hub);
  const pending = openNetwork();
  for (const { id } of routes(pending)) pending.change("route-entry", id, { status: "Pending" });
  expect(stoppedBy(pending)).toContain("has no route to 172.16.0.1");
  const custom = openNetwork();
  custom.change("vswitch", `vsw-${VPC1.tail}`, { routeTableId: "vtb-custom" });
  const table = custom.thing("route-table", `vtb-${VPC1.tail}`);
  custom.world.put("route-table", { ...table, id: "vtb-custom", type: "Custom" });
  expect(stoppedBy(custom)).toContain("has no route to 172.16.0.1");
  const [entry] = routes(custom);
  const written = { routeTableId: "vtb-custom", destinationCidrBlock: "172.16.0.0/16" };
  custom.world.put("route-entry", { ...entry, id: "rte-custom", uid: hub, ...written });
  expect(reachingPairs(custom.world)).toContain("1>2");
  const longer = { routeTableId: "vtb-custom", destinationCidrBlock: "172.16.0.0/24", nextHopId: "tr-attach-gone" };
  custom.world.put("route-entry", { ...entry, id: "rte-longer", uid: hub, ...longer });
  expect(stoppedBy(custom)).toContain("to Attachment tr-attach-gone, which leads nowhere here");
});

it("an entry that points to another VPC's attachment, or to one that is going, leads nowhere", () => {
  const cloud = openNetwork();
  for (const { id } of cloud.world.all("route-entry").filter((one) => one.nextHopId === ATTACHMENTS[1])) {
    cloud.change("route-entry", id, { nextHopId: ATTACHMENTS[3] });
  }
  expect(stoppedBy(cloud)).toContain("leads nowhere here");
  const going = changed("tr-attachment", ATTACHMENTS[1], { status: "Detaching" });
  expect(stoppedBy(going)).toContain("leads nowhere here");
  expect(reachingPairs(changed("tr-attachment", ATTACHMENTS[1], { status: "Modifying" }).world)).toEqual(ALL_PAIRS);
});

it("a VPC's own vSwitches come before its route that equals or contains them", () => {
  const { world } = openNetwork();
  const neighbour = {
    ...world.find("instance", serverOf(VPC3).id),
    id: "i-near",
    uid: VPC3.uid,
    privateIp: "192.168.1.9",
  };
  world.put("instance", neighbour);
  const within = probe(world, { from: { instanceId: "i-near" }, to: "192.168.0.1", protocol: "icmp" });
  expect(within.because.some((line) => line.includes("attach3"))).toBe(false);
  expect(within.arrives).toBe(true);
});
