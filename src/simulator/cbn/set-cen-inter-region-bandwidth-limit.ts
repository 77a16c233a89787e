import { Refusal, type SimAction, type SimRequest } from "../action.ts";
import type { EventHandler, World } from "../world.ts";
import { areaOf, findSpan, spanId } from "./areas.ts";
import { text, whole } from "./fields.ts";
import { activeCen, allocatedMbps, packageSpanId, packagesOn, requirePackageIdle, routerIn } from "./lookups.ts";
import type { BandwidthPackage, Cen, RegionConnection } from "./things.ts";
import { beginTransition, endTransition } from "./transition.ts";

/** Sets, changes or, with 0, removes the bandwidth between two regions with Basic Edition transit routers. */
export const setCenInterRegionBandwidthLimit: SimAction = {
  product: "Cbn",
  name: "SetCenInterRegionBandwidthLimit",
  kind: "write",
  permission: "cen:SetCenInterRegionBandwidthLimit",
  parameters: {
    CenId: { type: "string", required: true },
    LocalRegionId: { type: "string", required: true },
    OppositeRegionId: { type: "string", required: true },
    BandwidthLimit: { type: "integer", required: true },
    BandwidthType: { type: "string", oneOf: ["BandwidthPackage"] },
  },
  evidence:
    "metadata; rules: API page and 2019 manual; codes: product-wide error page; a region that is not in the CEN, and Enterprise Edition: codes by assumption",
  handle(world, request) {
    const cen = activeCen(world, request.uid, text(request, "CenId"));
    const regions = readRegions(world, cen, request);
    const mbps = whole(request, "BandwidthLimit") ?? -1;
    if (mbps < 0) throw new Refusal(400, "ParameterIllegal.BandwidthLimit", "The bandwidth limit is illegal.");
    const id = `${cen.id}/${regions.join("/")}`;
    const existing = world.find<RegionConnection>("cen-connection", id);
    const its = packageBetween(world, cen, regions);
    if (mbps === 0 && !existing && world.state.switches.zeroBandwidth === "removes") {
      throw new Refusal(400, "InvalidOperation.BandwidthLimitNotExist", "There is no bandwidth limit to remove.");
    }
    requirePackageIdle(world, its);
    if (allocatedMbps(world, its.id, id) + mbps > its.bandwidthMbps) {
      const message = "The total bandwidth limit exceeds that of the bandwidth package.";
      throw new Refusal(409, "InvalidOperation.BwpBandwidthExceeded", message);
    }
    const locks = [`cen:${cen.id}`];
    const data = { connectionId: id };
    beginTransition(world, { kind: "set-bandwidth-limit", locks, event: "cen.connection-settled", data });
    world.put("cen-connection", changed(cen, its, regions, existing, mbps));
    return {};
  },
};

/** The service has its own order of a pair, so that it comes back swapped. Source: the Terraform provider matches both ways. */
function readRegions(world: World, cen: Cen, request: SimRequest): readonly [string, string] {
  const [local, opposite] = [text(request, "LocalRegionId"), text(request, "OppositeRegionId")];
  for (const regionId of [local, opposite]) {
    const router = routerIn(world, cen.id, regionId);
    if (!router || router.status === "Creating" || local === opposite) {
      throw new Refusal(400, "ParameterIllegal.RegionId", "The parameter of region id is illegal.");
    }
    if (router.edition !== "Basic") {
      throw new Refusal(400, "OperationFailed.InvalidTransitRouter", "The transit router is not supported.");
    }
  }
  return local < opposite ? [opposite, local] : [local, opposite];
}

function packageBetween(world: World, cen: Cen, [one, other]: readonly [string, string]): BandwidthPackage {
  const span = findSpan(areaOf(one) ?? "", areaOf(other) ?? "");
  const found = packagesOn(world, cen.id).find((its) => span && packageSpanId(its) === spanId(span));
  if (!found) throw new Refusal(409, notAssociated(world), "No bandwidth package of this span is on the CEN.");
  if (found.businessStatus === "Normal") return found;
  throw new Refusal(409, "InvalidOperation.BwpBusinessStatus", "The bandwidth package is locked.");
}

/** Source: the first name is that of the 2019 error page, the second of today's. */
function notAssociated(world: World): string {
  const isLegacy = world.state.switches.basicVpcAttachments;
  return isLegacy ? "InvalidOperation.BwpForGeoSpanNotAssociated" : "InvalidOperation.BwpNotAssociated";
}

function changed(
  cen: Cen,
  its: BandwidthPackage,
  [localRegionId, oppositeRegionId]: readonly [string, string],
  existing: RegionConnection | undefined,
  nextMbps: number,
): RegionConnection {
  return {
    id: `${cen.id}/${localRegionId}/${oppositeRegionId}`,
    uid: cen.uid,
    cenId: cen.id,
    localRegionId,
    oppositeRegionId,
    bandwidthMbps: existing?.bandwidthMbps ?? 0,
    nextMbps,
    packageId: its.id,
    spanId: packageSpanId(its),
    status: "Modifying",
  };
}

export const whenConnectionSettled: EventHandler = (world, data) => {
  endTransition(world, data);
  const found = world.find<RegionConnection>("cen-connection", String(data.connectionId));
  if (!found) return;
  if (found.nextMbps === 0 && world.state.switches.zeroBandwidth === "removes") {
    return world.remove("cen-connection", found.id);
  }
  world.put("cen-connection", { ...found, bandwidthMbps: found.nextMbps, status: "Active" } satisfies RegionConnection);
};
