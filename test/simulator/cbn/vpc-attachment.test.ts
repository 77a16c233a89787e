import { expect, it } from "vitest";
import { tutorialATodayEmpty } from "../../../src/simulator/scenarios/tutorial-a-today-empty.ts";
import type { Vpc } from "../../../src/simulator/vpc/things.ts";
import { HANGZHOU, openBench } from "./cbn-bench.ts";
import {
  ATTACH1,
  attach3,
  attachVpc3,
  CEN1,
  grantOfVpc3,
  openTutorialB,
  ROUTER,
  routes,
  seenAttachment,
  shopCall,
  TABLE,
  TABLE_OF_VPC1,
  TABLE_OF_VPC3,
  VPC1,
  VPC3,
} from "./enterprise-bench.ts";

type Bench = ReturnType<typeof openTutorialB>;

const create = "CreateTransitRouterVpcAttachment";

async function openGranted(grant: Record<string, string> = {}): Promise<Bench> {
  const bench = openTutorialB();
  await shopCall(bench, "GrantInstanceToTransitRouter", { ...grantOfVpc3, ...grant });
  return bench;
}

it("a VPC attachment is Attaching, then Attached with an interface in each vSwitch; the VPC shows the CEN", async () => {
  const bench = await openGranted();
  const { TransitRouterAttachmentId } = await bench.call(create, attach3);
  expect(bench.lastCall()?.locks).toEqual([`tr:${ROUTER}`, `vpc:${VPC3}`]);
  expect(await seenAttachment(bench, TransitRouterAttachmentId)).toMatchObject({ Status: "Attaching" });
  expect(bench.lastCall()?.transitional).toBe(true);
  await bench.settle();
  const seen = await seenAttachment(bench, TransitRouterAttachmentId);
  expect(seen).toMatchObject({
    Status: "Attached",
    TransitRouterAttachmentName: "attach3",
    VpcOwnerId: 2000000000000002,
    VpcRegionId: "ap-southeast-1",
    OrderType: "PayByCenOwner",
  });
  for (const zone of seen.ZoneMappings) expect(zone.NetworkInterfaceId).toMatch(/^eni-t4n/);
  expect(seen.ZoneMappings).toHaveLength(2);
  expect(bench.world.find<Vpc>("vpc", VPC3)?.cens).toMatchObject([{ cenId: CEN1, status: "Attached" }]);
});

it("a new attachment has no association and no propagation", async () => {
  const bench = openTutorialB();
  const TransitRouterAttachmentId = await attachVpc3(bench);
  const asked = { TransitRouterRouteTableId: TABLE, TransitRouterAttachmentId };
  expect((await bench.call("ListTransitRouterRouteTableAssociations", asked)).TotalCount).toBe(0);
  expect((await bench.call("ListTransitRouterRouteTablePropagations", asked)).TotalCount).toBe(0);
  expect(await routes(bench, TABLE)).toHaveLength(4);
});

it("nothing of the other account is attached without its grant, nor with its id left out", async () => {
  const bench = openTutorialB();
  expect(await bench.refused(create, attach3)).toBe("409 Forbbiden.AttachChildInstanceAcrossUid");
  await shopCall(bench, "GrantInstanceToTransitRouter", grantOfVpc3);
  const { VpcOwnerId: _, ...ownerless } = attach3;
  expect(await bench.refused(create, ownerless)).toBe("400 InvalidParameter");
  expect(await bench.refused(create, { ...attach3, VpcOwnerId: "3000000000000003" })).toBe(
    "409 Forbbiden.AttachChildInstanceAcrossUid",
  );
});

it("a payer who is the VPC's owner needs the service opened", async () => {
  const bench = await openGranted({ OrderType: "PayByResourceOwner" });
  expect(await bench.refused(create, attach3)).toBe("400 Forbidden.ResourceOwnerTransitRouterServiceNotOpen");
  await shopCall(bench, "OpenTransitRouterService", {});
  const { TransitRouterAttachmentId } = await bench.call(create, attach3);
  expect(await seenAttachment(bench, TransitRouterAttachmentId)).toMatchObject({ OrderType: "PayByResourceOwner" });
});

