import { attachmentsOf } from "../cbn/lookups.ts";
import type { Cen, RouterAttachment, TransitRouter } from "../cbn/things.ts";
import { isStanding } from "../cbn/transit-router-routes.ts";
import type { Instance } from "../ecs/things.ts";
import { routesOfTable, type TableRoute } from "../vpc/table-routes.ts";
import type { RouteTable, Vpc, VSwitch } from "../vpc/things.ts";
import type { World } from "../world.ts";
import { isWithin, longestPrefix } from "./longest-prefix.ts";
import type { Packet, Place, Trail } from "./place.ts";
import { LOCAL_MS } from "./round-trips.ts";

type AtVpc = Place & { at: "vpc" };

/** A VPC's router: the vSwitches' own routes first, then the table of the sender's vSwitch by longest prefix. */
export function crossVpc(world: World, place: AtVpc, packet: Packet, trail: Trail): Place | undefined {
  const { vpc } = place;
  const isLocal = vSwitchesOf(world, vpc).some((one) => isWithin(packet.destination, one.cidrBlock));
  if (isLocal || place.heading === "instance") return enterInstance(world, vpc, packet, trail);
  const way = longestPrefix(packet.destination, waysOut(world, place), (one) => one.destination);
  const out = way && (leaveByCen(world, vpc, way, trail) ?? leaveByAttachment(world, vpc, way, trail));
  if (!out) trail.because.push(deadEnd(vpc, packet.destination, way));
  return out;
}

/** Of equal prefixes a written one comes first. Source: 2019 manual. */
function waysOut(world: World, { routeTableId }: AtVpc): TableRoute[] {
  const table = world.find<RouteTable>("route-table", routeTableId ?? "");
  const routes = table ? routesOfTable(world, table) : [];
  const available = routes.filter((one) => one.status === "Available" && one.type !== "System");
  const isWritten = (one: TableRoute) => one.type !== "CEN";
  return [...available.filter(isWritten), ...available.filter((one) => !isWritten(one))];
}

/** By what a Basic Edition router has taught the VPC. */
function leaveByCen(world: World, vpc: Vpc, way: TableRoute, trail: Trail): Place | undefined {
  const cen = way.type === "CEN" ? cenOf(world, vpc) : undefined;
  if (!cen) return undefined;
  trail.because.push(`VPC ${vpc.id} sends ${way.destination} to CEN ${cen.id}.`);
  return { at: "router", cen, regionId: vpc.region };
}

/** By an entry that points to the VPC's own connection with a transit router. */
function leaveByAttachment(world: World, vpc: Vpc, way: TableRoute, trail: Trail): Place | undefined {
  if (way.nextHopType !== "Attachment") return undefined;
  const via = world.find<RouterAttachment>("tr-attachment", way.nextHopId);
  if (via?.resourceType !== "VPC" || via.vpcId !== vpc.id || !isStanding(via)) return undefined;
  const router = world.find<TransitRouter>("transit-router", via.routerId);
  if (!router) return undefined;
  trail.because.push(`VPC ${vpc.id} sends ${way.destination} to ${via.name || via.id} of ${router.id}.`);
  return { at: "transit-router", router, via };
}

function deadEnd(vpc: Vpc, destination: string, way: TableRoute | undefined): string {
  if (!way) return `VPC ${vpc.id} has no route to ${destination}.`;
  return `VPC ${vpc.id} sends ${destination} to ${way.nextHopType} ${way.nextHopId}, which leads nowhere here.`;
}

function enterInstance(world: World, vpc: Vpc, packet: Packet, trail: Trail): Place | undefined {
  const inVpc = world.all<Instance>("instance").filter((one) => one.vpcId === vpc.id);
  const instance = inVpc.find((one) => one.privateIp === packet.destination);
  if (instance?.status !== "Running") {
    trail.because.push(`No running instance in VPC ${vpc.id} has ${packet.destination}.`);
    return undefined;
  }
  trail.because.push(`${packet.destination} is instance ${instance.id} in VPC ${vpc.id}.`);
  trail.rttMs += LOCAL_MS;
  return { at: "instance", instance };
}

function vSwitchesOf(world: World, vpc: Vpc): VSwitch[] {
  return world.all<VSwitch>("vswitch").filter((one) => one.vpcId === vpc.id && one.status === "Available");
}

function cenOf(world: World, vpc: Vpc): Cen | undefined {
  const isIts = (cen: Cen) =>
    attachmentsOf(world, cen.id).some((one) => one.childId === vpc.id && one.status === "Attached");
  return world.all<Cen>("cen").find(isIts);
}
