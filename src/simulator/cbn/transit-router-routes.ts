import type { VSwitch } from "../vpc/things.ts";
import type { World } from "../world.ts";
import { announcements } from "./routes.ts";
import type {
  PeerRouterAttachment,
  RouterAssociation,
  RouterAttachment,
  RouterPropagation,
  RouterRoute,
  RouterRouteTable,
  RouterStaticRoute,
  TransitRouter,
  VpcRouterAttachment,
} from "./things.ts";

type Origin = NonNullable<RouterRoute["origin"]>;

/**
 * An Enterprise router's table: static routes first, then what its propagating attachments bring, in the order of their
 * making. Of equal prefixes the first that stands is Active, the others are Rejected; that order, and the status of the
 * losers, are assumptions.
 */
export function routesOfTransitRouterTable(world: World, tableId: string): RouterRoute[] {
  const table = world.find<RouterRouteTable>("tr-route-table", tableId);
  if (!table) return [];
  return ranked([...staticRoutes(world, tableId), ...propagated(world, table)]);
}

/**
 * What a Basic router hears from the Enterprise routers that it is connected to. It has no tables and no propagation of its
 * own: everything that is advertised to it is learnt. Source: product page on the editions; that a connection has to advertise
 * for it, as between Enterprise routers: assumption.
 */
export function routesLearntByBasicRouter(world: World, router: TransitRouter): RouterRoute[] {
  const ends = standingPeers(world).filter((one) => one.peerRouterId === router.id);
  return ranked(ends.flatMap((one) => advertised(world, one, one.routerId)));
}

/** The table in which packets that come over an attachment are looked up on a router; none forwards nothing. */
export function associatedTable(world: World, attachmentId: string, routerId: string): string | undefined {
  const found = world.find<RouterAssociation>("tr-association", `${attachmentId}/${routerId}`);
  if (found?.status === "Replacing") return found.formerTableId;
  return found?.status === "Active" ? found.tableId : undefined;
}

/** The router at the other end of a connection. */
export function otherEnd(attachment: PeerRouterAttachment, routerId: string): string {
  return attachment.routerId === routerId ? attachment.peerRouterId : attachment.routerId;
}

/** Whether packets and routes go over it: while it is being changed it goes on working. */
export function isStanding(attachment: RouterAttachment): boolean {
  return attachment.status === "Attached" || attachment.status === "Modifying";
}

function standingPeers(world: World): PeerRouterAttachment[] {
  const attachments = world.all<RouterAttachment>("tr-attachment").filter(isStanding);
  return attachments.filter((one) => one.resourceType === "TR");
}

function staticRoutes(world: World, tableId: string): RouterRoute[] {
  const own = world.all<RouterStaticRoute>("tr-route").filter((one) => one.tableId === tableId);
  return own.map((written) => {
    const attachment = world.find<RouterAttachment>("tr-attachment", written.attachmentId ?? "");
    const { destination, nextHopType, status } = written;
    const route = { destination, type: "Static", status, nextHopType, written } as const;
    if (!attachment) return route;
    return attachment.resourceType === "VPC"
      ? { ...route, attachment, origin: originOf(attachment) }
      : { ...route, attachment };
  });
}

function propagated(world: World, table: RouterRouteTable): RouterRoute[] {
  return teachersOf(world, table).flatMap((one) => broughtBy(world, one, table.routerId));
}

/** The attachments that a table learns from, those of its own region first. */
function teachersOf(world: World, { id }: RouterRouteTable): RouterAttachment[] {
  const isLearning = (one: RouterPropagation) => one.tableId === id && one.status === "Active";
  const propagations = world.all<RouterPropagation>("tr-propagation").filter(isLearning);
  const found = propagations.map((one) => world.find<RouterAttachment>("tr-attachment", one.attachmentId));
  const standing = found.filter((one) => one !== undefined).filter(isStanding);
  const isLocal = (one: RouterAttachment) => one.resourceType === "VPC";
  return [...standing.filter(isLocal), ...standing.filter((one) => !isLocal(one))];
}

/** One route for each vSwitch of a VPC; over a connection, what the router at its other end advertises. */
function broughtBy(world: World, attachment: RouterAttachment, routerId: string): RouterRoute[] {
  if (attachment.resourceType === "TR") return advertised(world, attachment, otherEnd(attachment, routerId));
  const isIn = (one: VSwitch) => one.vpcId === attachment.vpcId && one.status === "Available";
  const vSwitches = world.all<VSwitch>("vswitch").filter(isIn);
  return vSwitches.map((one) => learnt(one.cidrBlock, attachment, originOf(attachment)));
}

function originOf({ vpcId, regionId }: VpcRouterAttachment): Origin {
  return { id: vpcId, type: "VPC", regionId };
}

/**
 * What one end of a connection advertises to the other. An Enterprise router: the Active routes of the table that the connection
 * is associated with; a Basic one: whatever is attached to it. What came over another connection is not handed on (assumption:
 * regions are connected pair by pair). AutoPublishRouteEnabled holds for both directions (assumption).
 */
function advertised(world: World, attachment: PeerRouterAttachment, fromRouterId: string): RouterRoute[] {
  const router = world.find<TransitRouter>("transit-router", fromRouterId);
  if (!router || !attachment.autoPublish) return [];
  if (router.edition === "Basic") return ofBasicRouter(world, router, attachment);
  const tableId = associatedTable(world, attachment.id, router.id);
  const own = tableId === undefined ? [] : ownRoutes(world, tableId);
  return own.flatMap((one) => (one.origin ? [learnt(one.destination, attachment, one.origin)] : []));
}

/** A table without what leads to other regions: two routers that learn from each other don't go in circles. */
function ownRoutes(world: World, tableId: string): RouterRoute[] {
  const table = world.find<RouterRouteTable>("tr-route-table", tableId);
  if (!table) return [];
  const teachers = teachersOf(world, table).filter((one) => one.resourceType === "VPC");
  const learnt = teachers.flatMap((one) => broughtBy(world, one, table.routerId));
  const statics = staticRoutes(world, tableId).filter((one) => one.attachment?.resourceType !== "TR");
  return ranked([...statics, ...learnt]).filter((one) => one.status === "Active");
}

function ofBasicRouter(world: World, router: TransitRouter, attachment: PeerRouterAttachment): RouterRoute[] {
  const own = announcements(world, router.cenId).filter((one) => one.from.childRegionId === router.regionId);
  return own.map(({ destination, from }) => {
    const origin = { id: from.childId, type: from.childType, regionId: from.childRegionId };
    return learnt(destination, attachment, origin);
  });
}

function learnt(destination: string, attachment: RouterAttachment, origin: Origin): RouterRoute {
  return { destination, type: "Propagated", status: "Active", nextHopType: "Attachment", attachment, origin };
}

function ranked(routes: readonly RouterRoute[]): RouterRoute[] {
  const taken = new Set<string>();
  return routes.map((route) => {
    if (route.status !== "Active") return route;
    if (taken.has(route.destination)) return { ...route, status: "Rejected" };
    taken.add(route.destination);
    return route;
  });
}
