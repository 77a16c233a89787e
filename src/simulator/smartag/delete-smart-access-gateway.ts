import { findGateway } from "./find-gateway.ts";
import { refusal } from "./refusals.ts";
import { requireIdle } from "./settle.ts";
import { smartagAction } from "./smartag-action.ts";
import type { Gateway } from "./things.ts";

const WEEK_MS = 7 * 24 * 60 * 60 * 1000;

/** Source: 2021 guide: a week after it was locked for overdue payment. */
function isDeletable(gateway: Gateway, now: number): boolean {
  const lockedAt = gateway.endTime ?? now;
  return gateway.status === "Arrearage" && now >= lockedAt + WEEK_MS && gateway.ccnId === undefined;
}

/** Its parameter is InstanceId, unlike everywhere else. */
export const deleteSmartAccessGateway = smartagAction({
  name: "DeleteSmartAccessGateway",
  kind: "write",
  parameters: { InstanceId: { type: "string", required: true }, RegionId: { type: "string" } },
  evidence: "SDK model: InstanceId. Page: SAG.BusinessStateNotSupport. Assumption: that code too while it is bound.",
  handle(world, request) {
    const gateway = findGateway(world, request, "SAG.InstanceNoFound");
    if (!isDeletable(gateway, world.now)) throw refusal("SAG.BusinessStateNotSupport");
    requireIdle(world, gateway.id, "ResourceInOperating");
    world.remove("gateway", gateway.id);
    return {};
  },
});
