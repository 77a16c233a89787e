import { Refusal, type SimRequest } from "../action.ts";
import type { EventHandler, World } from "../world.ts";
import { cbnAction } from "./cbn-action.ts";
import { text } from "./fields.ts";
import type { RouterStaticRoute } from "./things.ts";
import { beginTransition, endTransition } from "./transition.ts";
import { isWanted } from "./wanted.ts";
import { writeParameters } from "./write-parameters.ts";

/** Takes a static route away, by its id, or by table, destination and next hop. */
export const deleteTransitRouterRouteEntry = cbnAction({
  name: "DeleteTransitRouterRouteEntry",
  kind: "write",
  parameters: {
    TransitRouterRouteEntryId: { type: "string" },
    TransitRouterRouteTableId: { type: "string" },
    TransitRouterRouteEntryDestinationCidrBlock: { type: "string" },
    TransitRouterRouteEntryNextHopType: { type: "string", oneOf: ["Attachment", "BlackHole"] },
    TransitRouterRouteEntryNextHopId: { type: "string" },
    ...writeParameters,
  },
  evidence:
    "metadata; one way or the other: API page; IllegalParam.TransitRouterRouteEntryId for none: Terraform provider",
  handle(world, request) {
    const route = findRoute(world, request);
    if (route.status !== "Active") throw new Refusal(400, "IncorrectStatus.Status", "The route is being changed.");
    const data = { routeId: route.id };
    const locks = [`tr:${route.routerId}`];
    beginTransition(world, { kind: "router-route", locks, event: "router-route.deleted", data });
    world.put("tr-route", { ...route, status: "Deleting" } satisfies RouterStaticRoute);
    return {};
  },
});

const needed = [
  "TransitRouterRouteTableId",
  "TransitRouterRouteEntryDestinationCidrBlock",
  "TransitRouterRouteEntryNextHopType",
];

function findRoute(world: World, request: SimRequest): RouterStaticRoute {
  const isById = text(request, "TransitRouterRouteEntryId") !== "";
  const fits = isWanted<RouterStaticRoute>(request, {
    TransitRouterRouteEntryId: (one) => one.id,
    TransitRouterRouteTableId: (one) => one.tableId,
    TransitRouterRouteEntryDestinationCidrBlock: (one) => one.destination,
    TransitRouterRouteEntryNextHopType: (one) => one.nextHopType,
    TransitRouterRouteEntryNextHopId: (one) => one.attachmentId,
  });
  const own = world.all<RouterStaticRoute>("tr-route").filter((one) => one.uid === request.uid);
  const isNamed = isById || needed.every((name) => text(request, name));
  const found = isNamed ? own.find(fits) : undefined;
  if (found) return found;
  throw new Refusal(400, "IllegalParam.TransitRouterRouteEntryId", "The route entry does not exist.");
}

export const whenRouterRouteDeleted: EventHandler = (world, data) => {
  endTransition(world, data);
  world.remove("tr-route", String(data.routeId));
};
