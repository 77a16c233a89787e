import { expect, it } from "vitest";
import {
  ATTACH1,
  attachVpc3,
  CEN1,
  openTutorialB,
  shopCall,
  TABLE_OF_VPC1,
  TABLE_OF_VPC3,
  VPC1,
  VPC3,
} from "./enterprise-bench.ts";

type Bench = ReturnType<typeof openTutorialB>;

const create = "CreateCenChildInstanceRouteEntryToAttachment";
const remove = "DeleteCenChildInstanceRouteEntryToAttachment";
const list = "ListCenChildInstanceRouteEntriesToAttachment";

const route = (RouteTableId: string, TransitRouterAttachmentId: string, DestinationCidrBlock: string) => ({
  CenId: CEN1,
  RouteTableId,
  TransitRouterAttachmentId,
  DestinationCidrBlock,
});

async function seen(bench: Bench, ChildInstanceRouteTableId: string, TransitRouterAttachmentId: string) {
  const { RouteEntry } = await bench.call(list, { ChildInstanceRouteTableId, TransitRouterAttachmentId });
  return RouteEntry.map((one: Record<string, string>) => `${one.DestinationCidrBlock} ${one.Status}`);
}

it("a route to the attachment is Pending, then Available, holds the VPC, and is taken away again", async () => {
  const bench = openTutorialB();
  const own = route(TABLE_OF_VPC1, ATTACH1, "100.100.0.0/24");
  expect(await bench.refused(create, own)).toBe("400 InvalidCidrBlock");
  const allowed = route(TABLE_OF_VPC1, ATTACH1, "11.0.0.0/8");
  await bench.call(create, allowed);
  expect(bench.lastCall()?.locks).toEqual([`vpc:${VPC1}`]);
  expect(await seen(bench, TABLE_OF_VPC1, ATTACH1)).toContain("11.0.0.0/8 Pending");
  expect(await bench.refused(create, route(TABLE_OF_VPC1, ATTACH1, "12.0.0.0/8"))).toBe("400 TaskConflict");
  await bench.settle();
  expect(await seen(bench, TABLE_OF_VPC1, ATTACH1)).toContain("11.0.0.0/8 Available");
  expect(await bench.refused(create, allowed)).toBe("400 RouterEntryConflict.Duplicated");
  await bench.call(remove, allowed);
  expect(await seen(bench, TABLE_OF_VPC1, ATTACH1)).toContain("11.0.0.0/8 Modifying");
  await bench.settle();
  expect(await seen(bench, TABLE_OF_VPC1, ATTACH1)).toHaveLength(3);
});

it("the CEN's owner writes into another account's table only where the switch lets it", async () => {
  const closed = openTutorialB();
  const id = await attachVpc3(closed);
  const theirs = route(TABLE_OF_VPC3, id, "192.168.0.0/16");
  expect(await closed.refused(create, theirs)).toBe("403 Forbidden");
  const asked = { ChildInstanceRouteTableId: TABLE_OF_VPC3, TransitRouterAttachmentId: id };
  expect(await closed.refused(list, asked)).toBe("403 Forbidden");
  const open = openTutorialB({ switches: { hubMayRouteInSpokes: true } });
  const openId = await attachVpc3(open);
  await open.call(create, route(TABLE_OF_VPC3, openId, "192.168.0.0/16"));
  await open.settle();
  expect(await seen(open, TABLE_OF_VPC3, openId)).toEqual(["192.168.0.0/16 Available"]);
  expect(open.world.all("route-entry").find((one) => one.nextHopId === openId)?.uid).toBe("2000000000000002");
});

it("the VPC's owner reads the routes to the attachment in its own table, and no other table", async () => {
  const bench = openTutorialB();
  const id = await attachVpc3(bench);
  const asked = { ChildInstanceRouteTableId: TABLE_OF_VPC3, TransitRouterAttachmentId: id };
  expect((await shopCall(bench, list, asked)).RouteEntry).toEqual([]);
  const hubs = { ChildInstanceRouteTableId: TABLE_OF_VPC1, TransitRouterAttachmentId: ATTACH1 };
  expect(await bench.refusedToShop(list, hubs)).toBe("400 ResourceNotFound.TransitRouterAttachment");
  expect(await bench.refusedToShop(create, route(TABLE_OF_VPC3, id, "10.0.0.0/8"))).toBe("404 ParameterCenInstanceId");
});

it("table, attachment and CEN have to belong together", async () => {
  const bench = openTutorialB();
  const id = await attachVpc3(bench);
  expect(await bench.refused(create, route(TABLE_OF_VPC1, id, "11.0.0.0/8"))).toBe("404 InvalidRouteTableId.NotFound");
  expect(await bench.refused(create, route(TABLE_OF_VPC1, "tr-attach-nobody", "11.0.0.0/8"))).toBe(
    "404 ResourceNotFound.TransitRouterAttachment",
  );
  const foreign = { ...route(TABLE_OF_VPC1, ATTACH1, "11.0.0.0/8"), CenId: "cen-nobody" };
  expect(await bench.refused(create, foreign)).toBe("404 ParameterCenInstanceId");
});

const child = { CenId: CEN1, ChildInstanceType: "VPC" };

it("DescribeCenChildInstanceRouteEntries shows the System table of an attached VPC, of another account's by the switch", async () => {
  const bench = openTutorialB();
  const action = "DescribeCenChildInstanceRouteEntries";
  const { CenRouteEntries } = await bench.call(action, { ...child, ChildInstanceId: VPC1, PageSize: "50" });
  const shown = CenRouteEntries.CenRouteEntry.map((one: Record<string, string>) => [
    one.RouteTableId,
    one.DestinationCidrBlock,
    one.NextHopInstanceId,
    one.PublishStatus,
  ]);
  expect(shown).toContainEqual([TABLE_OF_VPC1, "10.0.0.0/24", VPC1, "Published"]);
  expect(shown).toContainEqual([TABLE_OF_VPC1, "10.0.0.0/8", ATTACH1, "NonPublished"]);
  const theirs = { ...child, ChildInstanceId: VPC3 };
  expect(await bench.refused(action, theirs)).toBe("404 ParameterInstanceId");
  await attachVpc3(bench);
  expect(await bench.refused(action, theirs)).toBe("403 Forbidden");
  const unknown = { ...child, ChildInstanceId: VPC1, ChildInstanceRouteTableId: "vtb-nobody" };
  expect(await bench.refused(action, unknown)).toBe("404 InvalidRouteTableId.NotFound");
});
