import { listPackages } from "../../api/bandwidth-packages.ts";
import { type ChildSeen, listChildren } from "../../api/cen-children.ts";
import { listRegionRoutes } from "../../api/cens.ts";
import { listDistributedRoutes, listGateways } from "../../api/gateways.ts";
import { isStatus } from "../../api/is-status.ts";
import { listConnections } from "../../api/region-connections.ts";
import { listTransitRouters, type TransitRouterSeen } from "../../api/transit-routers.ts";
import { listVSwitches } from "../../api/vpc.ts";
import type { FactsOf, Look } from "../../engine/step.ts";
import { ccnRegion } from "../../network/areas.ts";
import { cenAreaOf } from "../../network/cen-areas.ts";
import { proveFromBranch } from "../../path/backbone-proof.ts";
import type { Described, DescribedBranch, DescribedDestination, DescribedRegion } from "../../path/described.ts";
import type { DescribedBackbone, DescribedVpc } from "../../path/described-backbone.ts";
import { provePaths } from "../../path/proof.ts";
import type { Traffic } from "../../path/security-group.ts";
import type { PathVerdict } from "../../path/verdict.ts";
import { editionOf } from "../attach/edition.ts";
import { describeBackbone } from "./describe-backbone.ts";
import { describeVpc, readGuard } from "./describe-vpc.ts";
import type { BranchPing } from "./item.ts";
import { trafficOf } from "./traffic.ts";

type Given = FactsOf<BranchPing["needs"]>;

/** What the proof of one path looks at: as Basic Edition has it alone, or by routers of both editions. */
export interface Seen {
  readonly branch: DescribedBranch;
  readonly basic?: Described;
  readonly mixed?: {
    readonly backbone: DescribedBackbone;
    readonly to: DescribedVpc;
    readonly traffic: readonly Traffic[];
  };
}

/** Undefined: without a device that is online, nothing behind it can be proven. */
export function proofOf({ branch, basic, mixed }: Seen): PathVerdict | undefined {
  if (basic) return provePaths(basic)[0];
  return mixed && proveFromBranch(mixed.backbone, branch, mixed.to, mixed.traffic);
}

/** All that the proof of one path looks at, read from the cloud; most of it has been read by the steps before. */
export async function describePath(look: Look, item: BranchPing, given: Given): Promise<Seen> {
  const { network } = item;
  const branch = await describeBranch(look, item, given);
  if (!isOnline(branch)) return { branch };
  const traffic = trafficOf(network);
  const routers = await look.read(listTransitRouters({ account: network.hub, cen: given.cen.id }), isRouted(item));
  const regions = regionsOf(item);
  if (regions.some((region) => editionOf(routers, region) === "Enterprise")) {
    const backbone = await describeBackbone(look, network, given.cen.id, regions);
    const to = await describeVpc(look, item.vpc, item.address, backbone);
    return { branch, mixed: { backbone, to, traffic } };
  }
  return { branch, basic: { ...(await describeBasic(look, item, given, routers)), branch, traffic } };
}

/** A region keeps its router, and that its edition: asked again only while a VPC's region has none. */
function isRouted({ network }: BranchPing): (routers: readonly TransitRouterSeen[]) => boolean {
  return (routers) => network.vpcs.every(({ region }) => editionOf(routers, region) !== undefined);
}

/** No run that pings takes off the CEN what is on it; what others take off shows in the routes, which are read anew. */
function isAttached({ network }: BranchPing, { ccn }: Given): (children: readonly ChildSeen[]) => boolean {
  const wanted = [ccn.id, ...network.vpcs.map((vpc) => vpc.id)];
  return (children) =>
    wanted.every((id) => children.some((child) => child.id === id && isStatus(child.status, "Attached")));
}

/** Every region of the network: a route that one of them lacks is a link forgotten in the chain. */
function regionsOf({ network, branch }: BranchPing): readonly string[] {
  return [...new Set([...network.vpcs.map((vpc) => vpc.region), ccnRegion(branch.area)])];
}

/** Without the device nothing behind it is read. */
function isOnline(branch: DescribedBranch): boolean {
  return branch.gateway !== undefined && isStatus(branch.gateway.status, "Active");
}

async function describeBranch(look: Look, item: BranchPing, given: Given): Promise<DescribedBranch> {
  const { account, area, name, cidrs } = item.branch;
  const ccn = { id: given.ccn.id, region: ccnRegion(area) };
  const gateways = await look.read(listGateways({ account, area }));
  const gateway = gateways.find((one) => one.id === given.gateway.id);
  if (!gateway) return { name, cidrs, ccn };
  const bound = gateway.ccnId !== "" && isStatus(gateway.status, "Active");
  const routes = bound
    ? await look.read(listDistributedRoutes({ account, area, gateway: gateway.id, source: "local" }))
    : [];
  return { name, cidrs, ccn, gateway: { ...gateway, conflicts: routes.filter((route) => route.isConflict) } };
}

async function describeBasic(
  look: Look,
  item: BranchPing,
  given: Given,
  routers: readonly TransitRouterSeen[],
): Promise<Omit<Described, "branch" | "traffic">> {
  const of = { account: item.network.hub, cen: given.cen.id };
  const [destination, regions, attached, connections, packages] = await Promise.all([
    describeDestination(look, item),
    describeRegions(look, item, given, routers),
    look.read(listChildren(of), isAttached(item, given)),
    look.read(listConnections(of)),
    look.read(listPackages({ account: item.network.hub })),
  ]);
  return { destinations: [destination], regions, attached, connections, packages };
}

async function describeDestination(look: Look, item: BranchPing): Promise<DescribedDestination> {
  const { vpc, network } = item;
  const { account, region } = vpc;
  const [vSwitches, guard] = await Promise.all([
    look.read(listVSwitches({ account, region, vpc: vpc.id })),
    readGuard(look, vpc, item.address),
  ]);
  const isHere = (end: string) => [vpc.name, vpc.region].includes(end);
  const connection = network.connections.find(({ between }) => between.includes("ccn") && between.some(isHere));
  return {
    name: vpc.name,
    vpcId: vpc.id,
    region,
    cidrs: vSwitches.map((one) => one.cidr),
    ...guard,
    connection: connection?.name ?? `ccn/${vpc.name}`,
    isUnnamed: connection === undefined && network.file !== undefined,
  };
}

function describeRegions(
  look: Look,
  item: BranchPing,
  given: Given,
  routers: readonly TransitRouterSeen[],
): Promise<readonly DescribedRegion[]> {
  const of = { account: item.network.hub, cen: given.cen.id };
  return Promise.all(
    regionsOf(item).map(async (id) => ({
      id,
      area: cenAreaOf(id) ?? id,
      edition: editionOf(routers, id) ?? "Basic",
      routes: (await look.read(listRegionRoutes({ ...of, region: id }))).filter(
        (route) => !isStatus(route.status, "Candidate"),
      ),
    })),
  );
}
