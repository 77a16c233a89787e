import { Refusal } from "./action.ts";
import { drawId, drawShare } from "./draw.ts";
import { durations } from "./durations.ts";
import { placeOrder } from "./orders.ts";
import { asListed } from "./read-lag.ts";
import type { CallEntry, EventHandler, LedgerEntry, SimAccount, Thing, World, WorldState } from "./world.ts";

/** What an event sees as `world.call`: nobody asked for it, and nobody reads it. */
function noCall(at: number): CallEntry {
  return {
    index: 0,
    at,
    product: "",
    action: "",
    uid: "",
    kind: "unknown",
    params: {},
    committed: false,
    code: "",
    requestId: "",
  };
}

/** The world as actions and events see it, over state that is plain data. */
export class LivingWorld implements World {
  readonly state: WorldState;
  readonly events: Readonly<Record<string, EventHandler>>;
  call: CallEntry;
  /** Set while a stale read is answered. */
  lagMs: number | undefined;

  constructor(state: WorldState, events: Readonly<Record<string, EventHandler>>) {
    this.state = state;
    this.events = events;
    this.call = noCall(state.now);
  }

  get now(): number {
    return this.state.now;
  }

  account(uid: string): SimAccount {
    const found = this.state.accounts.find((account) => account.uid === uid);
    if (found === undefined) throw new Refusal(403, "InvalidAccount.NotFound", "The specified account does not exist.");
    return found;
  }

  all<T extends Thing>(kind: string): T[] {
    return Object.values(this.state.things[kind] ?? {}) as T[];
  }

  listed<T extends Thing>(kind: string): T[] {
    return asListed<T>(this.state, kind, this.lagMs ?? this.state.switches.readLagMs);
  }

  find<T extends Thing>(kind: string, id: string): T | undefined {
    const things = this.state.things[kind];
    return things !== undefined && Object.hasOwn(things, id) ? (things[id] as T) : undefined;
  }

  put(kind: string, thing: Thing): void {
    let things = this.state.things[kind];
    if (things === undefined) {
      things = {};
      this.state.things[kind] = things;
    }
    things[thing.id] = thing;
  }

  remove(kind: string, id: string): void {
    delete this.state.things[kind]?.[id];
  }

  newId(prefix: string, length: number): string {
    return drawId(this.state, prefix, length);
  }

  duration(kind: string): number {
    const range = this.state.durations?.[kind] ?? durations[kind];
    if (range === undefined) throw new Error(`durations.ts has no "${kind}"`);
    const [min, max] = range;
    return Math.round(min + drawShare(this.state, `duration ${kind}`) * (max - min));
  }

  schedule(afterMs: number, event: string, data: Record<string, unknown>): void {
    this.state.agenda.push({ at: this.now + afterMs, event, data });
  }

  byPeople(kind: string, event: string, data: Record<string, unknown>): void {
    const afterMs = this.duration(kind);
    if (this.state.people === "auto") this.schedule(afterMs, event, data);
  }

  hold(locks: readonly string[], busyCode: string, status = busyCode === "Operation.Blocking" ? 500 : 400): void {
    const busy = locks.find((lock) => this.isHeld(lock));
    if (busy !== undefined) throw new Refusal(status, busyCode, `Another operation is in progress on ${busy}.`);
    for (const lock of locks) this.state.locks[lock] = this.call.action;
    this.call.locks = [...(this.call.locks ?? []), ...locks];
  }

  release(locks: readonly string[]): void {
    for (const lock of locks) delete this.state.locks[lock];
  }

  isHeld(lock: string): boolean {
    return Object.hasOwn(this.state.locks, lock);
  }

  order(entry: Omit<LedgerEntry, "orderId" | "at" | "status">, autoPay: boolean): LedgerEntry {
    return placeOrder(this, entry, autoPay);
  }

  fire(event: string, data: Record<string, unknown>): void {
    const call = this.call;
    this.call = noCall(this.now);
    this.events[event]?.(this, data);
    this.call = call;
  }
}
