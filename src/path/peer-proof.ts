import { say, type Text } from "../text.ts";
import type { Block } from "./block.ts";
import { connectionMend, linkBlock } from "./connection-proof.ts";
import { hasStatus } from "./described.ts";
import type { DescribedBackbone, DescribedCen, DescribedPeer, DescribedRouter } from "./described-backbone.ts";

/** The transit router of a region of the CEN. */
export function routerOf(cen: DescribedCen, region: string): DescribedRouter | undefined {
  return cen.routers.find((router) => router.region === region);
}

/** The router at the other end of an inter-region connection. */
export function farEnd(cen: DescribedCen, peer: DescribedPeer, router: DescribedRouter): DescribedRouter | undefined {
  const id = peer.routerIds.find((one) => one !== router.id);
  return cen.routers.find((one) => one.id === id);
}

/** The command that makes or mends the connection of two regions, by its name in the network file. */
export function peerMend({ connectionNames, hasFile }: DescribedBackbone, a: string, b: string): Text {
  const known = connectionNames.find(({ between }) => between.includes(a) && between.includes(b));
  if (known) return connectionMend(known.name);
  const [one, other] = [a, b].map((region) => (region.startsWith("ccn-") ? "ccn" : region));
  return connectionMend(`${one}/${other}`, hasFile);
}

/** Why nothing passes between two regions: of Basic Edition both, or joined by an inter-region connection. */
export function regionsBlock(backbone: DescribedBackbone, cen: DescribedCen, a: string, b: string): Block | undefined {
  const [one, other] = [routerOf(cen, a), routerOf(cen, b)];
  if (a === b) return undefined;
  if (one?.edition === "Basic" && other?.edition === "Basic") return basicBlock(backbone, cen, a, b);
  const peer = cen.peers.find(
    ({ routerIds }) => one && other && [one.id, other.id].every((id) => routerIds.includes(id)),
  );
  if (peer !== undefined) return peerBlock(backbone, cen, peer);
  return { what: say`There is no region connection between ${a} and ${b}.`, mend: peerMend(backbone, a, b) };
}

function basicBlock(backbone: DescribedBackbone, cen: DescribedCen, a: string, b: string): Block | undefined {
  return linkBlock(cen, a, b, peerMend(backbone, a, b));
}

/**
 * Why an inter-region connection carries nothing. Enterprise Edition gives no free bandwidth for tests. Source: product page
 * on the editions.
 */
export function peerBlock(backbone: DescribedBackbone, cen: DescribedCen, peer: DescribedPeer): Block | undefined {
  const [a, b] = regionsOf(cen, peer);
  const mend = peerMend(backbone, a, b);
  if (!hasStatus(peer, "Attached")) {
    return { what: say`The region connection between ${a} and ${b} is not ready (${peer.status}).`, mend };
  }
  if (peer.bandwidthMbps <= 0) {
    return { what: say`The region connection between ${a} and ${b} has no bandwidth.`, mend };
  }
  const carrier = cen.packages.find((one) => one.id === peer.packageId);
  if (carrier === undefined || carrier.businessStatus === "Normal") return undefined;
  return {
    what: say`The bandwidth package ${carrier.id} that carries ${a} and ${b} is stopped (${carrier.businessStatus}).`,
    mend: say`sagctl bandwidth-package`,
  };
}

/** The regions at the ends of a connection; a router that the CEN does not list stands for itself. */
export function regionsOf(cen: DescribedCen, peer: DescribedPeer): readonly [string, string] {
  const [a = "", b = ""] = peer.routerIds.map((id) => cen.routers.find((one) => one.id === id)?.region ?? id);
  return [a, b];
}
