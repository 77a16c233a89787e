import { isStatus } from "../../api/is-status.ts";
import { listPeerAttachments } from "../../api/peer-attachments.ts";
import { listRouterRoutes, listRouterTables, type RouterRouteSeen } from "../../api/router-tables.ts";
import { listTransitRouters, type TransitRouterSeen } from "../../api/transit-routers.ts";
import { listVpcAttachments } from "../../api/vpc-attachments.ts";
import type { Plan } from "../../engine/events.ts";
import { itemKey } from "../../keys.ts";
import { regionTitle } from "../../network/region-titles.ts";
import type { Status } from "../../ui/screens/status-screen.ts";
import type { Session } from "../session.ts";
import { byAddress } from "./by-address.ts";
import { factId } from "./fact-id.ts";
import { notReadable, routeHead } from "./route-words.ts";
import { vpcTables } from "./vpc-tables.ts";

type Tables = NonNullable<Status["tables"]>;

/** The tables of the transit routers of Enterprise Edition, and of the VPCs on them, as the console shows them. */
export async function enterpriseTables(session: Session, plan: Plan, all: boolean): Promise<Tables> {
  const { network, world } = session;
  if (!world.holds(network.hub)) {
    return [...hiddenRouters(session), ...(await vpcTables(session, network.vpcs, new Map(), all))];
  }
  const every = await readRouters(session, plan);
  const routers = every.filter(({ type }) => isStatus(type, "Enterprise"));
  const names = await readNames(session, plan, every);
  const tables = await Promise.all(routers.map((router) => ofRouter(session, router, names)));
  const vpcs = network.vpcs.filter((vpc) => routers.some(({ region }) => region === vpc.region));
  return [...tables.flat(), ...(await vpcTables(session, vpcs, names, all))];
}

/** The transit routers of the network's regions and of CCNs, of whatever edition; none without the key of the CEN's owner. */
export async function readRouters({ network, world }: Session, plan: Plan): Promise<readonly TransitRouterSeen[]> {
  const cen = factId(plan, itemKey("cen", network.cen.name));
  if (cen === undefined || !world.holds(network.hub)) return [];
  const routers = await world.reads.read(listTransitRouters({ account: network.hub, cen }), 0);
  const isOurs = (region: string) => region.startsWith("ccn-") || network.vpcs.some((vpc) => vpc.region === region);
  return routers.filter(({ region }) => isOurs(region));
}

function hiddenRouters({ network }: Session): Tables {
  const regions = [...new Set(network.vpcs.map((vpc) => vpc.region))];
  return regions.map((region) => ({ heading: headingOf(region), head: routeHead, rows: notReadable }));
}

function headingOf(region: string): string {
  return `TR (${regionTitle(region)})`;
}

/** What people call the attachments: those of VPCs, and, where there are several routers, of connections between them. */
async function readNames(
  { network, world }: Session,
  plan: Plan,
  routers: readonly TransitRouterSeen[],
): Promise<ReadonlyMap<string, string>> {
  const of = { account: network.hub, cen: factId(plan, itemKey("cen", network.cen.name)) ?? "" };
  const regions = routers.filter(({ type }) => isStatus(type, "Enterprise")).map(({ region }) => region);
  const attachments = regions.map((region) => world.reads.read(listVpcAttachments({ ...of, region }), 0));
  const peers = routers.length < 2 ? [] : regions;
  const connections = peers.map((region) => world.reads.read(listPeerAttachments({ ...of, region }), 0));
  const lists = [...(await Promise.all(attachments)), ...(await Promise.all(connections))];
  return new Map(lists.flat().map(({ id, name }) => [id, name || id]));
}

async function ofRouter(
  { network, world }: Session,
  { id: router, region }: TransitRouterSeen,
  names: ReadonlyMap<string, string>,
): Promise<Tables> {
  const account = network.hub;
  const tables = await world.reads.read(listRouterTables({ account, router }), 0);
  return Promise.all(
    tables.map(async (table) => {
      const routes = await world.reads.read(listRouterRoutes({ account, table: table.id }), 0);
      const isDefault = isStatus(table.type, "System");
      return {
        heading: isDefault ? headingOf(region) : `${headingOf(region)}, table ${table.name || table.id}`,
        head: routeHead,
        rows: byAddress(routes).map((route) => rowOf(route, names)),
      };
    }),
  );
}

function rowOf(route: RouterRouteSeen, names: ReadonlyMap<string, string>): readonly string[] {
  const { cidr, type, status, nextHopId, nextHopType } = route;
  const kind = kinds[type.toLowerCase()] ?? type;
  const hop = nextHopId === "" ? nextHopType : (names.get(nextHopId) ?? nextHopId);
  return [cidr, hop, isStatus(status, "Active") ? kind : `${kind} (${status})`];
}

// The console's words. Source: the tutorial's route description.
const kinds: Readonly<Record<string, string>> = { propagated: "Propagated Routes", static: "Static Routes" };
