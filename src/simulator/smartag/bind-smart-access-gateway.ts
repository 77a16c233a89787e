import type { SimRequest } from "../action.ts";
import type { World } from "../world.ts";
import { findCcn, findGateway, requireUsable } from "./find-gateway.ts";
import { requireRoomOnCcn } from "./gateway-cidrs.ts";
import { change, expectHeartbeat, onGateway } from "./life-cycle.ts";
import { refusal } from "./refusals.ts";
import { onSettled, settle } from "./settle.ts";
import { smartagAction } from "./smartag-action.ts";
import type { Ccn, Gateway } from "./things.ts";

function requireUnbound(gateway: Gateway, ccn: Ccn): void {
  if (gateway.ccnId === ccn.id) throw refusal("SmartAccessGatewayAlreadyBound");
  if (gateway.ccnId !== undefined) throw refusal("AlreadyBound.CCN");
}

function requireBindable(world: World, gateway: Gateway, ccn: Ccn): void {
  requireUsable(gateway);
  requireUnbound(gateway, ccn);
  if (gateway.serialNumbers.length === 0) throw refusal("SAG.NoBindSN");
  if (gateway.bandwidthMbps === 0) throw refusal("SAG.NoBandwidth");
  requireRoomOnCcn(world, gateway, ccn.id);
}

/** A gateway of another account would need a grant, which is not modelled: it stays unknown. */
function requireOwn(request: SimRequest): void {
  const owner = request.params.SmartAGUid;
  if (owner !== undefined && String(owner) !== request.uid) throw refusal("InvalidId.SMARTAG");
}

export const bindSmartAccessGateway = smartagAction({
  name: "BindSmartAccessGateway",
  kind: "write",
  parameters: {
    CcnId: { type: "string", required: true },
    SmartAGId: { type: "string", required: true },
    RegionId: { type: "string" },
    // A number of 16 digits: kept as text, as all account ids are.
    SmartAGUid: { type: "string" },
  },
  evidence:
    "Pages of both generations: codes. Terraform provider: repeats Operation.Blocking, and waits until the gateway shows " +
    "the CCN. Assumption: which of the two codes of a bound gateway means which CCN; cross-account binding is left out.",
  handle(world, request) {
    requireOwn(request);
    const ccn = findCcn(world, request, "InvalidId.CCN");
    const gateway = findGateway(world, request);
    if (gateway.region !== ccn.region) throw refusal("InvalidId.SMARTAG");
    requireBindable(world, gateway, ccn);
    const data = { ccnId: ccn.id };
    settle(world, gateway.id, { work: "bind-gateway", busyCode: "Operation.Blocking", event: "gateway.bound", data });
    return {};
  },
});

function bind(world: World, gateway: Gateway, ccnId: string): void {
  if (gateway.status === "Arrearage" || world.find("ccn", ccnId) === undefined) return;
  expectHeartbeat(world, change(world, gateway, { ccnId, status: "Offline" }));
}

export const bindEvents = {
  "gateway.bound": onSettled((world, data) =>
    onGateway((_, gateway) => bind(world, gateway, String(data.ccnId)))(world, data),
  ),
};
