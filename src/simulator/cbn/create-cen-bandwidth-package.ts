import type { Quote, SimAction, SimRequest } from "../action.ts";
import { packageQuote } from "../prices.ts";
import type { EventHandler, LedgerEntry, World } from "../world.ts";
import { text } from "./fields.ts";
import { checkNames, readTags } from "./names.ts";
import { expectExpiry } from "./package-expiry.ts";
import { endOfMonths, type PackageOrder, readPackageOrder } from "./package-order.ts";
import type { BandwidthPackage } from "./things.ts";
import { endTransition, startWork } from "./transition.ts";

/** Source: the 2019 sample shows 2999-09-08 as the expiry of a package that is paid as it goes. */
const NEVER = Date.UTC(2999, 8, 8, 16);

/** Orders a package; it shows in no list until it is paid and made. */
export const createCenBandwidthPackage: SimAction = {
  product: "Cbn",
  name: "CreateCenBandwidthPackage",
  kind: "write",
  permission: "cen:CreateCenBandwidthPackage",
  parameters: {
    GeographicRegionAId: { type: "string", required: true },
    GeographicRegionBId: { type: "string", required: true },
    Bandwidth: { type: "integer", required: true },
    BandwidthPackageChargeType: { type: "string" },
    Period: { type: "integer" },
    PricingCycle: { type: "string", oneOf: ["Month", "Year"] },
    AutoPay: { type: "boolean" },
    AutoRenew: { type: "boolean" },
    AutoRenewDuration: { type: "integer" },
    Name: { type: "string" },
    Description: { type: "string" },
    Tag: { type: "list", of: { Key: { type: "string" }, Value: { type: "string" } } },
    ClientToken: { type: "string" },
  },
  evidence:
    "metadata; codes, and that the id comes before the package: API page; AutoPay=false leaves a POSTPAY order unpaid too, 404 GeographicSpan.NotFound for a pair that is not sold: assumptions",
  quote: (world, request) => quote(readPackageOrder(world, request)),
  handle(world, request) {
    checkNames(request);
    const order = readPackageOrder(world, request);
    const tags = readTags(request);
    const id = world.newId("cenbwp-", 18);
    const entry = placeOrder(world, request, order, id);
    const ordered: BandwidthPackage = {
      id,
      uid: request.uid,
      name: text(request, "Name"),
      description: text(request, "Description"),
      bandwidthMbps: order.bandwidthMbps,
      chargeType: order.chargeType,
      businessStatus: "Normal",
      status: "Unpaid",
      areaA: order.areaA,
      areaB: order.areaB,
      orderId: entry.orderId,
      createdAt: world.now,
      expiresAt: NEVER,
      months: order.months,
      tags,
    };
    world.put("cen-package", ordered);
    if (entry.status === "paid") world.call.settlesMs = startMaking(world, ordered);
    return { CenBandwidthPackageId: id, CenBandwidthPackageOrderId: entry.orderId };
  },
};

function quote({ areaA, areaB, bandwidthMbps, chargeType, months }: PackageOrder): Quote {
  return packageQuote({ areas: [areaA, areaB], bandwidthMbps, chargeType, months });
}

function placeOrder(world: World, request: SimRequest, order: PackageOrder, id: string): LedgerEntry {
  const { areaA, areaB, bandwidthMbps, chargeType } = order;
  const entry = {
    uid: request.uid,
    product: "Cbn",
    action: "CreateCenBandwidthPackage",
    price: quote(order).now,
    instanceIds: [id],
    what: `CEN bandwidth package ${areaA} to ${areaB}, ${bandwidthMbps} Mbit/s, ${chargeType}`,
  };
  return world.order(entry, request.params.AutoPay === true);
}

/** Makes a package that is paid for, now or when somebody pays its order; returns how long it takes. */
export function startMaking(world: World, paid: BandwidthPackage): number {
  const data = { packageId: paid.id };
  const locks = [`package:${paid.id}`];
  world.put("cen-package", { ...paid, status: "Creating" } satisfies BandwidthPackage);
  return startWork(world, { kind: "create-package", locks, event: "package.created", data });
}

export const whenPackageCreated: EventHandler = (world, data) => {
  endTransition(world, data);
  const made = world.find<BandwidthPackage>("cen-package", String(data.packageId));
  if (made?.status !== "Creating") return;
  const expiresAt = made.chargeType === "PREPAY" ? endOfMonths(world.now, made.months) : NEVER;
  const idle: BandwidthPackage = { ...made, status: "Idle", createdAt: world.now, expiresAt };
  world.put("cen-package", idle);
  expectExpiry(world, idle);
};
