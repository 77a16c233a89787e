import type { World } from "../world.ts";
import { isOnCen } from "./ccn-on-cen.ts";
import { findCcn } from "./find-gateway.ts";
import { refusal } from "./refusals.ts";
import { isBinding } from "./settle.ts";
import { smartagAction } from "./smartag-action.ts";
import type { Ccn, CcnGrant, Gateway } from "./things.ts";

function hasGateway(world: World, ccn: Ccn): boolean {
  const isBound = (gateway: Gateway) => gateway.ccnId === ccn.id;
  return world.all<Gateway>("gateway").some(isBound) || isBinding(world, ccn.id);
}

export const deleteCloudConnectNetwork = smartagAction({
  name: "DeleteCloudConnectNetwork",
  kind: "write",
  parameters: { CcnId: { type: "string", required: true }, RegionId: { type: "string" } },
  evidence:
    "SDK model: RegionId is optional. Page: AlreadyBound.CEN, AlreadyBound.SMARTAG. Assumption: grants go with it.",
  handle(world, request) {
    const ccn = findCcn(world, request, "InvalidId.CCN");
    if (isOnCen(world, ccn)) throw refusal("AlreadyBound.CEN");
    if (hasGateway(world, ccn)) throw refusal("AlreadyBound.SMARTAG");
    const grants = world.all<CcnGrant>("ccn-grant").filter((grant) => grant.ccnId === ccn.id);
    for (const grant of grants) world.remove("ccn-grant", grant.id);
    world.remove("ccn", ccn.id);
    return {};
  },
});
