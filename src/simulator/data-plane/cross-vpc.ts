import { attachmentsOf } from "../cbn/lookups.ts";
import { routesOf } from "../cbn/routes.ts";
import type { Cen } from "../cbn/things.ts";
import type { Instance } from "../ecs/things.ts";
import type { RouteEntry, RouteTable, Vpc, VSwitch } from "../vpc/things.ts";
import type { World } from "../world.ts";
import { isWithin, longestPrefix } from "./longest-prefix.ts";
import type { Packet, Place, Trail } from "./place.ts";
import { LOCAL_MS } from "./round-trips.ts";

/** A VPC's router: the vSwitches' own routes first, then the written ones and the CEN's, by longest prefix. */
export function crossVpc(world: World, place: Place & { at: "vpc" }, packet: Packet, trail: Trail): Place | undefined {
  const { vpc } = place;
  const isLocal = vSwitchesOf(world, vpc).some((one) => isWithin(packet.destination, one.cidrBlock));
  if (isLocal || place.heading === "instance") return enterInstance(world, vpc, packet, trail);
  const cen = cenOf(world, vpc);
  const way = longestPrefix(packet.destination, waysOut(world, vpc, cen, place.routeTableId), (one) => one.cidr);
  if (!cen || way?.to !== "cen") {
    trail.because.push(deadEnd(vpc, packet.destination, way));
    return undefined;
  }
  trail.because.push(`VPC ${vpc.id} sends ${way.cidr} to CEN ${cen.id}.`);
  return { at: "router", cen, regionId: vpc.region };
}

interface Way {
  readonly cidr: string;
  readonly to: string;
}

/** Written routes come before the CEN's equal ones; only the system table learns from a Basic router. Source: 2019 manual. */
function waysOut(world: World, vpc: Vpc, cen: Cen | undefined, tableId: string | undefined): Way[] {
  const written = world.all<RouteEntry>("route-entry").filter((one) => one.routeTableId === tableId);
  const available = written.filter((one) => one.status === "Available");
  const own = available.map((one) => ({ cidr: one.destinationCidrBlock, to: `${one.nextHopType} ${one.nextHopId}` }));
  const table = world.find<RouteTable>("route-table", tableId ?? "");
  if (!cen || table?.type !== "System") return own;
  const routes = routesOf(world, cen.id, vpc.region).filter((one) => one.status === "Active");
  const foreign = routes.filter((one) => one.from.childId !== vpc.id);
  return [...own, ...foreign.map((one) => ({ cidr: one.destination, to: "cen" }))];
}

function deadEnd(vpc: Vpc, destination: string, way: Way | undefined): string {
  if (way) return `VPC ${vpc.id} sends ${destination} to ${way.to}, which leads nowhere here.`;
  return `VPC ${vpc.id} has no route to ${destination}.`;
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
