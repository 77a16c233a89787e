import { Refusal, type SimRequest } from "../action.ts";
import type { World } from "../world.ts";
import { findTable, here } from "./requests.ts";
import { routesOfTable } from "./table-routes.ts";
import type { RouteEntry, RouteTable } from "./things.ts";
import { begin, onEnd } from "./transition.ts";
import { vpcAction } from "./vpc-action.ts";

function gone(): Refusal {
  return new Refusal(400, "InvalidRouteEntry.NotFound", "The route entry does not exist.");
}

function byId(world: World, request: SimRequest): RouteEntry {
  const entry = world.find<RouteEntry>("route-entry", String(request.params.RouteEntryId));
  const [found] = entry === undefined ? [] : here([entry], request);
  if (found === undefined) throw gone();
  return found;
}

function byDestination(world: World, request: SimRequest): RouteEntry {
  const { DestinationCidrBlock: destination, NextHopId: hop } = request.params;
  const table = findTable(world, request, "InvalidRouteTableId.NotFound");
  if (hop === undefined) throw new Refusal(400, "InvalidNextHop", "The next hop is missing.");
  const isSystem = routesOfTable(world, table).some((one) => one.type === "System" && one.destination === destination);
  if (isSystem) throw new Refusal(400, "OperationDenied", "A system route cannot be deleted.");
  const isIt = (one: RouteEntry) =>
    one.routeTableId === table.id && one.destinationCidrBlock === destination && one.nextHopId === hop;
  const entry = world.all<RouteEntry>("route-entry").find(isIt);
  if (entry === undefined) throw gone();
  return entry;
}

/** What the transit router manages is not deleted here; the code has a double b. Source: error table of the page. */
function requireDeletable(entry: RouteEntry): void {
  if (entry.serviceType === "TR")
    throw new Refusal(400, "Forbbiden", "The route entry is managed by a transit router.");
  if (entry.status === "Available") return;
  throw new Refusal(400, "IncorrectRouteEntryStatus", "The route entry is being changed.");
}

export const deleteRouteEntry = vpcAction({
  name: "DeleteRouteEntry",
  kind: "write",
  parameters: {
    RouteEntryId: { type: "string" },
    RouteTableId: { type: "string" },
    DestinationCidrBlock: { type: "string" },
    NextHopId: { type: "string" },
    RegionId: { type: "string" },
    DryRun: { type: "boolean" },
  },
  evidence: "SDK model: parameters. Page: codes; by id, or by table, destination and next hop.",
  handle(world, request) {
    const entry = request.params.RouteEntryId === undefined ? byDestination(world, request) : byId(world, request);
    requireDeletable(entry);
    const vpcId = world.find<RouteTable>("route-table", entry.routeTableId)?.vpcId ?? "";
    const order = { vpcId, busyCode: "TaskConflict", id: entry.id };
    begin(world, { ...order, work: "delete-route-entry", event: "route-entry.deleted" });
    world.put("route-entry", { ...entry, status: "Deleting" });
    return {};
  },
});

export const deleteRouteEvents = { "route-entry.deleted": onEnd((world, id) => world.remove("route-entry", id)) };
