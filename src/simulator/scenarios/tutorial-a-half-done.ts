import { gatewayPrice } from "../prices.ts";
import type { Scenario } from "../scenario.ts";
import type { Gateway } from "../smartag/things.ts";
import type { World } from "../world.ts";
import { HUB } from "./accounts.ts";
import { legacyCloud } from "./legacy-cloud.ts";
import { CCN } from "./put-backbone.ts";
import { buildTutorialA } from "./tutorial-a.ts";

const DAY_MS = 24 * 60 * 60 * 1000;
const GATEWAY = "sag-h4lfd0ne7k2m9x4q1w";
const ORDER = "203320261118001";

/** Somebody else began. */
export const tutorialAHalfDone: Scenario = {
  name: "tutorial-a-half-done",
  about: "Tutorial A after its steps 1 to 4, done in the console: a gateway online on the CCN, without our mark.",
  switches: legacyCloud,
  build(world) {
    buildTutorialA(world);
    putGateway(world);
  },
};

/** Bought five days ago, here two days later and activated the day after. */
function putGateway(world: World): void {
  const boughtAt = world.now - 5 * DAY_MS;
  const activatedAt = world.now - 2 * DAY_MS;
  const endTime = new Date(activatedAt).setUTCFullYear(new Date(activatedAt).getUTCFullYear() + 1);
  putOrder(world, boughtAt);
  const gateway: Gateway = {
    id: GATEWAY,
    uid: HUB,
    region: "cn-shanghai",
    name: "beijing-sag",
    description: "",
    model: "sag-100wm",
    haType: "no_backup",
    bandwidthMbps: 10,
    status: "Active",
    orderId: ORDER,
    paid: true,
    periodMonths: 12,
    alreadyHaveSag: false,
    serialNumbers: ["sag7h4lfd0n"],
    routingStrategy: "static",
    cidrs: ["172.16.0.0/12"],
    ccnId: CCN,
    cabled: true,
    online: true,
    createdAt: boughtAt,
    activatedAt,
    endTime,
    securityLockThreshold: 0,
  };
  world.put("gateway", gateway);
  world.schedule(endTime - world.now, "gateway.expired", { gatewayId: GATEWAY });
}

function putOrder(world: World, at: number): void {
  const device = { hardware: "sag-100wm", devices: 1, ownDevice: false, bandwidthMbps: 10, months: 12 };
  world.state.ledger.push({
    orderId: ORDER,
    uid: HUB,
    product: "Smartag",
    action: "CreateSmartAccessGateway",
    at,
    price: gatewayPrice(device),
    status: "paid",
    paidAt: at,
    instanceIds: [GATEWAY],
    what: "SAG-100WM, stand-alone, 10 Mbit/s, 12 months, bought in the console",
  });
}
