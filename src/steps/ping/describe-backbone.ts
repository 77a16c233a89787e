import { listPackages } from "../../api/bandwidth-packages.ts";
import { listChildren } from "../../api/cen-children.ts";
import { listRegionRoutes } from "../../api/cens.ts";
import { isStatus } from "../../api/is-status.ts";
import { listPeerAttachments, type PeerAttachmentSeen } from "../../api/peer-attachments.ts";
import { listConnections } from "../../api/region-connections.ts";
import { listAssociations, listRouterRoutes, listRouterTables } from "../../api/router-tables.ts";
import { listTransitRouters, type TransitRouterSeen } from "../../api/transit-routers.ts";
import { listVpcAttachments } from "../../api/vpc-attachments.ts";
import type { Look } from "../../engine/step.ts";
import { cenAreaOf } from "../../network/cen-areas.ts";
import type { Network } from "../../network/network.ts";
import type { DescribedRegion } from "../../path/described.ts";
import type { DescribedBackbone, DescribedCen, DescribedPeer, DescribedRouter } from "../../path/described-backbone.ts";
import { regionsOf } from "../region-connection/item.ts";

/** What lies between the ends of a path, in the regions named; the CEN's own part only with its owner's key. */
export async function describeBackbone(
  look: Look,
  network: Network,
  cen: string,
  regions: readonly string[],
): Promise<DescribedBackbone> {
  const { hub } = network;
  const backbone = { hub, hasFile: network.file !== undefined, connectionNames: connectionNames(network) };
  if (!look.holds(hub)) return backbone;
  return { ...backbone, cen: await describeCen(look, network, cen, regions) };
}

function connectionNames(network: Network): DescribedBackbone["connectionNames"] {
  return network.connections.map((one) => ({ name: one.name, between: regionsOf(one, network) }));
}

async function describeCen(
  look: Look,
  network: Network,
  cen: string,
  regions: readonly string[],
): Promise<DescribedCen> {
  const of = { account: network.hub, cen };
  const routers = await look.read(listTransitRouters(of));
  const here = routers.filter((router) => regions.includes(router.region));
  const enterprise = here.filter(isEnterprise);
  const basic = here.filter((router) => !isEnterprise(router));
  const [described, attachments, peers, attached, known, connections] = await Promise.all([
    Promise.all(enterprise.map((router) => describeRouter(look, of.account, router))),
    Promise.all(enterprise.map(({ region }) => look.read(listVpcAttachments({ ...of, region })))),
    here.length < 2 ? [] : readPeers(look, network, cen, enterprise),
    basic.length === 0 ? [] : look.read(listChildren(of)),
    Promise.all(basic.map(({ region }) => describeBasicRegion(look, of, region))),
    basic.length < 2 ? [] : look.read(listConnections(of)),
  ]);
  const carries = peers.some((peer) => peer.packageId !== "") || connections.length > 0;
  const packages = carries ? await look.read(listPackages({ account: of.account })) : [];
  return {
    routers: [...described, ...basic.map(basicRouter)],
    attachments: attachments.flat().map(({ vpc, router, ...one }) => ({ ...one, vpcId: vpc, routerId: router })),
    peers: peers.map(describePeer),
    packages,
    attached,
    regions: known,
    connections,
  };
}

function isEnterprise({ type }: TransitRouterSeen): boolean {
  return isStatus(type, "Enterprise");
}

function basicRouter({ id, region }: TransitRouterSeen): DescribedRouter {
  return { id, region, edition: "Basic", tables: [], associations: [] };
}

/** Routes are asked for of the tables alone that something is looked up in. */
async function describeRouter(
  look: Look,
  account: string,
  { id, region }: TransitRouterSeen,
): Promise<DescribedRouter> {
  const tables = await look.read(listRouterTables({ account, router: id }));
  const lists = await Promise.all(
    tables.map((table) => look.read(listAssociations({ account, router: id, table: table.id }))),
  );
  const associations = lists.flat();
  const used = tables.filter((table) => associations.some((one) => one.table === table.id));
  const described = await Promise.all(
    used.map(async (table) => ({
      id: table.id,
      name: table.name || (isStatus(table.type, "System") ? "default" : table.id),
      routes: await look.read(listRouterRoutes({ account, table: table.id })),
    })),
  );
  return { id, region, edition: "Enterprise", tables: described, associations };
}

/** As the steps that make them ask: the region that is their local end lists them. */
async function readPeers(
  look: Look,
  network: Network,
  cen: string,
  enterprise: readonly TransitRouterSeen[],
): Promise<readonly PeerAttachmentSeen[]> {
  const all = enterprise.map(({ region }) => region);
  const locals = connectionNames(network).flatMap(({ between }) => between.find((end) => all.includes(end)) ?? []);
  const asked = locals.length > 0 ? [...new Set(locals)] : all;
  const lists = await Promise.all(
    asked.map((region) => look.read(listPeerAttachments({ account: network.hub, cen, region }))),
  );
  return [...new Map(lists.flat().map((peer) => [peer.id, peer])).values()];
}

function describePeer(peer: PeerAttachmentSeen): DescribedPeer {
  const { id, name, router, peerRouter, bandwidthMbps, status, packageId } = peer;
  const routerIds = [router, peerRouter] as const;
  return { id, name, routerIds, bandwidthMbps, status, ...(packageId === "" ? {} : { packageId }) };
}

async function describeBasicRegion(
  look: Look,
  of: { readonly account: string; readonly cen: string },
  region: string,
): Promise<DescribedRegion> {
  const routes = await look.read(listRegionRoutes({ ...of, region }));
  return { id: region, area: cenAreaOf(region) ?? region, edition: "Basic", routes };
}
