import { expect, it } from "vitest";
import { associatedTable } from "../../../src/simulator/cbn/transit-router-routes.ts";
import {
  ATTACH1,
  ATTACH2,
  attachVpc3,
  CEN1,
  openTutorialB,
  ROUTER,
  routes,
  shopCall,
  TABLE,
  VPC1,
} from "./enterprise-bench.ts";

type Bench = ReturnType<typeof openTutorialB>;

async function customTable(bench: Bench, TransitRouterRouteTableName = "spoke"): Promise<string> {
  const asked = { TransitRouterId: ROUTER, TransitRouterRouteTableName };
  const { TransitRouterRouteTableId } = await bench.call("CreateTransitRouterRouteTable", asked);
  await bench.settle();
  return TransitRouterRouteTableId;
}

const pair = (TransitRouterAttachmentId: string, TransitRouterRouteTableId: string) => ({
  TransitRouterAttachmentId,
  TransitRouterRouteTableId,
});
const associate = "AssociateTransitRouterAttachmentWithRouteTable";
const dissociate = "DissociateTransitRouterAttachmentFromRouteTable";
const replace = "ReplaceTransitRouterRouteTableAssociation";
const enable = "EnableTransitRouterRouteTablePropagation";
const disable = "DisableTransitRouterRouteTablePropagation";

async function association(bench: Bench, TransitRouterAttachmentId: string) {
  const list = await bench.call("ListTransitRouterRouteTableAssociations", { TransitRouterAttachmentId });
  return list.TransitRouterAssociations[0];
}

async function propagations(bench: Bench, TransitRouterRouteTableId: string): Promise<string[]> {
  const asked = { TransitRouterRouteTableId };
  const { TransitRouterPropagations } = await bench.call("ListTransitRouterRouteTablePropagations", asked);
  return TransitRouterPropagations.map(
    (one: Record<string, string>) => `${one.TransitRouterAttachmentId} ${one.Status}`,
  );
}

it("a custom table is Creating, then Active; it is renamed, and listed by name, id and type", async () => {
  const bench = openTutorialB();
  const asked = { TransitRouterId: ROUTER, TransitRouterRouteTableName: "spoke" };
  const { TransitRouterRouteTableId: id } = await bench.call("CreateTransitRouterRouteTable", asked);
  expect(id).toMatch(/^vtb-t4n[a-z0-9]{18}$/);
  expect(bench.lastCall()?.locks).toEqual([`tr:${ROUTER}`]);
  const list = async (params: Record<string, string>) =>
    (await bench.call("ListTransitRouterRouteTables", params)).TransitRouterRouteTables;
  expect(await list({ "TransitRouterRouteTableIds.1": id })).toMatchObject([
    { TransitRouterRouteTableStatus: "Creating" },
  ]);
  expect(await bench.refused("UpdateTransitRouterRouteTable", { TransitRouterRouteTableId: id })).toBe(
    "400 IncorrectStatus.Status",
  );
  await bench.settle();
  const renamed = { TransitRouterRouteTableId: id, TransitRouterRouteTableName: "hub" };
  await bench.call("UpdateTransitRouterRouteTable", renamed);
  await bench.settle();
  expect(await list({ TransitRouterId: ROUTER, "TransitRouterRouteTableNames.1": "hub" })).toMatchObject([
    { TransitRouterRouteTableId: id, TransitRouterRouteTableStatus: "Active", TransitRouterRouteTableType: "Custom" },
  ]);
  expect(await list({ TransitRouterId: ROUTER, TransitRouterRouteTableType: "System" })).toHaveLength(1);
  expect((await shopCall(bench, "ListTransitRouterRouteTables", {})).TotalCount).toBe(0);
  expect(await bench.refused("CreateTransitRouterRouteTable", { ...asked, DryRun: "true" })).toBe(
    "400 DryRunOperation",
  );
});

it("a table is deleted when nothing uses it, and its static routes go along; the System one never is", async () => {
  const bench = openTutorialB();
  const remove = (TransitRouterRouteTableId: string) => ({ TransitRouterRouteTableId });
  const action = "DeleteTransitRouterRouteTable";
  expect(await bench.refused(action, remove(TABLE))).toBe("400 OperationUnsupported.TransitRouterRouteTable");
  const id = await customTable(bench);
  await bench.call(enable, pair(ATTACH1, id));
  await bench.settle();
  expect(await bench.refused(action, remove(id))).toBe("400 IncorrectStatus.TransitRouterRouteTable");
  await bench.call(disable, pair(ATTACH1, id));
  await bench.settle();
  bench.world.put("tr-route", { id: "rte-x", uid: "1000000000000001", tableId: id });
  await bench.call(action, remove(id));
  await bench.settle();
  expect(bench.world.all("tr-route")).toEqual([]);
  expect(await bench.refused(action, remove(id))).toBe("400 InvalidTransitRouterRouteTableId.NotFound");
});

it("an attachment has one association: Associating, then Active, and no second one", async () => {
  const bench = openTutorialB();
  const id = await attachVpc3(bench);
  await bench.call(associate, pair(id, TABLE));
  expect(bench.lastCall()?.locks).toEqual([`tr:${ROUTER}`]);
  expect(await association(bench, id)).toMatchObject({ Status: "Associating", ResourceType: "VPC" });
  expect(associatedTable(bench.world, id, ROUTER)).toBeUndefined();
  expect(await bench.refused(enable, pair(id, TABLE))).toBe("500 Operation.Blocking");
  await bench.settle();
  expect(await association(bench, id)).toMatchObject({ Status: "Active", TransitRouterRouteTableId: TABLE });
  expect(associatedTable(bench.world, id, ROUTER)).toBe(TABLE);
  const other = await customTable(bench);
  expect(await bench.refused(associate, pair(id, other))).toBe("400 OperationFailed.RouteTableAssociationExist");
});