it("zones: supported, of the VPC, each once, each with a free address", async () => {
  const bench = await openGranted();
  const refused = (changed: Record<string, string>) => bench.refused(create, { ...attach3, ...changed });
  expect(await refused({ "ZoneMappings.1.ZoneId": "ap-southeast-1z" })).toBe("400 IllegalParam.ZoneId");
  expect(await refused({ "ZoneMappings.2.ZoneId": "ap-southeast-1a" })).toBe("400 Duplicated.ZoneMapping");
  const first = attach3["ZoneMappings.1.VSwitchId"];
  expect(await refused({ "ZoneMappings.2.VSwitchId": first })).toBe("400 Duplicated.ZoneMapping");
  expect(await refused({ "ZoneMappings.2.VSwitchId": "vsw-nobody" })).toBe("404 InvalidVSwitchId.NotFound");
  const ofVpc1 = "vsw-t4nvpc1k7m2x9q3w1a8b5";
  expect(await refused({ "ZoneMappings.1.VSwitchId": ofVpc1 })).toBe("404 InvalidVSwitchId.NotFound");
  const swapped = { "ZoneMappings.1.ZoneId": "ap-southeast-1b", "ZoneMappings.2.ZoneId": "ap-southeast-1a" };
  expect(await refused(swapped)).toBe("400 IllegalParam.VSwitchId");
  bench.change("vswitch", first, { cidrBlock: "192.168.0.0/30" });
  expect(await refused({})).toBe("400 InsufficientIpAddr.vsw");
  const without = { CenId: CEN1, TransitRouterId: ROUTER, VpcId: VPC3 };
  expect(await bench.refused(create, without)).toBe("400 MissingParameter");
});

it("an interface takes an address: the last one of a vSwitch serves one attachment, not two", async () => {
  const bench = await openGranted();
  const vSwitchId = attach3["ZoneMappings.1.VSwitchId"];
  bench.change("vswitch", vSwitchId, { cidrBlock: "192.168.0.0/29" });
  for (const id of ["i-1", "i-2"]) bench.world.put("instance", { id, uid: "2000000000000002", vSwitchId });
  const zoneMappings = [{ zoneId: "ap-southeast-1a", vSwitchId, eniId: "eni-1" }];
  const elsewhere = { id: "tr-attach-x", uid: "1", resourceType: "VPC", vpcId: VPC3, zoneMappings };
  bench.world.put("tr-attachment", elsewhere);
  expect(await bench.refused(create, attach3)).toBe("400 InsufficientIpAddr.vsw");
  bench.world.remove("tr-attachment", elsewhere.id);
  expect(await bench.refused(create, attach3)).toBe("200 was answered");
});

it("one mapping is enough for the API; zones are added and removed, and the last one stays", async () => {
  const bench = await openGranted();
  const oneZone = Object.fromEntries(Object.entries(attach3).filter(([name]) => !name.startsWith("ZoneMappings.2")));
  const { TransitRouterAttachmentId } = await bench.call(create, oneZone);
  await bench.settle();
  const update = (zones: Record<string, string>) => ({ TransitRouterAttachmentId, ...zones });
  const first = {
    "RemoveZoneMappings.1.ZoneId": "ap-southeast-1a",
    "RemoveZoneMappings.1.VSwitchId": attach3["ZoneMappings.1.VSwitchId"],
  };
  const second = {
    "AddZoneMappings.1.ZoneId": "ap-southeast-1b",
    "AddZoneMappings.1.VSwitchId": attach3["ZoneMappings.2.VSwitchId"],
  };
  const zones = "UpdateTransitRouterVpcAttachmentZones";
  expect(await bench.refused(zones, update(first))).toBe("400 IllegalParam.ZoneMappings");
  await bench.call(zones, update({ ...first, ...second }));
  expect(await seenAttachment(bench, TransitRouterAttachmentId)).toMatchObject({ Status: "Modifying" });
  await bench.settle();
  const seen = await seenAttachment(bench, TransitRouterAttachmentId);
  expect(seen).toMatchObject({ Status: "Attached", ZoneMappings: [{ ZoneId: "ap-southeast-1b" }] });
  expect(seen.ZoneMappings[0].NetworkInterfaceId).toMatch(/^eni-/);
});

