import { Refusal, type SimRequest } from "../action.ts";
import { parsePrefix } from "../cidr.ts";
import type { EventHandler, World } from "../world.ts";
import { cbnAction } from "./cbn-action.ts";
import { text } from "./fields.ts";
import { endsAt, ownRouterTable } from "./router-lookups.ts";
import { readNames } from "./router-names.ts";
import { requireTableActive } from "./router-status.ts";
import type { RouterAttachment, RouterRouteTable, RouterStaticRoute } from "./things.ts";
import { beginTransition, endTransition } from "./transition.ts";
import { writeParameters } from "./write-parameters.ts";

/** Writes a static route into a router's table: to an attachment, or into a black hole. */
export const createTransitRouterRouteEntry = cbnAction({
  name: "CreateTransitRouterRouteEntry",
  kind: "write",
  parameters: {
    TransitRouterRouteTableId: { type: "string", required: true },
    TransitRouterRouteEntryDestinationCidrBlock: { type: "string", required: true },
    TransitRouterRouteEntryNextHopType: { type: "string", required: true, oneOf: ["Attachment", "BlackHole"] },
    TransitRouterRouteEntryNextHopId: { type: "string" },
    TransitRouterRouteEntryName: { type: "string" },
    TransitRouterRouteEntryDescription: { type: "string" },
    ...writeParameters,
  },
  evidence: "metadata; code for an equal destination: Terraform provider; the other codes: assumptions",
  handle(world, request) {
    const table = ownRouterTable(world, request, "InvalidTransitRouterRouteTableId.NotFound");
    requireTableActive(table);
    const route = readRoute(world, request, table);
    const data = { routeId: route.id };
    const locks = [`tr:${table.routerId}`];
    beginTransition(world, { kind: "router-route", locks, event: "router-route.created", data });
    world.put("tr-route", route);
    return { TransitRouterRouteEntryId: route.id };
  },
});

function readRoute(world: World, request: SimRequest, table: RouterRouteTable): RouterStaticRoute {
  const destination = text(request, "TransitRouterRouteEntryDestinationCidrBlock");
  if (!parsePrefix(destination)) throw new Refusal(400, "InvalidParameter", "The destination is malformed.");
  const its = world.all<RouterStaticRoute>("tr-route").filter((one) => one.tableId === table.id);
  if (its.some((one) => one.destination === destination)) {
    const code = "OperationFailed.CreateRouteEntryWithSameDestinationCidrBlock";
    throw new Refusal(400, code, "The table has a route of the same destination.");
  }
  const isBlackHole = request.params.TransitRouterRouteEntryNextHopType === "BlackHole";
  return {
    id: world.newId("rte-", 18),
    uid: table.uid,
    tableId: table.id,
    routerId: table.routerId,
    ...readNames(request, "TransitRouterRouteEntry"),
    destination,
    nextHopType: isBlackHole ? "BlackHole" : "Attachment",
    ...(!isBlackHole && { attachmentId: readHop(world, request, table) }),
    status: "Creating",
    createdAt: world.now,
  };
}

function readHop(world: World, request: SimRequest, table: RouterRouteTable): string {
  const id = text(request, "TransitRouterRouteEntryNextHopId");
  const attachment = world.find<RouterAttachment>("tr-attachment", id);
  if (!attachment || attachment.uid !== table.uid || !endsAt(attachment, table.routerId)) {
    throw new Refusal(400, "InvalidTransitRouterAttachmentId.NotFound", "The next hop does not exist.");
  }
  if (attachment.status === "Attached") return id;
  throw new Refusal(400, "IncorrectStatus.Status", "The attachment is being changed.");
}

export const whenRouterRouteCreated: EventHandler = (world, data) => {
  endTransition(world, data);
  const route = world.find<RouterStaticRoute>("tr-route", String(data.routeId));
  if (route) world.put("tr-route", { ...route, status: "Active" } satisfies RouterStaticRoute);
};
