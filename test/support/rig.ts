import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { ApiCall } from "../../src/api/call.ts";
import type { OpenCloud } from "../../src/commands/context.ts";
import { goalOf } from "../../src/commands/flags.ts";
import { openSimulatedCloud } from "../../src/deps/simulated-cloud.ts";
import { converge, type RunResult } from "../../src/engine/converge.ts";
import type { Event, Plan } from "../../src/engine/events.ts";
import { createGraph, pruneForRun } from "../../src/engine/graph.ts";
import { partialPlan } from "../../src/engine/partial-plan.ts";
import { preview } from "../../src/engine/preview.ts";
import { commandKey } from "../../src/engine/run-probe.ts";
import type { Order } from "../../src/engine/run-state.ts";
import { SharedReads } from "../../src/engine/shared-reads.ts";
import type { Node } from "../../src/engine/step.ts";
import type { EngineWorld } from "../../src/engine/world.ts";
import type { ItemKey } from "../../src/keys.ts";
import { loadNetworkFile } from "../../src/network/load.ts";
import type { Goal, Network } from "../../src/network/network.ts";
import type { Scenario } from "../../src/simulator/scenario.ts";
import {
  createSimulatedCloud,
  type SimulatedCloud,
  type SimulatedCloudOptions,
} from "../../src/simulator/simulated-cloud.ts";
import type { CallEntry, WorldState } from "../../src/simulator/world.ts";
import { createMemoryStore } from "../../src/state/memory-store.ts";
import { writeDiary } from "../../src/state/schema.ts";
import type { DiaryStore, OpenDiary } from "../../src/state/store.ts";
import { loadSteps } from "../../src/steps/index.ts";
import { withClockOff } from "./clock-off.ts";
import { type Boundary, Crash, withCrash } from "./crash.ts";
import { createTestHost } from "./host.ts";
import { type NormalWorld, normalise } from "./normalise.ts";
import { type Heard, serveWithoutSocket } from "./without-socket.ts";
import { exampleFile, scenarioOf } from "./worlds.ts";

const MINUTE_MS = 60_000;
/** Longer than a parcel and all that the cloud does; shorter than what would start by itself. */
const SETTLING_MS = 6 * 24 * 60 * MINUTE_MS;

export interface RigOptions extends Omit<SimulatedCloudOptions, "scenario"> {
  readonly scenario: string | Scenario;
  /** Absent: a diary in memory that nobody has written in. */
  readonly store?: DiaryStore;
  readonly goal?: Partial<Goal>;
  /** Absent: the example of the scenario's name. */
  readonly text?: string;
  /** Absent: a socket on loopback. */
  readonly wire?: "loopback" | "none";
  /** Hears each request as it goes over the wire; without a socket only. */
  readonly heard?: Heard;
}

export interface RunOptions extends Partial<Omit<Order, "plan" | "targets" | "approved">> {
  readonly way?: Plan["way"];
  /** What may be changed; absent: everything. */
  readonly only?: (key: ItemKey) => boolean;
  /** Consent to all of the plan unless said otherwise. */
  readonly approve?: (slot: string) => boolean;
  /** The boundary at which the process dies, from 1. */
  readonly dieAt?: number;
  /** Sees every boundary as it is reached. */
  readonly reached?: (boundary: Boundary) => Promise<void>;
  /** Another diary than the rig's: somebody else at work. */
  readonly store?: DiaryStore;
  /** Puts something between the engine and the rest of the world: to listen, or to look at the moment. */
  readonly around?: (world: EngineWorld) => EngineWorld;
  /** How far this machine's own clock is ahead of the service's. */
  readonly clockOffMs?: number;
}

export interface Ran extends RunResult {
  readonly plan: Plan;
  /** What the engine told, and when by the cloud's clock. */
  readonly events: readonly (Event & { readonly at: number })[];
  /** Every write that left, as it left. */
  readonly sent: readonly ApiCall[];
  /** What reached the cloud. */
  readonly calls: readonly CallEntry[];
  readonly boundaries: readonly Boundary[];
  readonly died: boolean;
}

/** World and diary between two runs. */
export interface Moment {
  readonly state: WorldState;
  readonly diary: string;
}

/** A simulated cloud, one network on it, and its diary: what outlives a run of sagctl. */
export interface Rig {
  readonly cloud: SimulatedCloud;
  readonly network: Network;
  readonly nodes: readonly Node[];
  /** Looks, plans and carries out, as one process would. */
  run(options?: RunOptions): Promise<Ran>;
  plan(way?: Plan["way"]): Promise<Plan>;
  /** For a look of one's own. */
  inWorld<T>(work: (world: EngineWorld) => Promise<T>): Promise<T>;
  /** What stands when all that is under way has come to its end. */
  settled(): Promise<NormalWorld>;
  /** World and diary as they are now, to start from again. */
  moment(): Promise<Moment>;
  close(): Promise<void>;
}

/** Opens a rig; whoever opens it closes it. */
export async function openRig(options: RigOptions): Promise<Rig> {
  const { scenario, store = createMemoryStore(), goal = {}, text, wire, heard, ...cloudOptions } = options;
  const name = typeof scenario === "string" ? scenario : scenario.name;
  const { network, nodes } = await networkOf(name, text, goal);
  const cloud = createSimulatedCloud({ ...cloudOptions, scenario });
  const served = wire === "none" ? serveWithoutSocket(cloud, heard) : await cloud.listen();
  const process = createProcesses(cloud, served.url, network, store);
  return {
    cloud,
    network,
    nodes,
    run: (run = {}) => process((world) => carryOut(world, nodes, run, cloud), run),
    plan: (way = "do") => process((world) => preview(nodes, world, way)),
    inWorld: process,
    settled: async () => {
      await cloud.advanceTo(cloud.now() + SETTLING_MS);
      return normalise(cloud.world.state);
    },
    moment: async () => ({ state: structuredClone(cloud.world.state), diary: await diaryText(store, network, cloud) }),
    close: async () => {
      await served.close();
      await cloud.close();
    },
  };
}

