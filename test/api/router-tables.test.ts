import { expect, test } from "vitest";
import {
  associate,
  createRouterTable,
  deleteRouterTable,
  disablePropagation,
  dissociate,
  enablePropagation,
  listAssociations,
  listAssociationsOf,
  listPropagations,
  listRouterRoutes,
  listRouterTables,
  replaceAssociation,
} from "../../src/api/router-tables.ts";
import { listVpcAttachments } from "../../src/api/vpc-attachments.ts";
import { type Client, mark, openClient } from "./open-client.ts";
import { account, cen, region, router, table, vpc1, vpc2 } from "./three-vpcs.ts";

const hub = { account };
const onTable = { ...hub, router, table };

async function attachmentOf(client: Client, vpc: string): Promise<string> {
  const all = await client.read(listVpcAttachments({ ...hub, cen, region }));
  return all.find((one) => one.vpc === vpc)?.id ?? "";
}

test("a table is made with its name and our mark, and is gone twice", async () => {
  const client = await openClient("tutorial-b");
  const list = listRouterTables({ ...hub, router });
  expect(await client.read(list)).toMatchObject([{ id: table, type: "System", status: "Active" }]);
  const made = await client.done(createRouterTable({ ...hub, router, name: "spoke" }), "TransitRouterRouteTableId");
  const [, second] = await client.read(list);
  expect(second).toEqual({ id: made, name: "spoke", description: mark, type: "Custom", status: "Active" });
  await client.done(deleteRouterTable({ ...hub, router, table: made }));
  expect(await client.read(list)).toHaveLength(1);
  expect(await client.send(deleteRouterTable({ ...hub, router, table: made }))).toMatchObject({ is: "already" });
});

test("associations are read by table and by attachment, moved, taken away and made", async () => {
  const client = await openClient("tutorial-b");
  const attachment = await attachmentOf(client, vpc1);
  const its = { attachment, table, resource: vpc1, resourceType: "VPC", status: "Active" };
  expect(await client.read(listAssociations(onTable))).toContainEqual(its);
  expect(await client.read(listAssociations(onTable))).toHaveLength(2);
  expect(await client.read(listAssociationsOf({ ...hub, attachment }))).toEqual([its]);
  const spoke = await client.done(createRouterTable({ ...hub, router, name: "spoke" }), "TransitRouterRouteTableId");
  await client.done(replaceAssociation({ ...hub, router, attachment, table: spoke }));
  expect(await client.read(listAssociationsOf({ ...hub, attachment }))).toEqual([{ ...its, table: spoke }]);
  await client.done(dissociate({ ...hub, router, attachment, table: spoke }));
  expect(await client.read(listAssociationsOf({ ...hub, attachment }))).toEqual([]);
  await client.done(associate({ ...onTable, attachment }));
  expect(await client.read(listAssociationsOf({ ...hub, attachment }))).toEqual([its]);
});

test("a propagation brings a route a vSwitch, and takes them away", async () => {
  const client = await openClient("tutorial-b");
  const [attachment, other] = [await attachmentOf(client, vpc1), await attachmentOf(client, vpc2)];
  await client.done(disablePropagation({ ...onTable, attachment }));
  expect((await client.read(listPropagations(onTable))).map((one) => one.attachment)).toEqual([other]);
  expect((await client.read(listRouterRoutes(onTable))).map((one) => one.nextHopId)).toEqual([other, other]);
  await client.done(enablePropagation({ ...onTable, attachment }));
  expect(await client.read(listPropagations(onTable))).toContainEqual({
    attachment,
    table,
    resource: vpc1,
    resourceType: "VPC",
    status: "Active",
  });
  const routes = await client.read(listRouterRoutes(onTable));
  expect(routes).toHaveLength(4);
  expect(routes).toContainEqual({
    cidr: "10.0.1.0/24",
    type: "Propagated",
    status: "Active",
    nextHopId: attachment,
    nextHopType: "Attachment",
    nextHopResourceId: vpc1,
    nextHopResourceType: "VPC",
    originResourceId: vpc1,
  });
});

test("while the router is at work the next write is told to wait", async () => {
  const client = await openClient("tutorial-b");
  const attachment = await attachmentOf(client, vpc1);
  await client.send(createRouterTable({ ...hub, router, name: "spoke" }));
  expect(await client.send(disablePropagation({ ...onTable, attachment }))).toMatchObject({
    is: "busy",
    error: { code: "Operation.Blocking" },
  });
});

test("routes are asked for in every status", () => {
  expect(listRouterRoutes(onTable).call.params).toMatchObject({ TransitRouterRouteEntryStatus: "All" });
});

test("a router or a table that is gone has no tables and no routes", async () => {
  const client = await openClient("tutorial-b");
  expect(await client.read(listRouterTables({ ...hub, router: "tr-nowhere" }))).toEqual([]);
  expect(await client.read(listRouterRoutes({ ...hub, table: "vtb-nowhere" }))).toEqual([]);
});
