import type { SimRequest } from "../action.ts";
import type { World } from "../world.ts";
import { refusal } from "./refusals.ts";
import type { Ccn, Gateway } from "./things.ts";

type UnknownGateway = "InvalidId.SMARTAG" | "SAG.InstanceNoFound";

function isHere(thing: { uid: string; region: string }, request: SimRequest): boolean {
  return thing.uid === request.uid && thing.region === (request.params.RegionId ?? thing.region);
}

/** The caller's gateway in the region asked for; else refused with the code that the action's page has. */
export function findGateway(world: World, request: SimRequest, unknown: UnknownGateway = "InvalidId.SMARTAG"): Gateway {
  const gateway = world.find<Gateway>("gateway", String(request.params.SmartAGId ?? request.params.InstanceId));
  if (gateway === undefined || !isHere(gateway, request)) throw refusal(unknown);
  return gateway;
}

const beforeActivation: readonly string[] = ["Ordered", "Delivered", "Received", "Returning"];

export function isActivated(gateway: Gateway): boolean {
  return !beforeActivation.includes(gateway.status);
}

/** Configuration needs a gateway that is activated and not overdue. */
export function requireUsable(gateway: Gateway): void {
  if (!isActivated(gateway)) throw refusal("SmartAccessGatewayNotActivated");
  if (gateway.status === "Arrearage") throw refusal("SmartAccessGatewayInArrears");
}

/** The caller's CCN in the region asked for. */
export function findCcn(world: World, request: SimRequest, unknown: "InvalidId.CCN" | "CCN.InvalidId"): Ccn {
  const ccn = world.find<Ccn>("ccn", String(request.params.CcnId ?? request.params.CcnInstanceId));
  if (ccn === undefined || !isHere(ccn, request)) throw refusal(unknown);
  return ccn;
}
