import type { World } from "../world.ts";
import { isOnCen } from "./ccn-on-cen.ts";
import { findCcn, findGateway, isActivated } from "./find-gateway.ts";
import { onGateway } from "./life-cycle.ts";
import { refusal } from "./refusals.ts";
import { onSettled, settle } from "./settle.ts";
import { smartagAction } from "./smartag-action.ts";
import type { Gateway } from "./things.ts";

export const unbindSmartAccessGateway = smartagAction({
  name: "UnbindSmartAccessGateway",
  kind: "write",
  parameters: {
    RegionId: { type: "string", required: true },
    CcnId: { type: "string", required: true },
    SmartAGId: { type: "string", required: true },
    // A number of 16 digits: kept as text, as all account ids are.
    SmartAGUid: { type: "string" },
  },
  evidence:
    "Page: codes. The user guide lets a gateway leave a CCN that is on a CEN, the page has AlreadyBound.CEN: switch " +
    "unbindNeedsFreeCcn. An overdue gateway may be unbound.",
  handle(world, request) {
    const ccn = findCcn(world, request, "InvalidId.CCN");
    const gateway = findGateway(world, request);
    if (!isActivated(gateway)) throw refusal("SmartAccessGatewayNotActivated");
    if (gateway.ccnId !== ccn.id) throw refusal("SmartAccessGatewayNotBind");
    if (world.state.switches.unbindNeedsFreeCcn && isOnCen(world, ccn)) throw refusal("AlreadyBound.CEN");
    settle(world, gateway.id, { work: "unbind-gateway", busyCode: "Operation.Blocking", event: "gateway.unbound" });
    return {};
  },
});

function unbind(world: World, gateway: Gateway): void {
  const { ccnId: _, ...unbound } = gateway;
  const status = gateway.status === "Arrearage" ? "Arrearage" : "Unconfirmed";
  world.put("gateway", { ...unbound, id: gateway.id, uid: gateway.uid, status });
}

export const unbindEvents = { "gateway.unbound": onSettled(onGateway(unbind)) };
