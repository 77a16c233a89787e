import { isStatus } from "../../api/is-status.ts";
import { deletePeerAttachment, listPeerAttachments, type PeerAttachmentSeen } from "../../api/peer-attachments.ts";
import { isSamePair } from "../../api/same-pair.ts";
import type { Look } from "../../engine/step.ts";
import type { Change, Verdict } from "../../engine/verdict.ts";
import { behind, change, done, notNeeded, settling } from "../../engine/verdicts.ts";
import { say } from "../../text.ts";
import { isMarked } from "../adoption.ts";
import { moreThan } from "./basic.ts";
import { type ConnectionItem, type Given, isolationTables, type Side, sidesOf, words } from "./item.ts";
import { type Learning, movingOn, observeLearning, toForget, toLearn, type Undoing } from "./learning.ts";
import { type Means, readMeans } from "./means.ts";
import { changePeer, isAsWanted, makePeer, roomIn } from "./peer.ts";

export interface EnterpriseSeen {
  readonly edition: "Enterprise";
  readonly here: PeerAttachmentSeen | undefined;
  /** On each router of Enterprise Edition. */
  readonly learnings: readonly Learning[];
  /** Looked for only where something is to be made or changed. */
  readonly means: Means | undefined;
  readonly made: boolean;
  /** Slots of associations and propagations that sagctl has written. */
  readonly wrote: readonly string[];
}

type Sides = readonly [Side, Side];

/** An inter-region connection with Enterprise Edition at one end at least, which is then the local one. */
export async function observeEnterprise(look: Look, item: ConnectionItem, given: Given): Promise<EnterpriseSeen> {
  const sides = localFirst(sidesOf(item, given));
  const peers = await readPeers(look, item, given, sides);
  const here = findHere(peers, item);
  const [learnings, means] = await Promise.all([
    readLearnings(look, item, given, here?.id),
    here && isAsWanted(here, item) ? undefined : readMeans(look, item, given, { sides, peers }),
  ]);
  const slots = here ? learnings.flatMap((one) => toForget(one, here.id)).map((one) => one.undoes) : [];
  const made = look.wrote("connect") || (here !== undefined && isMarked(here, look.marker));
  return { edition: "Enterprise", here, learnings, means, made, wrote: slots.filter((slot) => look.wrote(slot)) };
}

/** Of two ends of Enterprise Edition the first one that the file names. */
function localFirst([first, second]: Sides): Sides {
  return first.edition === "Enterprise" ? [first, second] : [second, first];
}

/** Listed at its local end; whether at the other one too, no document says, so that is asked as well before one is made. */
async function readPeers(look: Look, item: ConnectionItem, given: Given, [local, other]: Sides) {
  const of = { account: item.network.hub, cen: given.cen.id };
  const rests = (all: readonly PeerAttachmentSeen[]) => isStatus(findHere(all, item)?.status ?? "Attached", "Attached");
  const peers = await look.readUntil(listPeerAttachments({ ...of, region: local.region }), rests);
  if (findHere(peers, item) || other.edition === "Basic") return peers;
  return [...peers, ...(await look.readUntil(listPeerAttachments({ ...of, region: other.region }), rests))];
}

function findHere(peers: readonly PeerAttachmentSeen[], { between }: ConnectionItem): PeerAttachmentSeen | undefined {
  return peers.find((one) => isSamePair([one.region, one.peerRegion], between));
}

function readLearnings(
  look: Look,
  item: ConnectionItem,
  given: Given,
  attachment: string | undefined,
): Promise<readonly Learning[]> {
  const sides = sidesOf(item, given).filter((side) => side.edition === "Enterprise");
  const account = item.network.hub;
  return Promise.all(
    sides.map(({ region, router = "" }) => {
      const others = isolationTables(item, given, region);
      return observeLearning(look, { account, region, router, others }, attachment);
    }),
  );
}

export function judgeEnterprise(seen: EnterpriseSeen, item: ConnectionItem, given: Given): Verdict {
  const { here, means, learnings } = seen;
  if (!here) return means ? makePeer(means, learnings, item, given) : notNeeded(say`${words(item)}`);
  const room = means && roomIn(means, item, here);
  if (room?.refusal) return room.refusal;
  const changes = [
    ...(means ? [changePeer(here, means, item, given)] : []),
    ...learnings.flatMap((one) => toLearn(one, here.id)),
  ];
  const busy = restless(here, learnings, item, changes);
  if (busy) return busy;
  const [first, ...then] = changes;
  if (first) return behind(room?.behind ?? [], change(first, ...then));
  const has = here.bandwidthMbps;
  return done(say`${words(item)} ${has} Mbit/s${moreThan(has, item.wanted.bandwidthMbps)}`);
}

/** The cloud still works on the connection, or on a route table of it; `then` is what comes after. */
function restless(
  here: PeerAttachmentSeen,
  learnings: readonly Learning[],
  item: ConnectionItem,
  then: readonly Change[],
): Verdict | undefined {
  if (!isStatus(here.status, "Attached")) {
    const until = say`${words(item)} to settle (now ${here.status})`;
    const locks = [`cen:${here.cen}`, `tr:${here.router}`, `tr:${here.peerRouter}`];
    return settling(until, 30_000, locks, then);
  }
  const busy = learnings.filter((one) => movingOn(one) !== undefined);
  const [learning] = busy;
  const moving = learning && movingOn(learning);
  if (!moving) return undefined;
  const until = say`${words(item)} in ${learning.region}'s route table (now ${moving.status})`;
  const locks = busy.map(({ router }) => `tr:${router}`);
  // Each router works by itself.
  const free = then.find(({ write }) => !write.locks.some((lock) => locks.includes(lock)));
  return { ...settling(until, 10_000, locks, then), ...(free ? { meanwhile: free } : {}) };
}

export function undoEnterprise(seen: EnterpriseSeen, item: ConnectionItem): Verdict {
  const { here, learnings, made } = seen;
  if (!here) return notNeeded(say`${words(item)} is not connected`);
  const removals: readonly Undoing[] = [...learnings.flatMap((one) => toForget(one, here.id)), removal(here, item)];
  const ours = removals.filter((one) => made || seen.wrote.includes(one.undoes));
  const busy = restless(here, learnings, item, ours);
  if (busy) return busy;
  const [first, ...then] = ours;
  if (first) return { is: "changes", now: [first], then };
  const [found, ...more] = removals;
  const because = say`${words(item)} was connected before sagctl`;
  return { is: "stays", because, ...(found ? { found: [found, ...more] } : {}) };
}

function removal(here: PeerAttachmentSeen, item: ConnectionItem): Undoing {
  const { id: attachment, cen, router, peerRouter } = here;
  const write = deletePeerAttachment({ account: item.network.hub, cen, router, peerRouter, attachment });
  const summary = say`disconnect ${words(item)} (${here.bandwidthMbps} Mbit/s)`;
  return { slot: "remove", undoes: "connect", summary, write, risk: "none" };
}
