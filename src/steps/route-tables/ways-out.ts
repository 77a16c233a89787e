import { isStatus } from "../../api/is-status.ts";
import { listPeerAttachments } from "../../api/peer-attachments.ts";
import type { AssociationSeen } from "../../api/router-tables.ts";
import type { Look } from "../../engine/step.ts";
import { type ItemKey, itemKey } from "../../keys.ts";
import type { Connection, Network } from "../../network/network.ts";
import { connectionBetween, regionsOf } from "../region-connection/item.ts";

/** Connections with other regions that the table knows which a VPC is to leave, and the wanted one does not. */
export interface WaysOut {
  /** Those of the file: each teaches the wanted table itself, and a move before that would cut it. */
  readonly awaited: readonly ItemKey[];
  /** Those of others: nobody teaches the wanted table. */
  readonly strange: number;
}

interface Place {
  readonly region: string;
  readonly cen: string;
}

/** `lost`: what a move would lose. */
export async function readWaysOut(
  look: Look,
  network: Network,
  { region, cen }: Place,
  lost: readonly AssociationSeen[],
): Promise<WaysOut> {
  const ways = lost.filter(({ resourceType }) => isStatus(resourceType, "TR"));
  if (ways.length === 0) return { awaited: [], strange: 0 };
  const ours = network.connections.filter((one) => regionsOf(one, network).includes(region));
  // At which end a connection is listed no document says.
  const ends = new Set([region, ...ours.flatMap((one) => endsBesideCcn(one, network))]);
  const lists = [...ends].map((end) => look.read(listPeerAttachments({ account: network.hub, cen, region: end })));
  const peers = (await Promise.all(lists)).flat().filter(({ id }) => ways.some((way) => way.attachment === id));
  const known = new Map(
    peers.flatMap(({ id, region: end, peerRegion }) => {
      const name = connectionBetween([end, peerRegion], network)?.name;
      return name === undefined ? [] : [[id, itemKey("region-connection", name)] as const];
    }),
  );
  return {
    awaited: [...known.values()],
    strange: ways.filter(({ attachment }) => !known.has(attachment)).length,
  };
}

function endsBesideCcn(one: Connection, network: Network): readonly string[] {
  return regionsOf(one, network).filter((_, at) => one.between[at] !== "ccn");
}
