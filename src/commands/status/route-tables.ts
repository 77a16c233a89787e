import { listRegionRoutes } from "../../api/cens.ts";
import { listDistributedRoutes, listGateways } from "../../api/gateways.ts";
import { isStatus } from "../../api/is-status.ts";
import type { Plan } from "../../engine/events.ts";
import { itemKey } from "../../keys.ts";
import { ccnRegion } from "../../network/areas.ts";
import type { Branch } from "../../network/network.ts";
import type { Status } from "../../ui/screens/status-screen.ts";
import type { Session } from "../session.ts";
import { factId } from "./fact-id.ts";
import { readRouters } from "./router-tables.ts";

type Tables = NonNullable<Status["tables"]>;

/** What each region with a Basic Edition router has learned from the CEN, rejected routes included. */
export async function regionRouteTables(session: Session, plan: Plan): Promise<Tables> {
  const { network, world } = session;
  const cen = factId(plan, itemKey("cen", network.cen.name));
  if (cen === undefined || !world.holds(network.hub)) return [];
  const branches = network.branches.map((branch) => ccnRegion(branch.area));
  const routers = await readRouters(session, plan);
  const isBasic = (region: string) =>
    routers.every((router) => router.region !== region || isStatus(router.type, "Basic"));
  const regions = [...new Set([...network.vpcs.map((vpc) => vpc.region), ...branches])].filter(isBasic);
  return Promise.all(
    regions.map(async (region) => {
      const routes = await world.reads.read(listRegionRoutes({ account: network.hub, cen, region }), 0);
      return {
        heading: `Routes of ${region}`,
        head: ["destination", "next hop", "of", "kind", "status"],
        rows: routes.map((one) => [one.cidr, one.nextHopId, one.nextHopRegion, one.type, one.status]),
      };
    }),
  );
}

/** The branch's own blocks as its gateway hands them on; one that clashes is kept back by the service. */
export async function staticRouteTables(session: Session, plan: Plan): Promise<Tables> {
  const tables = session.network.branches.map((branch) => ofBranch(session, branch, plan));
  return (await Promise.all(tables)).flat();
}

async function ofBranch({ world }: Session, branch: Branch, plan: Plan): Promise<Tables> {
  const { account, area, name } = branch;
  const gateway = factId(plan, itemKey("purchase", name));
  if (gateway === undefined) return [];
  const gateways = await world.reads.read(listGateways({ account, area }), 0);
  const isLive = gateways.some((one) => one.id === gateway && !isStatus(one.status, "Ordered", "Delivered"));
  if (!isLive) return [];
  const routes = await world.reads.read(listDistributedRoutes({ account, area, gateway, source: "local" }), 0);
  const rows = routes.map((one) => [
    one.cidr,
    one.source,
    one.published || one.status,
    one.isConflict ? one.conflict || "yes" : "none",
  ]);
  return [{ heading: `Static routes of ${name}`, head: ["destination", "source", "published", "conflict"], rows }];
}