it("a VPC is attached to a CEN once, in its own region, and only while it stands still", async () => {
  const bench = await openGranted();
  const vpc1 = { ...attach3, VpcId: VPC1, VpcOwnerId: "1000000000000001" };
  expect(await bench.refused(create, vpc1)).toBe("409 InvalidOperation.ChildInstanceAlreadyAttached");
  bench.change("vswitch", attach3["ZoneMappings.2.VSwitchId"], { status: "Pending" });
  expect(await bench.refused(create, attach3)).toBe("400 IncorrectStatus.VpcSwitch");
  bench.change("vpc", VPC3, { region: "cn-hangzhou" });
  expect(await bench.refused(create, attach3)).toBe("400 IllegalParam.RegionId");
});

it("the router is named, or found by CEN and region, and has to be the caller's, Enterprise and still", async () => {
  const bench = await openGranted();
  const { CenId: _cen, TransitRouterId: _router, ...vpc } = attach3;
  const refused = (where: Record<string, string>) => bench.refused(create, { ...vpc, ...where });
  expect(await refused({ CenId: CEN1 })).toBe("400 MissingParam.CenIdOrRegionId");
  expect(await refused({ TransitRouterId: "tr-nobody" })).toBe("400 InvalidTransitRouterId.NotFound");
  expect(await refused({ TransitRouterId: ROUTER, CenId: "cen-other" })).toBe("400 InvalidCenId.NotFound");
  expect(await bench.refusedToShop(create, attach3)).toBe("400 Forbbiden.TransitRouterServiceNotOpen");
  bench.change("transit-router", ROUTER, { edition: "Basic" });
  expect(await refused({ TransitRouterId: ROUTER })).toBe("400 OperationUnsupported.TransitRouterType");
  bench.change("transit-router", ROUTER, { edition: "Enterprise", status: "Modifying" });
  expect(await refused({ CenId: CEN1, RegionId: "ap-southeast-1" })).toBe("400 IncorrectStatus.TransitRouter");
});

const hangzhou = {
  VpcId: HANGZHOU,
  "ZoneMappings.1.ZoneId": "cn-hangzhou-h",
  "ZoneMappings.1.VSwitchId": "vsw-bp1hz0prod4k7m2x9q3w1",
};

async function openEmpty(): Promise<{ bench: ReturnType<typeof openBench>; CenId: string }> {
  const bench = openBench({ scenario: tutorialATodayEmpty });
  const { CenId } = await bench.call("CreateCen", { Name: "global" });
  await bench.settle();
  return { bench, CenId };
}

it("the first VPC of a region brings the router, Active when the VPC is Attached", async () => {
  const { bench, CenId } = await openEmpty();
  const inRegion = { ...hangzhou, CenId, RegionId: "cn-hangzhou" };
  expect(await bench.refused(create, inRegion)).toBe("400 Forbbiden.TransitRouterServiceNotOpen");
  await bench.call("OpenTransitRouterService");
  await bench.call(create, inRegion);
  const router = async () => (await bench.call("ListTransitRouters", { CenId })).TransitRouters[0];
  expect(await router()).toMatchObject({ Type: "Enterprise", Status: "Creating", RegionId: "cn-hangzhou" });
  await bench.settle();
  expect(await router()).toMatchObject({ Status: "Active" });
});

