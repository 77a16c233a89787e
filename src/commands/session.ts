import { createHash } from "node:crypto";
import { SharedReads } from "../engine/shared-reads.ts";
import type { Node } from "../engine/step.ts";
import type { EngineWorld } from "../engine/world.ts";
import type { ItemKey } from "../keys.ts";
import type { Network } from "../network/network.ts";
import type { OpenDiary } from "../state/store.ts";
import { loadSteps } from "../steps/index.ts";
import { plain } from "../text.ts";
import { checkMarks } from "./buy-again.ts";
import { checkDurations } from "./check-durations.ts";
import type { Context, OpenCloud } from "./context.ts";
import { withCosts } from "./costs.ts";
import { type Recognised, recogniseKeys } from "./recognise-keys.ts";

/** Everything a command on a network works with, opened together and closed together. */
export interface Session {
  readonly network: Network;
  /** The account id of the hub, even where its key is not here. */
  readonly hubUid: string;
  readonly cloud: OpenCloud;
  readonly diary: OpenDiary;
  readonly nodes: readonly Node[];
  readonly world: EngineWorld;
  /** Milliseconds of the cloud's clock at the start. */
  readonly startedAt: number;
}

/** Opens network, cloud and diary, checks whose key it is, prints the header, and closes all at the end. */
export async function inSession<T>(
  context: Context,
  options: { readonly doing: string; readonly readOnly: boolean },
  work: (session: Session) => Promise<T>,
): Promise<T> {
  checkDurations(context.flags);
  const network = await context.loadNetwork();
  const cloud = await context.openCloud(network);
  try {
    const arrival = await arrive(context, options, network, cloud);
    return await onNetwork(context, { ...arrival, network, readOnly: options.readOnly }, work);
  } finally {
    await cloud.close();
  }
}

/** A cloud on which it is known whose key is used. */
export interface Arrival {
  readonly cloud: OpenCloud;
  readonly reads: SharedReads;
  /** Of the hub, even where its key is not here. */
  readonly uid: string;
  readonly startedAt: number;
}

/** Checks whose key it is and prints the header; a new network has no name yet. */
export async function arrive(
  context: Context,
  { doing, isNew, isBegun }: { readonly doing: string; readonly isNew?: boolean; readonly isBegun?: boolean },
  network: Network,
  cloud: OpenCloud,
): Promise<Arrival> {
  const startedAt = cloud.clock.now();
  const reads = new SharedReads(cloud.cloud);
  const recognised = await recogniseKeys(network, cloud, reads);
  const uid = recognised.get(network.hub) ?? uidInFile(network);
  const { name, file } = network;
  context.ui.printHeader({
    doing,
    ...(isBegun ? { isBegun } : {}),
    ...(isNew ? {} : { network: file === undefined ? { name } : { name, file } }),
    accounts: await accountsIn(recognised, cloud),
  });
  return { cloud, reads, uid, startedAt };
}

/** Opens the diary of a network on a cloud that is open already; what has been read there is shared. */
export async function onNetwork<T>(
  context: Context,
  { network, readOnly, ...arrival }: Arrival & { readonly network: Network; readonly readOnly: boolean },
  work: (session: Session) => Promise<T>,
): Promise<T> {
  const { cloud, startedAt } = arrival;
  const diary = await context.openDiary(network, cloud, readOnly);
  try {
    const world = worldOf(context, network, arrival, diary);
    checkMarks(network.goal.buyAgain, world, diary.diary);
    const nodes = (await loadSteps()).flatMap((one) => one.nodes(network));
    return await work({ network, hubUid: arrival.uid, cloud, diary, nodes, world, startedAt });
  } finally {
    await diary.close();
  }
}

/** A run without the hub's key needs the hub's account id: what it makes is marked by it. */
function uidInFile({ accounts, hub }: Network): string {
  return accounts.find((account) => account.name === hub)?.uid ?? "";
}

async function accountsIn(recognised: Recognised, cloud: OpenCloud) {
  const rows = [...recognised].map(async ([name, uid]) => ({
    name,
    uid,
    from: plain((await cloud.keySource(name)).said),
  }));
  return Promise.all(rows);
}

function worldOf(context: Context, network: Network, { cloud, reads, uid }: Arrival, diary: OpenDiary): EngineWorld {
  return {
    cloud: cloud.cloud,
    reads,
    clock: cloud.clock,
    journal: diary,
    tell: withCosts(context.ui, cloud, diary),
    probe: (path) => cloud.probe(path),
    holds: (account) => cloud.holds(account),
    marker: (key) => markerOf(network, uid, key),
  };
}

/** The same on every machine that has the same file: that is how a purchase is found again. */
function markerOf(network: Network, uid: string, key: ItemKey): string {
  const text = [network.marker, network.name, uid, key].join("\n");
  return `sagctl-${createHash("sha256").update(text).digest("hex").slice(0, 12)}`;
}
