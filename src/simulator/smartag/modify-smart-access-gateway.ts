import { Refusal, type SimRequest } from "../action.ts";
import type { World } from "../world.ts";
import { findGateway, requireUsable } from "./find-gateway.ts";
import { readCidrs, requireRoomOnCcn } from "./gateway-cidrs.ts";
import { change, onGateway } from "./life-cycle.ts";
import { requireName, requireNoLink } from "./names.ts";
import { invalidParameter, refusal } from "./refusals.ts";
import { onSettled, settle } from "./settle.ts";
import { smartagAction } from "./smartag-action.ts";
import type { Gateway } from "./things.ts";

function readStrategy({ params }: SimRequest, gateway: Gateway): Gateway["routingStrategy"] {
  const strategy = params.RoutingStrategy ?? gateway.routingStrategy;
  if (strategy !== "static" && strategy !== "dynamic") throw refusal("SAG.InvalidRoutingStrategy");
  return strategy;
}

/** The given list replaces the one that is there, all of it. */
function routesAfter(world: World, request: SimRequest, gateway: Gateway): Pick<Gateway, "routingStrategy" | "cidrs"> {
  const routingStrategy = readStrategy(request, gateway);
  const block = request.params.CidrBlock;
  if (routingStrategy === "dynamic") {
    if (block !== undefined) throw refusal("SAG.NotAllowConfigCidr");
    return { routingStrategy, cidrs: [] };
  }
  if (block === undefined) return { routingStrategy, cidrs: gateway.cidrs };
  const cidrs = readCidrs(String(block));
  if (gateway.ccnId !== undefined) requireRoomOnCcn(world, { id: gateway.id, cidrs }, gateway.ccnId);
  return { routingStrategy, cidrs };
}

function attributesAfter({ params }: SimRequest): Partial<Gateway> {
  requireName(params.Name);
  requireNoLink(params.Description);
  const lock = params.SecurityLockThreshold;
  if (lock !== undefined && Number(lock) < 0) throw invalidParameter("SecurityLockThreshold", "seconds from 0 on");
  return {
    ...(params.Name !== undefined && { name: String(params.Name) }),
    ...(params.Description !== undefined && { description: String(params.Description) }),
    ...(params.Position !== undefined && { position: String(params.Position) }),
    ...(lock !== undefined && { securityLockThreshold: Number(lock) }),
  };
}

/** Sibling pages answer a bad name or description with 400 here, where the create actions say 403. */
function attributesOrRefusal(request: SimRequest): Partial<Gateway> {
  try {
    return attributesAfter(request);
  } catch (error) {
    throw error instanceof Refusal ? new Refusal(400, error.code, error.message) : error;
  }
}

export const modifySmartAccessGateway = smartagAction({
  name: "ModifySmartAccessGateway",
  kind: "write",
  parameters: {
    RegionId: { type: "string", required: true },
    SmartAGId: { type: "string", required: true },
    Name: { type: "string" },
    Description: { type: "string" },
    CidrBlock: { type: "string" },
    RoutingStrategy: { type: "string" },
    SecurityLockThreshold: { type: "integer" },
    Position: { type: "string" },
  },
  evidence:
    "Page: codes of its error table. ModifySmartAccessGatewayUpBandwidth's page: SAG.NotAllowConfigCidr, " +
    "SAG.InvalidRoutingStrategy, InvalidName. Assumption: full replacement; busy for some seconds, and shown at once or after them (switch gatewayChangesShowAtOnce).",
  handle(world, request) {
    const gateway = findGateway(world, request);
    requireUsable(gateway);
    const after = { ...attributesOrRefusal(request), ...routesAfter(world, request, gateway) };
    const data = { after };
    settle(world, gateway.id, {
      work: "modify-gateway",
      busyCode: "ResourceInOperating",
      event: "gateway.modified",
      data,
    });
    if (world.state.switches.gatewayChangesShowAtOnce) change(world, gateway, after);
    return {};
  },
});

export const modifyEvents = {
  "gateway.modified": onSettled((world, data) =>
    onGateway((_, gateway) => void change(world, gateway, data.after as Partial<Gateway>))(world, data),
  ),
};
