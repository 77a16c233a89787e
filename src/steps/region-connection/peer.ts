import { later } from "../../api/call.ts";
import { createPeerAttachment, type PeerAttachmentSeen, updatePeerAttachment } from "../../api/peer-attachments.ts";
import type { Change, Verdict } from "../../engine/verdict.ts";
import { behind, guard } from "../../engine/verdicts.ts";
import { itemKey } from "../../keys.ts";
import { say, type Text } from "../../text.ts";
import { type ConnectionItem, type Given, type Side, words } from "./item.ts";
import { type Learning, toLearn } from "./learning.ts";
import type { Means } from "./means.ts";
import { noPackage, packageInFile, type Room, roomFor } from "./share.ts";
import { tooFast } from "./transfer.ts";

const bandwidthTypes = { package: "BandwidthPackage", "data-transfer": "DataTransfer" } as const;

/** Whether a connection that stands there needs no change; more than asked for is kept. */
export function isAsWanted(here: PeerAttachmentSeen, item: ConnectionItem): boolean {
  const { bandwidthMbps, bandwidthType, autoPublish } = wantedOf(here, item);
  const isSame = here.bandwidthMbps === bandwidthMbps && here.autoPublish === autoPublish;
  return isSame && here.bandwidthType === bandwidthType;
}

function wantedOf(here: PeerAttachmentSeen, { wanted, network }: ConnectionItem) {
  const isKept = here.bandwidthMbps > wanted.bandwidthMbps && !network.goal.allowLower;
  return {
    bandwidthMbps: isKept ? here.bandwidthMbps : wanted.bandwidthMbps,
    bandwidthType: bandwidthTypes[wanted.paidBy],
    autoPublish: true,
  };
}

/** The connection with all that it needs on its routers. */
export function makePeer(means: Means, learnings: readonly Learning[], item: ConnectionItem, given: Given): Verdict {
  const room = roomIn(means, item);
  if (room.refusal) return room.refusal;
  const { wanted, network } = item;
  const [local, peer] = means.sides;
  const order = {
    account: network.hub,
    cen: given.cen.id,
    router: routerOf(local, item),
    region: local.region,
    peerRouter: routerOf(peer, item),
    peerRegion: peer.region,
    bandwidthMbps: wanted.bandwidthMbps,
    bandwidthType: bandwidthTypes[wanted.paidBy],
    ...packageOf(means, item),
    name: wanted.name,
  };
  const summary = say`connect ${words(item)}, ${wanted.bandwidthMbps} Mbit/s, ${paidWords(item)}`;
  const first = { slot: "connect", summary, write: createPeerAttachment(order), risk: riskOf(item) };
  const then = learnings.flatMap((one) => toLearn(one, later(item.key, "attachment")));
  return behind(room.behind, { is: "changes", now: [first], then, ...ccnNotes(item) });
}

/** Source: CEN documentation "associate a CCN". */
function ccnNotes({ wanted }: ConnectionItem): { readonly notes?: readonly Text[] } {
  if (!wanted.between.includes("ccn")) return {};
  return {
    notes: [
      say`The CCN reaches a transit router of Enterprise Edition only over a connection of its own, out of a package, even inside one area, where the tutorial's Basic Edition needs none`,
    ],
  };
}

/** One call for all that differs. */
export function changePeer(here: PeerAttachmentSeen, means: Means, item: ConnectionItem, given: Given): Change {
  const wanted = wantedOf(here, item);
  const write = updatePeerAttachment({
    account: item.network.hub,
    cen: given.cen.id,
    router: here.router,
    peerRouter: here.peerRouter,
    attachment: here.id,
    ...wanted,
    ...packageOf(means, item),
  });
  const differences = [
    ...(here.bandwidthMbps === wanted.bandwidthMbps
      ? []
      : [`from ${here.bandwidthMbps} to ${wanted.bandwidthMbps} Mbit/s`]),
    ...(here.bandwidthType === wanted.bandwidthType ? [] : [paidWords(item)]),
    ...(here.autoPublish ? [] : ["routes advertised to the other end"]),
  ];
  return { slot: "set", summary: say`change ${words(item)}: ${differences.join(", ")}`, write, risk: riskOf(item) };
}

function riskOf({ wanted }: ConnectionItem): Change["risk"] {
  return wanted.paidBy === "data-transfer" ? "costs-money" : "none";
}

function paidWords({ wanted }: ConnectionItem): string {
  return wanted.paidBy === "package" ? "out of a package" : "billed by what is transferred";
}

const byTransfer = say`Or, between transit routers of Enterprise Edition, paidBy: data-transfer in the connection`;

/** For a connection to be made, or for one that is there. Said before the call: the service says so only after it. */
export function roomIn(means: Means, item: ConnectionItem, here?: PeerAttachmentSeen): Room {
  if (item.wanted.paidBy === "package") {
    if (!isPackaged(means, item)) return { refusal: noPackage(item, byTransfer), behind: [] };
    return roomFor(means.pool, means.shares, item, mbpsOf(item, here));
  }
  // Source: CEN documentation of inter-region connections: a CCN's router takes bandwidth out of packages only.
  if (means.sides.every((side) => side.edition === "Enterprise")) {
    const refusal = hasTransfer(item, here) ? undefined : tooFast(item, mbpsOf(item, here));
    return { behind: [], ...(refusal ? { refusal } : {}) };
  }
  const refusal = guard(
    say`${words(item)}: towards a CCN bandwidth comes out of a package only, not by data transfer`,
    say`Leave paidBy: data-transfer out of the connection, and name a package for its areas`,
  );
  return { refusal, behind: [] };
}

/** Whoever has a higher quota has used it already: what stands is not refused. */
function hasTransfer(item: ConnectionItem, here: PeerAttachmentSeen | undefined): boolean {
  return here?.bandwidthType === bandwidthTypes["data-transfer"] && here.bandwidthMbps >= mbpsOf(item, here);
}

function mbpsOf(item: ConnectionItem, here: PeerAttachmentSeen | undefined): number {
  return here ? wantedOf(here, item).bandwidthMbps : item.wanted.bandwidthMbps;
}

function isPackaged(means: Means, item: ConnectionItem): boolean {
  return means.pool !== undefined || packageInFile(item) !== undefined;
}

function packageOf({ pool }: Means, item: ConnectionItem): { readonly package?: string } {
  if (item.wanted.paidBy === "data-transfer") return {};
  const coming = packageInFile(item);
  return { package: pool?.id ?? (coming ? later(itemKey("bandwidth-package", coming.name), "id") : "") };
}

function routerOf({ router }: Side, { network }: ConnectionItem): string {
  return router ?? later(itemKey("cen-bind", network.ccn.area), "router");
}
