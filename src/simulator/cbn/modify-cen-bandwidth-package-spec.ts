import { type Quote, Refusal, type SimAction } from "../action.ts";
import { packageQuote } from "../prices.ts";
import type { EventHandler, World } from "../world.ts";
import { isCrossBorder } from "./areas.ts";
import { text } from "./fields.ts";
import { allocatedMbps, ownPackage } from "./lookups.ts";
import { readBandwidth } from "./package-order.ts";
import type { BandwidthPackage } from "./things.ts";
import { beginTransition, endTransition } from "./transition.ts";

/** Widens or narrows a package; the difference is paid at once. */
export const modifyCenBandwidthPackageSpec: SimAction = {
  product: "Cbn",
  name: "ModifyCenBandwidthPackageSpec",
  kind: "write",
  permission: "cen:ModifyCenBandwidthPackageSpec",
  parameters: {
    CenBandwidthPackageId: { type: "string", required: true },
    Bandwidth: { type: "integer" },
  },
  evidence:
    "metadata; Operation.Failed, InsufficientBalance: API page; cross-border does not shrink: 2019 manual, its code: assumption; below what is allocated BwpBandwidthExceeded: assumption; nothing is refunded: assumption",
  quote: (world, request) =>
    quote(ownPackage(world, request.uid, text(request, "CenBandwidthPackageId")), readBandwidth(request)),
  handle(world, request) {
    const found = ownPackage(world, request.uid, text(request, "CenBandwidthPackageId"));
    const mbps = readBandwidth(request);
    checkChange(world, found, mbps);
    const price = quote(found, mbps).now;
    if (price > world.account(request.uid).balance) {
      throw new Refusal(400, "OperationFailed.InsufficientBalance", "Your account does not have enough balance.");
    }
    const locks = [`package:${found.id}`];
    const data = { packageId: found.id, mbps };
    beginTransition(world, { kind: "set-bandwidth-limit", locks, event: "package.resized", data });
    const what = `CEN bandwidth package, ${found.bandwidthMbps} to ${mbps} Mbit/s`;
    const entry = { uid: request.uid, product: "Cbn", action: "ModifyCenBandwidthPackageSpec", price, what };
    const orderType = mbps > found.bandwidthMbps ? "Upgrade" : "Downgrade";
    world.order({ ...entry, orderType, instanceIds: [found.id] }, true);
    return {};
  },
};

function checkChange(world: World, found: BandwidthPackage, mbps: number): void {
  if (mbps === found.bandwidthMbps) throw new Refusal(400, "Operation.Failed", "The spec is not changed.");
  if (mbps < found.bandwidthMbps && isCrossBorder(found.areaA, found.areaB)) {
    throw new Refusal(400, "ParameterIllegal.BandwidthLimit", "A cross-border package cannot be narrowed.");
  }
  if (mbps >= allocatedMbps(world, found.id)) return;
  throw new Refusal(409, "InvalidOperation.BwpBandwidthExceeded", "The connections use more than this bandwidth.");
}

/** The difference of the whole period: what is left of it is not worked out. */
function quote(one: BandwidthPackage, wantedMbps: number): Quote {
  const { areaA, areaB, chargeType, months, bandwidthMbps } = one;
  const order = { areas: [areaA, areaB], chargeType, months } as const;
  const wanted = packageQuote({ ...order, bandwidthMbps: wantedMbps });
  return { ...wanted, now: Math.max(0, wanted.now - packageQuote({ ...order, bandwidthMbps }).now) };
}

export const whenPackageResized: EventHandler = (world, data) => {
  endTransition(world, data);
  const found = world.find<BandwidthPackage>("cen-package", String(data.packageId));
  if (found) world.put("cen-package", { ...found, bandwidthMbps: Number(data.mbps) } satisfies BandwidthPackage);
};
