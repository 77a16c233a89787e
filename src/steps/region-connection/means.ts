import { listPackages, type PackageSeen } from "../../api/bandwidth-packages.ts";
import type { PeerAttachmentSeen } from "../../api/peer-attachments.ts";
import { type ConnectionSeen, listConnections } from "../../api/region-connections.ts";
import { isSamePair } from "../../api/same-pair.ts";
import type { Look } from "../../engine/step.ts";
import { readRouters } from "../transit-router/routers.ts";
import type { ConnectionItem, Given, Side } from "./item.ts";
import { poolOf, type Share } from "./share.ts";

/** What a connection is made of, its local end first: the two routers, and what their package still has. */
export interface Means {
  readonly sides: readonly [Side, Side];
  readonly pool: PackageSeen | undefined;
  readonly shares: readonly Share[];
}

interface Known {
  readonly sides: readonly [Side, Side];
  readonly peers: readonly PeerAttachmentSeen[];
}

export async function readMeans(look: Look, item: ConnectionItem, given: Given, known: Known): Promise<Means> {
  const { network, wanted } = item;
  const of = { account: network.hub, cen: given.cen.id };
  const [routers, packages, connections] = await Promise.all([
    readRouters(look, network, of.cen),
    wanted.paidBy === "package" ? look.read(listPackages(of)) : [],
    look.read(listConnections(of)),
  ]);
  // A CCN's router comes with the CCN: only the list knows it.
  const withRouter = (side: Side): Side => ({
    ...side,
    router: side.router ?? routers.find((one) => one.region === side.region)?.id,
  });
  const [local, peer] = known.sides;
  const shares = together(connections, known.peers);
  return { sides: [withRouter(local), withRouter(peer)], pool: poolOf(packages, item, of.cen), shares };
}

/** Whether connections of Enterprise Edition are listed among those of Basic Edition, no document says: each pair counts once. */
function together(connections: readonly ConnectionSeen[], peers: readonly PeerAttachmentSeen[]): readonly Share[] {
  const shares = peers.map((one) => ({ ...one, between: [one.region, one.peerRegion] as const }));
  return [
    ...connections,
    ...shares.filter(({ between }) => !connections.some((one) => isSamePair(one.between, between))),
  ];
}
