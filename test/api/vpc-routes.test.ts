import { expect, test } from "vitest";
import { createVSwitch, listVSwitches } from "../../src/api/vpc.ts";
import { listVpcAttachments } from "../../src/api/vpc-attachments.ts";
import { createVpcRoute, deleteVpcRoute, listVpcRoutes, listVpcRouteTables } from "../../src/api/vpc-routes.ts";
import { mark, openClient } from "./open-client.ts";
import { account, cen, region, shop, vpc1, vpc3, vpc3Table } from "./three-vpcs.ts";

const hub = { account, region };
const table = vpc1.replace("vpc-", "vtb-");
const byHop = ["tr-attach-1a9d4f7h2k5m8n3p6q", "Attachment"] as const;

test("tables of a region come with their VPC and vSwitches, each account's own", async () => {
  const client = await openClient("tutorial-b");
  expect((await client.read(listVpcRouteTables(hub))).map((one) => one.vpc)).toHaveLength(2);
  expect(await client.read(listVpcRouteTables({ ...shop, region }))).toEqual([
    { id: vpc3Table, vpc: vpc3, type: "System", vSwitches: ["vsw-t4nvpc3h3j0s6u2z7g4p8", "vsw-t4nvsb3h3j0s6u2z7g4p8"] },
  ]);
});

test("a route to the attachment is made with our mark, read with its next hop, and gone twice", async () => {
  const client = await openClient("tutorial-b");
  const [attachment = ""] = (await client.read(listVpcAttachments({ account, cen, region }))).map((one) => one.id);
  const list = listVpcRoutes({ ...hub, table });
  const before = await client.read(list);
  expect(before.map((one) => [one.cidr, one.type, one.nextHopType])).toEqual([
    ["10.0.0.0/24", "System", "local"],
    ["10.0.1.0/24", "System", "local"],
    ["100.64.0.0/10", "System", "service"],
    ["10.0.0.0/8", "Custom", "Attachment"],
    ["172.16.0.0/12", "Custom", "Attachment"],
    ["192.168.0.0/16", "Custom", "Attachment"],
  ]);
  const route = { ...hub, vpc: vpc1, table, cidr: "10.0.0.0/16", attachment };
  const id = await client.done(createVpcRoute(route), "RouteEntryId");
  expect((await client.read(list)).filter((one) => one.id === id)).toEqual([
    {
      id,
      cidr: "10.0.0.0/16",
      type: "Custom",
      status: "Available",
      nextHopType: "Attachment",
      nextHopId: attachment,
      description: mark,
    },
  ]);
  expect(await client.send(createVpcRoute(route))).toMatchObject({
    is: "refused",
    error: { code: "RouterEntryConflict.Duplicated" },
  });
  await client.done(deleteVpcRoute(route));
  expect(await client.read(list)).toEqual(before);
  expect(await client.send(deleteVpcRoute(route))).toMatchObject({ is: "already" });
});

test("one of the same block to elsewhere is not taken for ours", async () => {
  const client = await openClient("tutorial-b");
  const elsewhere = { ...hub, vpc: vpc1, table, cidr: "10.0.0.0/8", attachment: "tr-attach-2b0e5g8j3m6n9p4q7r" };
  expect(await client.send(deleteVpcRoute(elsewhere))).toMatchObject({ is: "already" });
  const hops = (await client.read(listVpcRoutes({ ...hub, table }))).filter((one) => one.cidr === "10.0.0.0/8");
  expect(hops.map((one) => [one.nextHopId, one.nextHopType])).toEqual([byHop]);
});

test("routes of one VPC are written one after the other", async () => {
  const client = await openClient("tutorial-b");
  const route = { ...hub, vpc: vpc1, table, attachment: byHop[0] };
  await client.send(createVpcRoute({ ...route, cidr: "10.1.0.0/16" }));
  expect(await client.send(createVpcRoute({ ...route, cidr: "10.2.0.0/16" }))).toMatchObject({
    is: "busy",
    error: { code: "TaskConflict" },
  });
});

test("a vSwitch is made and read; without a VPC those of the whole region are listed", async () => {
  const client = await openClient("tutorial-b");
  const order = { ...hub, vpc: vpc1, zone: "ap-southeast-1b", cidr: "10.0.9.0/24", name: "vSwitch 3" };
  const id = await client.done(createVSwitch(order), "VSwitchId");
  expect((await client.read(listVSwitches({ ...hub, vpc: vpc1 }))).find((one) => one.id === id)).toEqual({
    id,
    name: "vSwitch 3",
    vpc: vpc1,
    zone: "ap-southeast-1b",
    cidr: "10.0.9.0/24",
    status: "Available",
    freeAddresses: 252,
  });
  expect(await client.read(listVSwitches(hub))).toHaveLength(5);
});

test("a table that is gone has no routes", async () => {
  const client = await openClient("tutorial-b");
  expect(await client.read(listVpcRoutes({ ...hub, table: "vtb-nowhere" }))).toEqual([]);
});
