import type { Quote } from "./action.ts";
import { advance } from "./agenda.ts";
import type { CloudKey, CloudStatus, ResetOptions } from "./cloud-control.ts";
import { type ProbeReport, type ProbeRequest, probe } from "./data-plane/probe.ts";
import { createFaultList, type FaultList } from "./faults/fault-list.ts";
import { Gates } from "./faults/gates.ts";
import { findScenario } from "./find-scenario.ts";
import { listKeys } from "./list-keys.ts";
import { LivingWorld } from "./living-world.ts";
import type { LocalControl } from "./local-control.ts";
import { MachineTime } from "./machine-time.ts";
import { newWorldState } from "./new-world.ts";
import { payOrder } from "./orders.ts";
import { createPeople, type People } from "./people.ts";
import { type QuoteRequest, quote } from "./quote.ts";
import { productEvents } from "./registry.ts";
import type { Scenario } from "./scenario.ts";
import { surrounded } from "./surrounded.ts";
import { commitLate } from "./wire/late-commit.ts";
import type { CallEntry, EventHandler, LedgerEntry, WorldState } from "./world.ts";
import { readWorld, writeWorld } from "./world-file.ts";
import { lockWorld } from "./world-lock.ts";

const events: Readonly<Record<string, EventHandler>> = {
  ...productEvents,
  "order.paid": (world, data) => void payOrder(world, data.orderId),
  "kernel.late-commit": (world, data) => commitLate(world as LivingWorld, data),
};

/** Of machine time: putting a world on disk costs as much as many calls. */
const SOON_MS = 100;

interface LocalOptions extends Omit<ResetOptions, "scenario"> {
  readonly file?: string;
  readonly realTime?: { readonly factor: number };
}

/** The running world: its time, its file, its people and its faults. */
export class LocalCloud implements LocalControl {
  readonly gates = new Gates();
  readonly people: People;
  readonly faults: FaultList;
  world: LivingWorld;
  readonly #options: LocalOptions;
  readonly #scenarios: Readonly<Record<string, Scenario>>;
  readonly #unlock: () => void;
  readonly #time: MachineTime;
  #saving: NodeJS.Timeout | undefined;
  /** After the end the world file may be somebody else's: answers still under way must not write to it. */
  #open = true;

  constructor(options: LocalOptions, scenarios: Readonly<Record<string, Scenario>>, scenario: string) {
    this.#options = options;
    this.#scenarios = scenarios;
    this.#unlock = options.file === undefined ? () => {} : lockWorld(options.file);
    this.#time = new MachineTime(options.realTime?.factor);
    const surround = { before: () => this.catchUp(), after: () => this.save() };
    this.people = surrounded(
      createPeople(() => this.world),
      surround,
    );
    this.faults = surrounded(
      createFaultList(() => this.world.state, this.gates),
      surround,
    );
    try {
      const saved = options.file === undefined ? undefined : readWorld(options.file);
      this.world = new LivingWorld(saved ?? this.#build(scenario, options), events);
    } catch (error) {
      this.#unlock();
      throw error;
    }
    this.#time.start(this.world.now);
    this.save();
  }

  #build(name: string, options: ResetOptions): WorldState {
    const scenario = findScenario(this.#scenarios, name);
    const start = options.start ?? (this.#options.realTime === undefined ? undefined : Date.now());
    return newWorldState(scenario, { ...options, start }, events);
  }

  catchUp(): void {
    const due = this.#time.due();
    if (due !== undefined) advance(this.world, due);
  }

  save(): void {
    clearTimeout(this.#saving);
    this.#saving = undefined;
    if (this.#open && this.#options.file !== undefined) writeWorld(this.#options.file, this.world.state);
  }

  saveSoon(): void {
    if (this.#options.file !== undefined) this.#saving ??= setTimeout(() => this.#saveIfPossible(), SOON_MS).unref();
  }

  /** A full disk is told to whoever writes next. */
  #saveIfPossible(): void {
    try {
      this.save();
    } catch {}
  }

  status(): CloudStatus {
    const { scenario, people } = this.world.state;
    const factor = this.#options.realTime?.factor;
    return { scenario, people, now: this.now(), ...(factor === undefined ? {} : { factor }) };
  }

  now(): number {
    this.catchUp();
    return this.world.now;
  }

  async advanceTo(at: number): Promise<number> {
    this.catchUp();
    advance(this.world, at);
    this.#time.start(this.world.now);
    this.saveSoon();
    return this.world.now;
  }

  ledger(): readonly LedgerEntry[] {
    return this.world.state.ledger;
  }

  calls(): readonly CallEntry[] {
    return this.world.state.calls;
  }

  unmodelled(): Readonly<Record<string, number>> {
    return this.world.state.unmodelled;
  }

  keys(): readonly CloudKey[] {
    return listKeys(this.world.state);
  }

  probe(question: ProbeRequest): ProbeReport {
    this.catchUp();
    return probe(this.world, question);
  }

  quote(order: QuoteRequest): Quote | undefined {
    this.catchUp();
    return quote(this.world, order);
  }

  reset(options: ResetOptions = {}): void {
    const { scenario, seed, people } = this.world.state;
    this.world = new LivingWorld(this.#build(options.scenario ?? scenario, { seed, people, ...options }), events);
    this.gates.release();
    this.#time.start(this.world.now);
    this.save();
  }

  /** The end: nobody is kept waiting, and the world file is free for the next. */
  shut(): void {
    this.gates.release();
    this.save();
    this.#open = false;
    this.#unlock();
  }
}