it("the first attachment makes the service-linked role, where the caller may", async () => {
  const { bench, CenId } = await openEmpty();
  await bench.call("OpenTransitRouterService");
  const inRegion = { ...hangzhou, CenId, RegionId: "cn-hangzhou" };
  const deny = (denied: string[]) => {
    const key = bench.world.account("1000000000000001").keys[0];
    if (key) key.denied = denied;
  };
  deny(["ram:CreateServiceLinkedRole"]);
  expect(await bench.refused(create, inRegion)).toBe("400 NoPermission.AliyunServiceRoleForCEN");
  deny([]);
  await bench.call(create, inRegion);
  expect(bench.world.account("1000000000000001").cenServiceRole).toBe(true);
});

it("one write at a time: another on the router, the VPC or the attachment is refused", async () => {
  const bench = await openGranted();
  const { TransitRouterAttachmentId } = await bench.call(create, attach3);
  expect(await bench.refused("CreateTransitRouterRouteTable", { TransitRouterId: ROUTER })).toBe(
    "500 Operation.Blocking",
  );
  expect(await bench.refused("DeleteTransitRouterVpcAttachment", { TransitRouterAttachmentId })).toBe(
    "400 IncorrectStatus.Attachment",
  );
  const pair = { TransitRouterAttachmentId, TransitRouterRouteTableId: TABLE };
  expect(await bench.refused("AssociateTransitRouterAttachmentWithRouteTable", pair)).toBe(
    "400 IncorrectStatus.Status",
  );
  expect(await bench.refused("EnableTransitRouterRouteTablePropagation", pair)).toBe(
    "400 IncorrectStatus.AttachmentOrRouteTable",
  );
});

it("without Force what leans on an attachment goes first: VPC routes, propagation, association", async () => {
  const bench = openTutorialB();
  const gone = { TransitRouterAttachmentId: ATTACH1 };
  const refused = () => bench.refused("DeleteTransitRouterVpcAttachment", gone);
  expect(await refused()).toBe("400 OperationFailed.AttachmentReferencedVpcRouteEntryExisted");
  for (const DestinationCidrBlock of ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16"]) {
    const route = { CenId: CEN1, RouteTableId: TABLE_OF_VPC1, DestinationCidrBlock };
    await bench.call("DeleteCenChildInstanceRouteEntryToAttachment", { ...route, ...gone });
    await bench.settle();
  }
  expect(await refused()).toBe("400 OperationFailed.RouteTablePropagationExist");
  const pair = { ...gone, TransitRouterRouteTableId: TABLE };
  await bench.call("DisableTransitRouterRouteTablePropagation", pair);
  await bench.settle();
  expect(await refused()).toBe("400 OperationFailed.RouteTableAssociationExist");
  await bench.call("DissociateTransitRouterAttachmentFromRouteTable", pair);
  await bench.settle();
  await bench.call("DeleteTransitRouterVpcAttachment", gone);
  expect(await seenAttachment(bench, ATTACH1)).toMatchObject({ Status: "Detaching" });
  await bench.settle();
  expect(await seenAttachment(bench, ATTACH1)).toBeUndefined();
  expect(bench.world.find<Vpc>("vpc", VPC1)?.cens).toEqual([]);
  expect(await refused()).toBe("400 InvalidTransitRouterAttachmentId.NotFound");
});

it("Force takes association, propagation and routes along, but no routes of another account", async () => {
  const bench = openTutorialB();
  await bench.call("DeleteTransitRouterVpcAttachment", { TransitRouterAttachmentId: ATTACH1, Force: "true" });
  await bench.settle();
  expect(await routes(bench, TABLE)).toHaveLength(2);
  const left = bench.world.all("route-entry").filter((one) => one.routeTableId === TABLE_OF_VPC1);
  expect(left).toEqual([]);
  const TransitRouterAttachmentId = await attachVpc3(bench);
  const theirs = { nextHopType: "Attachment", nextHopId: TransitRouterAttachmentId, routeTableId: TABLE_OF_VPC3 };
  bench.world.put("route-entry", { id: "rte-1", uid: "2000000000000002", status: "Available", ...theirs });
  const forced = { TransitRouterAttachmentId, Force: "true" };
  expect(await bench.refused("DeleteTransitRouterVpcAttachment", forced)).toBe(
    "400 OperationFailed.AttachmentReferencedVpcRouteEntryExisted",
  );
});

