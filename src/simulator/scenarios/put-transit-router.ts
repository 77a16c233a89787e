import type { Cen, RouterRouteTable, TransitRouter } from "../cbn/things.ts";
import type { World } from "../world.ts";
import { HUB } from "./accounts.ts";
import { monthsAgo } from "./months-ago.ts";

export const CEN1 = "cen-b3t8n5w1y6j0s4f7d2";
export const SINGAPORE_ROUTER = "tr-t4nc1r5x9b2m6v0k4z8p3";
/** The default route table of the router in Singapore. */
export const SINGAPORE_TABLE = "vtb-t4nq7e1w4u8i2o5a9s3d6";

/** Account A's CEN, with an Enterprise Edition router in Singapore. */
export function putCen1(world: World): void {
  const owned = { uid: HUB, description: "", createdAt: monthsAgo(world, 5), tags: [] };
  const cen: Cen = { ...owned, id: CEN1, name: "CEN1", status: "Active", protectionLevel: "REDUCED" };
  world.put("cen", cen);
  const regionId = "ap-southeast-1";
  const router: TransitRouter = {
    ...owned,
    id: SINGAPORE_ROUTER,
    cenId: CEN1,
    regionId,
    edition: "Enterprise",
    status: "Active",
    name: "",
  };
  world.put("transit-router", router);
  const its = { routerId: SINGAPORE_ROUTER, regionId, name: "" };
  const table: RouterRouteTable = { ...owned, ...its, id: SINGAPORE_TABLE, type: "System", status: "Active" };
  world.put("tr-route-table", table);
}
