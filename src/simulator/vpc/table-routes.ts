import { routesOf } from "../cbn/routes.ts";
import type { RouterAttachment } from "../cbn/things.ts";
import { associatedTable, isStanding, routesOfTransitRouterTable } from "../cbn/transit-router-routes.ts";
import type { World } from "../world.ts";
import { vSwitchesOf } from "./requests.ts";
import type { RouteEntry, RouteTable, Vpc } from "./things.ts";

/** A line of a route table, stored or derived. */
export interface TableRoute {
  id: string;
  name: string;
  description: string;
  destination: string;
  type: "System" | RouteEntry["type"];
  status: RouteEntry["status"];
  nextHopType: string;
  nextHopId: string;
  nextHopRegion: string;
  serviceType: string;
  modifiedAt: number;
}

const derived = {
  name: "",
  description: "",
  nextHopId: "",
  nextHopRegion: "",
  serviceType: "",
  status: "Available",
} as const;

/** One for each vSwitch, and the cloud's own services. Source: VPC guide; next hops local and service are uncertain. */
function systemRoutes(world: World, table: RouteTable): TableRoute[] {
  const base = { ...derived, type: "System", modifiedAt: table.createdAt } as const;
  const local = vSwitchesOf(world, table.vpcId).map((one) => ({
    ...base,
    id: `rte-${one.id}`,
    destination: one.cidrBlock,
    nextHopType: "local",
  }));
  return [...local, { ...base, id: `rte-${table.id}`, destination: "100.64.0.0/10", nextHopType: "service" }];
}

/**
 * What a Basic Edition CEN teaches the system table; of several tables only that one learns. Source: 2019 manual.
 * Assumption: the next hop's type is not written anywhere.
 */
function learntRoutes(world: World, table: RouteTable): TableRoute[] {
  const vpc = world.find<Vpc>("vpc", table.vpcId);
  if (!vpc || table.type !== "System") return [];
  const cens = vpc.cens.filter((cen) => cen.status === "Attached");
  const routes = cens.flatMap((cen) => routesOf(world, cen.cenId, vpc.region));
  const foreign = routes.filter((route) => route.status === "Active" && route.from.childId !== table.vpcId);
  return foreign.map((route) => ({
    ...derived,
    id: `rte-${table.id}-${route.destination}`,
    destination: route.destination,
    type: "CEN",
    nextHopType: "CEN",
    nextHopId: route.from.childId,
    nextHopRegion: route.from.childRegionId,
    modifiedAt: route.from.attachedAt,
  }));
}

/**
 * Route synchronization: the routes of the transit router's table that the VPC's attachment is associated with, in every table
 * of the VPC but where an equal one is written. Source: product page; that their type is Custom is an assumption.
 */
function synchronizedRoutes(world: World, table: RouteTable, taken: readonly string[]): TableRoute[] {
  const publishes = (one: RouterAttachment) =>
    one.resourceType === "VPC" && one.vpcId === table.vpcId && one.autoPublish && isStanding(one);
  const attachments = world.all<RouterAttachment>("tr-attachment").filter(publishes);
  return attachments.flatMap((one) => {
    const routes = routesOfTransitRouterTable(world, associatedTable(world, one.id, one.routerId) ?? "");
    const foreign = routes.filter((route) => route.status === "Active" && route.attachment?.id !== one.id);
    const hop = { nextHopType: "Attachment", nextHopId: one.id, nextHopRegion: one.regionId };
    const base = { ...derived, ...hop, type: "Custom", serviceType: "TR", modifiedAt: one.createdAt } as const;
    const wanted = foreign.filter((route) => !taken.includes(route.destination));
    return wanted.map(({ destination }) => ({ ...base, id: `rte-${table.id}-${destination}`, destination }));
  });
}

function written(entry: RouteEntry): TableRoute {
  const {
    id,
    name,
    description,
    destinationCidrBlock: destination,
    type,
    status,
    nextHopType,
    nextHopId,
    region,
  } = entry;
  const hop = { nextHopType, nextHopId, nextHopRegion: region };
  return {
    id,
    name,
    description,
    destination,
    type,
    status,
    ...hop,
    serviceType: entry.serviceType ?? "",
    modifiedAt: entry.modifiedAt,
  };
}

/** Everything in a VPC's route table: system entries, learnt ones, then those that were written. */
export function routesOfTable(world: World, table: RouteTable): TableRoute[] {
  const own = world.all<RouteEntry>("route-entry").filter((entry) => entry.routeTableId === table.id);
  const system = systemRoutes(world, table);
  const taken = [...system, ...own.map(written)].map((one) => one.destination);
  return [...system, ...learntRoutes(world, table), ...synchronizedRoutes(world, table, taken), ...own.map(written)];
}
