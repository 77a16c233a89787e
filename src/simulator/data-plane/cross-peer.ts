import type { BandwidthPackage, Cen, PeerRouterAttachment, TransitRouter } from "../cbn/things.ts";
import { otherEnd } from "../cbn/transit-router-routes.ts";
import type { World } from "../world.ts";
import type { Place, Trail } from "./place.ts";
import { roundTripMs } from "./round-trips.ts";

/**
 * From one router of a CEN to another over their inter-region connection, whichever side made it. There is no free test
 * bandwidth on it. Source: product page on the editions.
 */
export function crossPeer(
  world: World,
  attachment: PeerRouterAttachment,
  from: TransitRouter,
  trail: Trail,
): Place | undefined {
  const to = world.find<TransitRouter>("transit-router", otherEnd(attachment, from.id));
  const name = attachment.name || attachment.id;
  if (!to || !hasBandwidth(world, attachment)) {
    trail.because.push(
      `The inter-region connection ${name} has no bandwidth: Enterprise Edition gives none for tests.`,
    );
    return undefined;
  }
  trail.because.push(`${from.regionId} and ${to.regionId} have the inter-region connection ${name}.`);
  trail.rttMs += roundTripMs(from.regionId, to.regionId);
  if (to.edition === "Enterprise") return { at: "transit-router", router: to, via: attachment };
  const cen = world.find<Cen>("cen", to.cenId);
  return cen && { at: "router", cen, regionId: to.regionId };
}

function hasBandwidth(world: World, { bandwidthMbps, bandwidthType, packageId }: PeerRouterAttachment): boolean {
  if (bandwidthMbps <= 0) return false;
  if (bandwidthType === "DataTransfer") return true;
  return world.find<BandwidthPackage>("cen-package", packageId ?? "")?.businessStatus === "Normal";
}
