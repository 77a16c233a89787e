import type { ChildSeen } from "../../api/cen-children.ts";
import { listRegionRoutes, type RegionRoute } from "../../api/cens.ts";
import { isStatus } from "../../api/is-status.ts";
import type { Look } from "../../engine/step.ts";
import type { Network } from "../../network/network.ts";

/** What is on the CEN already: every region that is on a Basic Edition CEN knows all its routes, so one is asked. */
export async function readCenRoutes(
  look: Look,
  network: Network,
  cen: string,
  children: readonly ChildSeen[],
): Promise<readonly RegionRoute[]> {
  const region = regionToAsk(network, children);
  return region === undefined ? [] : look.read(listRegionRoutes({ account: network.hub, cen, region }), always);
}

/** Who else uses which addresses does not change while a run lasts. */
export const always = () => true;

/** A region that can be asked stays one. */
export function isAnyAttached(children: readonly ChildSeen[]): boolean {
  return children.some(isAttached);
}

function isAttached(child: ChildSeen): boolean {
  return isStatus(child.status, "Attached");
}

/** The same one for every step: a VPC's of the file if one is attached, else whoever else is on the CEN. */
function regionToAsk(network: Network, children: readonly ChildSeen[]): string | undefined {
  const there = children.filter(isAttached);
  const ours = network.vpcs.find((vpc) => there.some((child) => child.id === vpc.id));
  return ours?.region ?? (there.find((child) => child.type !== "CCN") ?? there[0])?.region;
}
