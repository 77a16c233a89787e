import { HUB } from "../../src/simulator/scenarios/accounts.ts";
import { CCN } from "../../src/simulator/scenarios/put-backbone.ts";
import type { Gateway } from "../../src/simulator/smartag/things.ts";
import type { World } from "../../src/simulator/world.ts";

export const DAY_MS = 24 * 60 * 60 * 1000;

/** What tells one gateway from another. */
type Own = Pick<Gateway, "id" | "name" | "orderId" | "serialNumbers" | "cidrs" | "createdAt">;

/** Somebody's gateway that has been online on the default CCN for a month at least. */
export function onlineGateway(world: World, own: Own & Partial<Gateway>): Gateway {
  return {
    uid: HUB,
    region: "cn-shanghai",
    description: "",
    model: "sag-100wm",
    haType: "no_backup",
    bandwidthMbps: 10,
    status: "Active",
    paid: true,
    periodMonths: 12,
    alreadyHaveSag: false,
    routingStrategy: "static",
    ccnId: CCN,
    cabled: true,
    online: true,
    activatedAt: world.now - 30 * DAY_MS,
    endTime: world.now + 335 * DAY_MS,
    securityLockThreshold: 0,
    ...own,
  };
}
