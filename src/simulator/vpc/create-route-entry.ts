import { Refusal, type SimRequest } from "../action.ts";
import { contains, overlaps, type Prefix, parsePrefix } from "../cidr.ts";
import type { World } from "../world.ts";
import { regionalPrefix } from "./region-code.ts";
import { findTable, tablesOf, vSwitchesOf } from "./requests.ts";
import { requireNextHop } from "./require-next-hop.ts";
import { routesOfTable } from "./table-routes.ts";
import type { RouteEntry, RouteTable } from "./things.ts";
import { becomesAvailable, begin } from "./transition.ts";
import { vpcAction } from "./vpc-action.ts";

/** Source: quota page. */
const ROUTE_QUOTA = 200;

function refuse(code: string, message: string, status = 400): never {
  throw new Refusal(status, code, message);
}

/** A bare address is a prefix of 32. Source: page. */
function readDestination(text: string): { text: string; prefix: Prefix } {
  const full = text.includes("/") ? text : `${text}/32`;
  const prefix = parsePrefix(full);
  return prefix === undefined
    ? refuse("InvalidCidrBlock.Malformed", "The destination is malformed.")
    : { text: full, prefix };
}

const cloudServices = parsePrefix("100.64.0.0/10") as Prefix;

/** May contain a vSwitch, but not lie within one, nor meet the cloud's own services. */
function requireAllowed(world: World, table: RouteTable, destination: Prefix): void {
  const isWithin = (cidr: string) => {
    const prefix = parsePrefix(cidr);
    return prefix !== undefined && contains(prefix, destination);
  };
  const isTaken = vSwitchesOf(world, table.vpcId).some((one) => isWithin(one.cidrBlock));
  if (isTaken || overlaps(cloudServices, destination)) refuse("InvalidCidrBlock", "The destination is not allowed.");
}

/** What route synchronization brings counts too. Source: quota page. */
function requireRoom(world: World, table: RouteTable, destination: string): void {
  const own = world.all<RouteEntry>("route-entry").filter((entry) => entry.routeTableId === table.id);
  if (own.some((entry) => entry.destinationCidrBlock === destination)) {
    refuse("RouterEntryConflict.Duplicated", `A route entry already exists, which CIDR is '${destination}'.`);
  }
  const custom = routesOfTable(world, table).filter((route) => route.type === "Custom");
  if (custom.length >= ROUTE_QUOTA) refuse("QuotaExceeded", "The route table is full.");
}

/** One at a time in a VPC, whoever writes it. Source: Terraform provider, which waits until every entry is Available. */
function requireStill(world: World, { vpcId }: RouteTable): void {
  const tables = tablesOf(world, vpcId).map((table) => table.id);
  const moving = (one: RouteEntry) => tables.includes(one.routeTableId) && one.status !== "Available";
  if (world.all<RouteEntry>("route-entry").some(moving)) refuse("TaskConflict", "Another entry is being changed.");
}

function newEntry(world: World, table: RouteTable, destination: string, { params }: SimRequest): RouteEntry {
  return {
    id: world.newId(regionalPrefix("rte-", table.region), 18),
    uid: table.uid,
    region: table.region,
    routeTableId: table.id,
    name: String(params.RouteEntryName ?? ""),
    description: String(params.Description ?? ""),
    destinationCidrBlock: destination,
    type: "Custom",
    nextHopType: String(params.NextHopType ?? "Instance"),
    nextHopId: String(params.NextHopId ?? ""),
    status: "Pending",
    modifiedAt: world.now,
  };
}

export const createRouteEntry = vpcAction({
  name: "CreateRouteEntry",
  kind: "write",
  parameters: {
    RouteTableId: { type: "string", required: true },
    DestinationCidrBlock: { type: "string", required: true },
    NextHopType: { type: "string" },
    NextHopId: { type: "string" },
    RouteEntryName: { type: "string" },
    Description: { type: "string" },
    RegionId: { type: "string" },
    ClientToken: { type: "string" },
    DryRun: { type: "boolean" },
  },
  evidence:
    "SDK model: parameters. Page: codes, rules of the destination, not concurrent in a VPC. Terraform provider: TaskConflict. " +
    "Assumption: IncorrectInstanceStatus for an attachment in transition.",
  handle(world, request) {
    const table = findTable(world, request, "InvalidRouteTableId.NotFound");
    const destination = readDestination(String(request.params.DestinationCidrBlock));
    requireStill(world, table);
    requireRoom(world, table, destination.text);
    requireAllowed(world, table, destination.prefix);
    const entry = newEntry(world, table, destination.text, request);
    requireNextHop(world, table.vpcId, { type: entry.nextHopType, id: entry.nextHopId });
    const order = { vpcId: table.vpcId, busyCode: "TaskConflict", id: entry.id };
    begin(world, { ...order, work: "create-route-entry", event: "route-entry.created" });
    world.put("route-entry", entry);
    return { RouteEntryId: entry.id };
  },
});

export const createRouteEvents = { "route-entry.created": becomesAvailable("route-entry") };
