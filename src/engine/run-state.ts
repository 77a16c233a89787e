import type { Product, Write } from "../api/call.ts";
import type { ItemKey, LockKey } from "../keys.ts";
import { AwakeTime } from "./awake-time.ts";
import type { End, Plan } from "./events.ts";
import type { Graph } from "./graph.ts";
import { LockTable } from "./locks.ts";
import type { ProbeResult } from "./probe-path.ts";
import type { EngineWorld } from "./world.ts";

/** What a run was asked for. */
export interface Order {
  readonly plan: Plan;
  /** Absent: everything. What the targets need is looked at, never changed. */
  readonly targets?: ReadonlySet<ItemKey>;
  /** `item#slot` of every change that needs a consent and has it. */
  readonly approved: ReadonlySet<string>;
  /** Markers that a person has allowed to buy once more. */
  readonly buyAgain: ReadonlySet<string>;
  readonly stop: AbortSignal;
  /** How long to wait for people and parcels. */
  readonly patienceMs: number;
  /** How long the cloud's own work on one item may take. */
  readonly deadlineMs: number;
  readonly commitBoundMs: number;
  readonly readLagMs: number;
}

/** What all items of a run share. */
export class RunState {
  readonly world: EngineWorld;
  readonly order: Order;
  readonly graph: Graph;
  readonly locks = new LockTable();
  /** What deadlines are measured by. */
  readonly awake: AwakeTime;
  readonly facts = new Map<ItemKey, unknown>();
  readonly ends = new Map<ItemKey, Promise<End>>();
  /** Items of which all is there that others need, by their last look. */
  readonly standing = new Set<ItemKey>();
  readonly #writes = new Map<ItemKey, Written>();
  readonly #lockWrites = new Map<LockKey, number>();
  readonly #awaited = new Map<ItemKey, number>();

  constructor(world: EngineWorld, order: Order, graph: Graph) {
    this.world = world;
    this.order = order;
    this.graph = graph;
    this.awake = new AwakeTime(world.clock);
  }

  isTarget(key: ItemKey): boolean {
    return this.order.targets === undefined || this.order.targets.has(key);
  }

  wrote(key: ItemKey, { call, locks }: Pick<Write, "call" | "locks">): void {
    const moment = this.world.reads.mark();
    this.#writes.set(key, { moment, product: call.product });
    for (const lock of locks) this.#lockWrites.set(lock, moment);
  }

  /** Something has been waited for, perhaps of an earlier run: what was read before shows what comes after it too little. */
  awaited(key: ItemKey): void {
    this.#awaited.set(key, this.world.reads.mark());
  }

  /**
   * A read serves an item if it began after its own last write, the last one under its locks, and those before it;
   * and after the last pause of what it comes after.
   */
  notBefore(key: ItemKey, locks: readonly LockKey[], product?: Product): number {
    const before = [...this.graph.ancestors(key)];
    const writes = [key, ...before].flatMap((one) => this.#writes.get(one) ?? []);
    const pauses = product === "Ecs" ? [] : before.flatMap((one) => this.#awaited.get(one) ?? []);
    const moments = writes.filter((one) => canShow(product, one.product)).map((one) => one.moment);
    return Math.max(0, ...moments, ...pauses, ...locks.map((lock) => this.#lockWrites.get(lock) ?? 0));
  }
}

interface Written {
  readonly moment: number;
  readonly product: Product;
}

/** Gateways, CENs and VPCs show each other's writes; what ECS tells (rules, instances) only a write of ECS changes. */
function canShow(read: Product | undefined, written: Product): boolean {
  return read === undefined || read === written || (read !== "Ecs" && written !== "Ecs");
}

/** What one item remembers from look to look. */
export interface ItemState {
  readonly key: ItemKey;
  readonly title: string;
  held: readonly LockKey[];
  /** What the last look asked, the next one asks again after this; 0: nothing has been waited for. */
  newerThan: number;
  /** Only the cloud's own work is waited for: what is at rest need not be asked again. */
  isPolling: boolean;
  /** The calls of the last look, by their hash. */
  asked: ReadonlySet<string>;
  /** The last write that the last look has seen. */
  sawWrite: number;
  /** When the last look was over; what others read since then is news. */
  lookedAt: number;
  /** The locks under which it has looked once more, just before a list is replaced. */
  reread: boolean;
  /** It has looked once more since time alone would decide. */
  confirmed: boolean;
  /** Milliseconds since 1970; undefined while nothing is waited for. */
  workingSince: number | undefined;
  /** Of its last write, by the time awake; 0: none. */
  sentAt: number;
  blockedSince: number | undefined;
  busyTimes: number;
  /** A call of it was refused for its time stamp, and the service's time has been learnt since. */
  knowsTime: boolean;
  /** What had to be over before it costs money is over. */
  mayPay: boolean;
  /** It has waited for others to free what it needs. */
  wasBehind: boolean;
  readonly probes: Map<string, ProbeResult>;
}

export function createItemState(key: ItemKey, title: string): ItemState {
  const since = { workingSince: undefined, blockedSince: undefined };
  return {
    key,
    title,
    held: [],
    newerThan: 0,
    isPolling: false,
    asked: new Set<string>(),
    sawWrite: 0,
    lookedAt: 0,
    reread: false,
    confirmed: false,
    ...since,
    sentAt: 0,
    busyTimes: 0,
    knowsTime: false,
    mayPay: false,
    wasBehind: false,
    probes: new Map(),
  };
}