interface Loaded {
  readonly network: Network;
  readonly nodes: readonly Node[];
}

const examples = new Map<string, Loaded>();

/** Nothing in a network or its nodes changes, so an example is loaded once. */
async function networkOf(name: string, text: string | undefined, goal: Partial<Goal>): Promise<Loaded> {
  const isExample = text === undefined && Object.keys(goal).length === 0;
  const known = isExample ? examples.get(name) : undefined;
  if (known) return known;
  const yaml = text ?? readFileSync(exampleFile(name), "utf8");
  const network = loadNetworkFile(yaml, `${name}.yaml`, undefined, { ...goalOf({}), ...goal });
  const loaded = { network, nodes: (await loadSteps()).flatMap((step) => step.nodes(network)) };
  if (isExample) examples.set(name, loaded);
  return loaded;
}

/** A rig that goes on from a moment. */
export function openAt(moment: Moment, options: Partial<RigOptions> = {}): Promise<Rig> {
  return openRig({ scenario: scenarioOf(moment.state), store: createMemoryStore(moment.diary), ...options });
}

async function diaryText(store: DiaryStore, network: Network, cloud: SimulatedCloud): Promise<string> {
  const { scenario } = cloud.status();
  const open = await store.open({ network: network.name, cloud: scenario, readOnly: true, command: "test", now: 0 });
  return writeDiary(open.diary);
}

type Process = <T>(
  work: (world: EngineWorld) => Promise<T>,
  by?: Pick<RunOptions, "store" | "clockOffMs">,
) => Promise<T>;

/** Each piece of work has a client, reads and an open diary of its own, as a process has. */
function createProcesses(cloud: SimulatedCloud, url: string, network: Network, own: DiaryStore): Process {
  // It needs no folder of its own: nothing is read or written there.
  const host = createTestHost({ cwd: "/" });
  return async (work, { store = own, clockOffMs = 0 } = {}) => {
    const control = clockOffMs === 0 ? cloud : withClockOff(cloud, clockOffMs);
    const open = await openSimulatedCloud({ control, url, close: async () => {} }, host, network);
    const diary = await store.open({ network: network.name, cloud: open.name, command: "test", now: 0 });
    try {
      return await work(worldOf(open, diary));
    } finally {
      await diary.close();
    }
  };
}

function worldOf(open: OpenCloud, diary: OpenDiary): EngineWorld {
  return {
    cloud: open.cloud,
    reads: new SharedReads(open.cloud),
    clock: open.clock,
    journal: diary,
    tell: () => {},
    probe: (path) => open.probe(path),
    holds: (account) => open.holds(account),
    marker: (key) => `sagctl-${createHash("sha256").update(key).digest("hex").slice(0, 12)}`,
  };
}

async function carryOut(
  sound: EngineWorld,
  all: readonly Node[],
  options: RunOptions,
  cloud: SimulatedCloud,
): Promise<Ran> {
  const {
    way = "do",
    only,
    approve = () => true,
    dieAt,
    reached,
    store: _,
    clockOffMs: __,
    around,
    ...order
  } = options;
  const since = cloud.calls().at(-1)?.index ?? 0;
  const events: (Event & { readonly at: number })[] = [];
  const tell = (event: Event) => void events.push({ ...event, at: sound.clock.now() });
  const heard = { ...sound, tell };
  const doomed = withCrash(around ? around(heard) : heard, dieAt, reached);
  const { world } = doomed;
  const targets = only && new Set(all.map((node) => node.key).filter(only));
  const nodes = targets && way === "do" ? pruneForRun(all, targets) : all;
  const plan = forTargets(await preview(nodes, world, way), nodes, targets);
  const result = await converge(nodes, world, {
    ...usual(),
    ...order,
    plan,
    approved: approvedOf(plan, approve),
    ...(targets ? { targets } : {}),
  }).catch((error: unknown) => {
    if (error instanceof Crash) return undefined;
    throw error;
  });
  const calls = cloud.calls().filter((call) => call.index > since);
  const nothing = { ends: new Map(), facts: new Map() };
  return {
    ...(result ?? nothing),
    plan,
    events,
    calls,
    sent: doomed.sent,
    boundaries: doomed.passed,
    died: result === undefined,
  };
}

function usual(): Omit<Order, "plan" | "targets" | "approved"> {
  return {
    buyAgain: new Set(),
    stop: new AbortController().signal,
    patienceMs: Number.POSITIVE_INFINITY,
    deadlineMs: 60 * MINUTE_MS,
    commitBoundMs: 15 * MINUTE_MS,
    readLagMs: 5 * MINUTE_MS,
  };
}

function approvedOf(plan: Plan, approve: (slot: string) => boolean): ReadonlySet<string> {
  const slots = plan.rows.flatMap((row) => [
    ...(row.verdict.is === "stays" ? [] : row.changes.map((change) => `${row.item}#${change.slot}`)),
    ...(row.command ? [commandKey(row.item)] : []),
  ]);
  return new Set(slots.filter(approve));
}

function forTargets(plan: Plan, nodes: readonly Node[], targets: ReadonlySet<ItemKey> | undefined): Plan {
  if (!targets) return plan;
  if (plan.way === "do") return partialPlan(plan, createGraph(nodes), targets);
  return { ...plan, rows: plan.rows.map((row) => (targets.has(row.item) ? row : { ...row, changes: [] })) };
}