it("Dissociate: Dissociating, then gone; the table has to be the one", async () => {
  const bench = openTutorialB();
  const other = await customTable(bench);
  expect(await bench.refused(dissociate, pair(ATTACH1, other))).toBe("404 InvalidAssociation.NotFound");
  expect(await bench.refused(dissociate, { ...pair(ATTACH1, TABLE), DryRun: "true" })).toBe("200 was answered");
  await bench.call(dissociate, pair(ATTACH1, TABLE));
  expect(await association(bench, ATTACH1)).toMatchObject({ Status: "Dissociating" });
  await bench.settle();
  expect(await association(bench, ATTACH1)).toBeUndefined();
  expect(await bench.refused(dissociate, pair(ATTACH1, TABLE))).toBe("404 InvalidAssociation.NotFound");
});

it("Replace: the former table holds while it is Replacing", async () => {
  const bench = openTutorialB();
  const other = await customTable(bench);
  expect(await bench.refused(replace, pair(ATTACH1, TABLE))).toBe("400 OperationFailed.RouteTableAssociationExist");
  await bench.call(replace, pair(ATTACH1, other));
  expect(await association(bench, ATTACH1)).toMatchObject({ Status: "Replacing", TransitRouterRouteTableId: other });
  expect(associatedTable(bench.world, ATTACH1, ROUTER)).toBe(TABLE);
  await bench.settle();
  expect(await association(bench, ATTACH1)).toMatchObject({ Status: "Active" });
  expect(associatedTable(bench.world, ATTACH1, ROUTER)).toBe(other);
});

it("a table learns one route for each vSwitch of the VPCs that propagate to it, and forgets them", async () => {
  const bench = openTutorialB();
  const id = await attachVpc3(bench);
  const custom = await customTable(bench);
  for (const table of [TABLE, custom]) {
    await bench.call(enable, pair(id, table));
    expect(await propagations(bench, table)).toContain(`${id} Enabling`);
    await bench.settle();
    expect(await routes(bench, table)).toContain(`192.168.1.0/24 ${id} Active`);
  }
  expect(await bench.refused(enable, pair(id, TABLE))).toBe("400 OperationFailed.RouteTablePropagationExist");
  expect(await routes(bench, custom)).toEqual([`192.168.0.0/24 ${id} Active`, `192.168.1.0/24 ${id} Active`]);
  expect((await routes(bench, TABLE)).toSorted()).toEqual([
    `10.0.0.0/24 ${ATTACH1} Active`,
    `10.0.1.0/24 ${ATTACH1} Active`,
    `172.16.0.0/24 ${ATTACH2} Active`,
    `172.16.1.0/24 ${ATTACH2} Active`,
    `192.168.0.0/24 ${id} Active`,
    `192.168.1.0/24 ${id} Active`,
  ]);
  await bench.call(disable, pair(id, custom));
  expect(await propagations(bench, custom)).toEqual([`${id} Disabling`]);
  expect(await bench.refused(disable, pair(id, custom))).toBe("400 IncorrectStatus.AttachmentOrRouteTable");
  await bench.settle();
  expect(await routes(bench, custom)).toEqual([]);
  expect(await bench.refused(disable, pair(id, custom))).toBe("404 InvalidPropagation.NotFound");
});

it("attachment and table have to be the caller's, and of one router", async () => {
  const bench = openTutorialB();
  const { TransitRouterId } = await bench.call("CreateTransitRouter", { CenId: CEN1, RegionId: "cn-hangzhou" });
  await bench.settle();
  const list = await bench.call("ListTransitRouterRouteTables", { TransitRouterId });
  const elsewhere = list.TransitRouterRouteTables[0].TransitRouterRouteTableId;
  for (const action of [associate, dissociate, replace, enable, disable]) {
    expect(await bench.refused(action, pair("tr-attach-nobody", TABLE))).toBe("404 InvalidAttachmentId.NotFound");
    expect(await bench.refused(action, pair(ATTACH1, "vtb-nobody"))).toBe("404 InvalidRouteTableId.NotFound");
    expect(await bench.refused(action, pair(ATTACH1, elsewhere))).toBe("400 IllegalParam.TransitRouterTableId");
    expect(await bench.refusedToShop(action, pair(ATTACH1, TABLE))).toBe("404 InvalidAttachmentId.NotFound");
  }
});

it("the two lists: one needs a table or an attachment, the other the table; both find by resource and page by 50", async () => {
  const bench = openTutorialB();
  const associations = "ListTransitRouterRouteTableAssociations";
  expect(await bench.refused(associations)).toBe("400 InvalidParameter");
  expect(await bench.refused("ListTransitRouterRouteTablePropagations")).toBe("400 MissingParameter");
  const ofTable = { TransitRouterRouteTableId: TABLE };
  const all = await bench.call(associations, ofTable);
  expect([all.TotalCount, all.MaxResults, all.NextToken]).toEqual([2, 50, ""]);
  const asked = { ...ofTable, TransitRouterAttachmentResourceId: VPC1, TransitRouterAttachmentResourceType: "VPC" };
  for (const action of [associations, "ListTransitRouterRouteTablePropagations"]) {
    expect((await bench.call(action, asked)).TotalCount).toBe(1);
    expect((await bench.call(action, { ...asked, Status: "Enabling" })).TotalCount).toBe(0);
    expect((await shopCall(bench, action, ofTable)).TotalCount).toBe(0);
  }
});
