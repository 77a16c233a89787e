import { isStatus } from "../../api/is-status.ts";
import { listRouterRoutes, listRouterTables, type RouterRouteSeen } from "../../api/router-tables.ts";
import type { VpcSeen } from "../../api/vpc.ts";
import type { VpcAttachmentSeen } from "../../api/vpc-attachments.ts";
import type { Look } from "../../engine/step.ts";
import { contains, parseCidr } from "../../network/addresses.ts";
import type { Network, Vpc } from "../../network/network.ts";
import type { Occupied } from "../../network/preflight.ts";
import { occupiedBy } from "../static-routes/occupied.ts";
import { always } from "./cen-routes.ts";
import { readOtherVpcs } from "./clashes.ts";

interface OnRouter {
  /** Not sent while the router is still to be made: there is nothing on it then. */
  readonly router: string;
  readonly attachments: readonly VpcAttachmentSeen[];
}

/** The same for a VPC that is to join a router of Enterprise Edition: what others have shows in the router's own routes. */
export async function readRouterNeighbours(
  look: Look,
  network: Network,
  vpc: Vpc,
  { router, attachments }: OnRouter,
): Promise<readonly Occupied[]> {
  if (network.goal.allowOverlap) return [];
  const strange = attachments.filter((one) => !network.vpcs.some((known) => known.id === one.vpc));
  const strangers = strange.map((one) => ({ id: one.vpc, type: "VPC", region: one.region }));
  const [{ seen, known, told }, routes] = await Promise.all([
    readOtherVpcs(look, network, vpc, strangers),
    readRoutes(look, network, router),
  ]);
  return [...occupiedBy({ ...network, vpcs: known }, seen, [], []), ...told, ...ofOthers(routes, network, seen)];
}

/** Of the default table: whatever is on the router is propagated to it unless somebody keeps it apart. */
async function readRoutes(look: Look, network: Network, router: string): Promise<readonly RouterRouteSeen[]> {
  const account = network.hub;
  const tables = await look.read(listRouterTables({ account, router }), always);
  const table = tables.find((one) => isStatus(one.type, "System"));
  return table ? look.read(listRouterRoutes({ account, table: table.id }), always) : [];
}

/** Routes that neither the file's offices nor the VPCs that are seen account for. */
function ofOthers(routes: readonly RouterRouteSeen[], network: Network, vpcs: readonly VpcSeen[]): readonly Occupied[] {
  const blocks = vpcs
    .flatMap((one) => [one.cidr, ...one.secondaryCidrs])
    .flatMap((cidr) => parseCidr(cidr)?.cidr ?? []);
  const own = [...network.branches.flatMap((branch) => branch.cidrs), ...blocks];
  const files = new Set(network.vpcs.map((one) => one.id));
  return routes.flatMap(({ cidr, type, nextHopResourceId, originResourceId }) => {
    const canonical = parseCidr(cidr)?.cidr;
    const isOurs =
      files.has(originResourceId) || own.some((one) => canonical !== undefined && contains(one, canonical));
    if (!isStatus(type, "Propagated") || isOurs) return [];
    const label = `${originResourceId || nextHopResourceId}, on the transit router too`;
    return [{ label, cidr, kind: "route" as const }];
  });
}
