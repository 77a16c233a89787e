import { isStatus } from "../../api/is-status.ts";
import { listRouterRoutes, listRouterTables } from "../../api/router-tables.ts";
import { listTransitRouters } from "../../api/transit-routers.ts";
import { listVpcs } from "../../api/vpc.ts";
import type { Look } from "../../engine/step.ts";
import { isPrivate, parseCidr } from "../../network/addresses.ts";
import type { Network, Vpc } from "../../network/network.ts";
import { publicSourcesFor, type SourceBlock, sourcesFor, vpcSourcesFor } from "../../network/reach.ts";
import { readCenId } from "../cen/read-id.ts";

export interface Sources {
  /** Private blocks: of the branches that may reach a VPC, then of the VPCs. */
  readonly cidrs: readonly string[];
  /** Their other blocks, from which sagctl lets nothing in. */
  readonly publicBlocks: readonly SourceBlock[];
  /** VPCs that may reach it, and whose addresses neither the cloud nor the file tells here. */
  readonly unknown: readonly Vpc[];
}

/** Who is let in at a VPC, by `reach:` alone; the addresses of the other VPCs are the cloud's to tell. */
export async function readSources(look: Look, network: Network, vpc: Vpc): Promise<Sources> {
  const names = vpcSourcesFor(network, vpc.name);
  const peers = network.vpcs.filter((one) => names.includes(one.name));
  const read = await Promise.all(peers.map(async (peer) => ({ peer, cidrs: await readBlocks(look, network, peer) })));
  const blocks = read.flatMap(({ peer, cidrs = [] }) => cidrs.flatMap((cidr) => blockOf(peer, cidr)));
  const isOpen = ({ cidr }: SourceBlock) => isPrivate(cidr);
  return {
    cidrs: [...new Set([...sourcesFor(network, vpc.name), ...blocks.filter(isOpen).map(({ cidr }) => cidr)])],
    publicBlocks: [...publicSourcesFor(network, vpc.name), ...blocks.filter((one) => !isOpen(one))],
    unknown: read.filter(({ cidrs }) => cidrs === undefined).map(({ peer }) => peer),
  };
}

function blockOf({ name }: Vpc, cidr: string): readonly SourceBlock[] {
  const canonical = parseCidr(cidr)?.cidr;
  return canonical === undefined ? [] : [{ of: name, cidr: canonical }];
}

/** With the key of its owner the VPC's own blocks; else what the file says; else what the CEN's owner sees of it. */
async function readBlocks(look: Look, network: Network, peer: Vpc): Promise<readonly string[] | undefined> {
  if (look.holds(peer.account)) {
    const { account, region } = peer;
    // Its addresses do not change while a run lasts.
    const seen = (await look.read(listVpcs({ account, region }), () => true)).find((one) => one.id === peer.id);
    if (seen) return [seen.cidr, ...seen.secondaryCidrs];
  }
  return peer.cidrs ?? (look.holds(network.hub) ? readPropagated(look, network, peer) : undefined);
}

/** Once a VPC is attached and propagated, the routes of its transit router tell its vSwitches. */
async function readPropagated(
  look: Look,
  network: Network,
  { id, region }: Vpc,
): Promise<readonly string[] | undefined> {
  const account = network.hub;
  const cen = await readCenId(look, network);
  const routers = cen === undefined ? [] : await look.read(listTransitRouters({ account, cen }));
  const router = routers.find((one) => one.region === region && isStatus(one.type, "Enterprise"));
  if (!router) return undefined;
  const tables = await look.read(listRouterTables({ account, router: router.id }));
  const routes = await Promise.all(tables.map((table) => look.read(listRouterRoutes({ account, table: table.id }))));
  const its = routes.flat().filter((route) => route.originResourceId === id && isStatus(route.type, "Propagated"));
  return its.length === 0 ? undefined : [...new Set(its.map((route) => route.cidr))];
}