it("DryRun: creating and changing zones report success as an error, renaming and deleting answer", async () => {
  const bench = await openGranted();
  expect(await bench.refused(create, { ...attach3, DryRun: "true" })).toBe("400 DryRunOperation");
  const dry = { TransitRouterAttachmentId: ATTACH1, DryRun: "true" };
  const zone = { "AddZoneMappings.1.ZoneId": "x", "AddZoneMappings.1.VSwitchId": "y" };
  expect(await bench.refused("UpdateTransitRouterVpcAttachmentZones", { ...dry, ...zone })).toBe(
    "400 IllegalParam.ZoneId",
  );
  const renamed = { ...dry, TransitRouterAttachmentName: "other" };
  expect(await bench.refused("UpdateTransitRouterVpcAttachmentAttribute", renamed)).toBe("200 was answered");
  expect(await bench.refused("DeleteTransitRouterVpcAttachment", { ...dry, Force: "true" })).toBe("200 was answered");
  expect(await seenAttachment(bench, ATTACH1)).toMatchObject({
    Status: "Attached",
    TransitRouterAttachmentName: "attach1",
  });
});

it("route synchronization needs an association, and stands on the attachment once it has one", async () => {
  const bench = openTutorialB();
  const TransitRouterAttachmentId = await attachVpc3(bench);
  const synchronized = { AutoPublishRouteEnabled: "true" };
  const update = "UpdateTransitRouterVpcAttachmentAttribute";
  expect(await bench.refused(update, { TransitRouterAttachmentId, ...synchronized })).toBe(
    "400 OperationNotSupport.VpcAutoRoutesPublish",
  );
  await bench.call(update, { TransitRouterAttachmentId: ATTACH1, ...synchronized });
  await bench.settle();
  expect(await seenAttachment(bench, ATTACH1)).toMatchObject({ AutoPublishRouteEnabled: true, Status: "Attached" });
});

it("the list is the CEN owner's, needs to know where to look, and comes in pages", async () => {
  const bench = openTutorialB();
  await attachVpc3(bench);
  const list = "ListTransitRouterVpcAttachments";
  expect(await bench.refused(list, { VpcId: VPC1 })).toBe("400 MissingParam.CenIdOrRegionId");
  expect((await shopCall(bench, list, { CenId: CEN1 })).TransitRouterAttachments).toEqual([]);
  const first = await bench.call(list, { CenId: CEN1, MaxResults: "2" });
  expect([first.TransitRouterAttachments.length, first.TotalCount, first.MaxResults]).toEqual([2, 3, 2]);
  const rest = await bench.call(list, { CenId: CEN1, MaxResults: "2", NextToken: first.NextToken });
  expect([rest.TransitRouterAttachments.length, rest.NextToken]).toEqual([1, ""]);
  expect((await bench.call(list, { TransitRouterId: ROUTER, VpcId: VPC3 })).TotalCount).toBe(1);
  expect(await bench.refused(list, { CenId: CEN1, MaxResults: "101" })).toBe("400 InvalidParameter");
});

it("route synchronization is not for a VPC that is on a Basic router too", async () => {
  const bench = openTutorialB();
  const child = {
    id: `cen-other/${VPC1}`,
    uid: "1000000000000001",
    childId: VPC1,
    childType: "VPC",
    status: "Attached",
  };
  bench.world.put("cen-attachment", child);
  const change = { TransitRouterAttachmentId: ATTACH1, AutoPublishRouteEnabled: "true" };
  const code = "400 OperationNotSupport.VpcAutoRoutesPublish";
  expect(await bench.refused("UpdateTransitRouterVpcAttachmentAttribute", change)).toBe(code);
  bench.world.remove("cen-attachment", child.id);
  expect(await bench.refused("UpdateTransitRouterVpcAttachmentAttribute", change)).toBe("200 was answered");
});
