import { expect, test } from "vitest";
import { createCen } from "../../src/api/cens.ts";
import {
  createTransitRouter,
  deleteTransitRouter,
  listTransitRouters,
  openRouterService,
  readRouterService,
  readTransitRouterZones,
} from "../../src/api/transit-routers.ts";
import { mark, openClient } from "./open-client.ts";

const hub = { account: "hub" };
const region = "ap-southeast-1";

test("a service that nobody has opened reads as closed, and opening it twice is as good as once", async () => {
  const client = await openClient("tutorial-a-today-empty");
  expect(await client.read(readRouterService(hub))).toBe(false);
  await client.done(openRouterService(hub));
  expect(await client.read(readRouterService(hub))).toBe(true);
  expect(await client.send(openRouterService(hub))).toMatchObject({ is: "already", error: { code: "ORDER.OPEND" } });
});

test("a router is made with its name and our mark, once a region, and goes again", async () => {
  const client = await openClient("tutorial-a-today-empty");
  await client.done(openRouterService(hub));
  const cen = await client.done(createCen({ ...hub, name: "global" }), "CenId");
  const create = createTransitRouter({ ...hub, cen, region, name: "singapore" });
  const router = await client.done(create, "TransitRouterId");
  expect(await client.read(listTransitRouters({ ...hub, cen }))).toEqual([
    { id: router, cen, region, name: "singapore", description: mark, type: "Enterprise", status: "Active" },
  ]);
  expect(await client.send(create)).toMatchObject({ is: "already" });
  const remove = deleteTransitRouter({ ...hub, cen, router });
  await client.done(remove);
  expect(await client.read(listTransitRouters({ ...hub, cen }))).toEqual([]);
  expect(await client.send(remove)).toMatchObject({ is: "already" });
});

test("the zones of Enterprise Edition are those of the region; where there is none it has Basic Edition", async () => {
  const client = await openClient("tutorial-b");
  const zones = await client.read(readTransitRouterZones({ ...hub, region }));
  expect(zones).toEqual(["ap-southeast-1a", "ap-southeast-1b"]);
  const legacy = await openClient("tutorial-a");
  expect(await legacy.read(readTransitRouterZones({ ...hub, region: "us-west-1" }))).toEqual([]);
});
