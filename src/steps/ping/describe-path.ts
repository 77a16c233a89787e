import { listChildren, listConnections, listPackages, listRegionRoutes, listTransitRouters } from "../../api/cbn.ts";
import { readSecurityGroup } from "../../api/ecs.ts";
import { isStatus } from "../../api/is-status.ts";
import { listDistributedRoutes, listGateways } from "../../api/smartag.ts";
import { listVSwitches } from "../../api/vpc.ts";
import type { FactsOf, Look } from "../../engine/step.ts";
import { ccnRegion } from "../../network/areas.ts";
import { cenAreaOf } from "../../network/cen-areas.ts";
import type { Allow } from "../../network/network.ts";
import type { Described, DescribedBranch, DescribedDestination, DescribedRegion } from "../../path/described.ts";
import type { Traffic } from "../../path/security-group.ts";
import { editionOf } from "../attach/edition.ts";
import { groupsOf } from "../security-group/groups.ts";
import type { PingItem } from "./item.ts";

type Given = FactsOf<PingItem["needs"]>;

/** All that the proof of one path looks at, read from the cloud; most of it has been read by the steps before. */
export async function describePath(look: Look, item: PingItem, given: Given): Promise<Described> {
  const { network } = item;
  const of = { account: network.hub, cen: given.cen.id };
  const branch = await describeBranch(look, item, given);
  const traffic = [...network.allow.map(trafficOf), ...pinged(network.allow)];
  if (!isOnline(branch)) {
    return { branch, destinations: [], regions: [], attached: [], connections: [], packages: [], traffic };
  }
  const [destination, regions, attached, connections, packages] = await Promise.all([
    describeDestination(look, item),
    describeRegions(look, item, given),
    look.read(listChildren(of)),
    look.read(listConnections(of)),
    look.read(listPackages({ account: network.hub })),
  ]);
  return { branch, destinations: [destination], regions, attached, connections, packages, traffic };
}

/** Without the device nothing behind it can be proven, and nothing of it is read. */
function isOnline(branch: DescribedBranch): boolean {
  return branch.gateway !== undefined && isStatus(branch.gateway.status, "Active");
}

async function describeBranch(look: Look, item: PingItem, given: Given): Promise<DescribedBranch> {
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

async function describeDestination(look: Look, item: PingItem): Promise<DescribedDestination> {
  const { vpc, network } = item;
  const { account, region } = vpc;
  const [vSwitches, ids] = await Promise.all([
    look.read(listVSwitches({ account, region, vpc: vpc.id })),
    groupsOf(look, vpc),
  ]);
  const groups = await Promise.all(ids.map((id) => look.read(readSecurityGroup({ account, region, id }))));
  const isHere = (end: string) => [vpc.name, vpc.region].includes(end);
  const connection = network.connections.find(({ between }) => between.includes("ccn") && between.some(isHere));
  return {
    name: vpc.name,
    vpcId: vpc.id,
    region,
    cidrs: vSwitches.map((one) => one.cidr),
    groups: groups.filter((group) => group !== undefined),
    connection: connection?.name ?? `ccn/${vpc.name}`,
  };
}

/** Every region of the network: a route that one of them lacks is a link forgotten in the chain. */
async function describeRegions(look: Look, item: PingItem, given: Given): Promise<readonly DescribedRegion[]> {
  const { network, branch } = item;
  const of = { account: network.hub, cen: given.cen.id };
  const routers = await look.read(listTransitRouters(of));
  const ids = [...new Set([...network.vpcs.map((vpc) => vpc.region), ccnRegion(branch.area)])];
  return Promise.all(
    ids.map(async (id) => ({
      id,
      area: cenAreaOf(id) ?? id,
      edition: editionOf(routers, id) ?? "Basic",
      routes: (await look.read(listRegionRoutes({ ...of, region: id }))).filter(
        (route) => !isStatus(route.status, "Candidate"),
      ),
    })),
  );
}

/** A ping is ICMP, whatever the file allows beside it. */
function pinged(allow: readonly Allow[]): readonly Traffic[] {
  return allow.some((one) => one.protocol === "icmp") ? [] : [{ protocol: "icmp" }];
}

function trafficOf(allow: Allow): Traffic {
  if (allow.protocol === "icmp") return { protocol: "icmp" };
  const [first = 0, last = first] = allow.ports.split("/").map(Number);
  return { protocol: allow.protocol, port: { first, last } };
}
