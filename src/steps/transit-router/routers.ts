import { listTransitRouters, readTransitRouterZones, type TransitRouterSeen } from "../../api/transit-routers.ts";
import type { Look } from "../../engine/step.ts";
import { regionOfEnd } from "../../network/cen-areas.ts";
import type { Network } from "../../network/network.ts";

/** The regions that need a transit router: of VPCs, and of connections between regions. A CCN brings its own. */
export function regionsOf(network: Network): readonly string[] {
  const ends = network.connections.flatMap((one) => one.between).filter((end) => end !== "ccn");
  const regions = [...network.vpcs.map((vpc) => vpc.region), ...ends.map((end) => regionOfEnd(end, network) ?? end)];
  return [...new Set(regions)];
}

/** All routers of the CEN in one list: a region has one at most. */
export function readRouters(look: Look, network: Network, cen: string): Promise<readonly TransitRouterSeen[]> {
  return look.read(listTransitRouters({ account: network.hub, cen }));
}

/** Zones in which a router would be of Enterprise Edition; what a region offers does not change while a run lasts. */
export function readZones(look: Look, network: Network, region: string): Promise<readonly string[]> {
  return look.read(readTransitRouterZones({ account: network.hub, region }), () => true);
}
