import { regionalPrefix } from "../vpc/region-code.ts";
import type { World } from "../world.ts";
import type { Cen, RouterRouteTable, RouterStaticRoute, TransitRouter } from "./things.ts";

/** Puts a transit router that is still being made; whoever made it says when it is Active. */
export function newTransitRouter(
  world: World,
  cen: Cen,
  regionId: string,
  edition: TransitRouter["edition"],
  named: Partial<Pick<TransitRouter, "name" | "description" | "tags">> = {},
): TransitRouter {
  const router: TransitRouter = {
    id: world.newId(regionalPrefix("tr-", regionId.replace(/^ccn-/, "")), 18),
    uid: cen.uid,
    cenId: cen.id,
    regionId,
    edition,
    status: "Creating",
    name: "",
    description: "",
    createdAt: world.now,
    tags: [],
    ...named,
  };
  world.put("transit-router", router);
  if (edition === "Enterprise") newRouteTable(world, router, "System");
  return router;
}

/** Puts a route table that is still being made: the System one with its router, a Custom one for itself. */
export function newRouteTable(
  world: World,
  router: TransitRouter,
  type: RouterRouteTable["type"],
  named: Partial<Pick<RouterRouteTable, "name" | "description" | "tags">> = {},
): RouterRouteTable {
  const table: RouterRouteTable = {
    id: world.newId(regionalPrefix("vtb-", router.regionId), 18),
    uid: router.uid,
    routerId: router.id,
    regionId: router.regionId,
    name: "",
    description: "",
    type,
    status: "Creating",
    createdAt: world.now,
    tags: [],
    ...named,
  };
  world.put("tr-route-table", table);
  return table;
}

/** The router stands, and with it its System route table. */
export function routerIsMade(world: World, routerId: string): void {
  const router = world.find<TransitRouter>("transit-router", routerId);
  if (router?.status !== "Creating") return;
  world.put("transit-router", { ...router, status: "Active" } satisfies TransitRouter);
  const tables = world.all<RouterRouteTable>("tr-route-table").filter((one) => one.routerId === routerId);
  for (const table of tables) world.put("tr-route-table", { ...table, status: "Active" } satisfies RouterRouteTable);
}

export function hasCustomTables(world: World, routerId: string): boolean {
  return world
    .all<RouterRouteTable>("tr-route-table")
    .some((one) => one.routerId === routerId && one.type === "Custom");
}

/** A router goes with its tables and whatever stands in them. */
export function removeRouter(world: World, routerId: string): void {
  const tables = world.all<RouterRouteTable>("tr-route-table").filter((one) => one.routerId === routerId);
  for (const table of tables) removeTable(world, table.id);
  world.remove("transit-router", routerId);
}

/** A table goes with its static routes. */
export function removeTable(world: World, tableId: string): void {
  const routes = world.all<RouterStaticRoute>("tr-route").filter((one) => one.tableId === tableId);
  for (const route of routes) world.remove("tr-route", route.id);
  world.remove("tr-route-table", tableId);
}
