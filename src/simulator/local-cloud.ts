import { advance } from "./agenda.ts";
import type { CloudControl, CloudKey, CloudStatus, ResetOptions } from "./cloud-control.ts";
import { type ProbeReport, type ProbeRequest, probe } from "./data-plane/probe.ts";
import { createFaultList, type FaultList } from "./faults/fault-list.ts";
import { Gates } from "./faults/gates.ts";
import type { Kernel } from "./kernel.ts";
import { LivingWorld } from "./living-world.ts";
import { newWorldState } from "./new-world.ts";
import { payOrder } from "./orders.ts";
import { createPeople, type People } from "./people.ts";
import { productEvents } from "./registry.ts";
import type { Scenario } from "./scenario.ts";
import { commitLate } from "./wire/late-commit.ts";
import type { CallEntry, EventHandler, LedgerEntry, WorldState } from "./world.ts";
import { readWorld, writeWorld } from "./world-file.ts";
import { lockWorld } from "./world-lock.ts";

/** CloudControl with everything at once. */
export interface LocalControl extends CloudControl, Kernel {
  status(): CloudStatus;
  now(): number;
  ledger(): readonly LedgerEntry[];
  calls(): readonly CallEntry[];
  unmodelled(): Readonly<Record<string, number>>;
  keys(): readonly CloudKey[];
  readonly people: People;
  readonly faults: FaultList;
  probe(question: ProbeRequest): ProbeReport;
  reset(options?: ResetOptions): void;
}

const events: Readonly<Record<string, EventHandler>> = {
  ...productEvents,
  "order.paid": (world, data) => void payOrder(world, data.orderId),
  "kernel.late-commit": (world, data) => commitLate(world as LivingWorld, data),
};

interface LocalOptions extends Omit<ResetOptions, "scenario"> {
  readonly file?: string;
  readonly realTime?: { readonly factor: number };
}

/** No scenario has that name. */
export class UnknownScenario extends Error {
  constructor(name: string, known: readonly string[]) {
    super(`There is no scenario "${name}". There are: ${known.join(", ")}.`);
  }
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
  /** World time and machine time at the same moment. */
  #since = { world: 0, machine: 0 };

  constructor(options: LocalOptions, scenarios: Readonly<Record<string, Scenario>>, scenario: string) {
    this.#options = options;
    this.#scenarios = scenarios;
    this.#unlock = options.file === undefined ? () => {} : lockWorld(options.file);
    this.people = this.#saving(createPeople(() => this.world));
    this.faults = this.#saving(createFaultList(() => this.world.state, this.gates));
    try {
      const saved = options.file === undefined ? undefined : readWorld(options.file);
      this.world = new LivingWorld(saved ?? this.#build(scenario, options), events);
    } catch (error) {
      this.#unlock();
      throw error;
    }
    this.#startTime();
    this.save();
  }

  #build(name: string, options: ResetOptions): WorldState {
    const scenario = Object.hasOwn(this.#scenarios, name) ? this.#scenarios[name] : undefined;
    if (scenario === undefined) throw new UnknownScenario(name, Object.keys(this.#scenarios));
    const start = options.start ?? (this.#options.realTime === undefined ? undefined : Date.now());
    return newWorldState(scenario, { ...options, start }, events);
  }

  #startTime(): void {
    this.#since = { world: this.world.now, machine: Date.now() };
  }

  /** Every command leaves the file as it leaves the world. */
  #saving<T extends object>(commands: T): T {
    const wrap =
      (command: (...args: unknown[]) => unknown) =>
      (...args: unknown[]) => {
        this.catchUp();
        const result = command(...args);
        this.save();
        return result;
      };
    return Object.fromEntries(Object.entries(commands).map(([name, command]) => [name, wrap(command)])) as T;
  }

  catchUp(): void {
    const { realTime } = this.#options;
    if (realTime === undefined) return;
    advance(this.world, Math.floor(this.#since.world + (Date.now() - this.#since.machine) * realTime.factor));
  }

  save(): void {
    if (this.#options.file !== undefined) writeWorld(this.#options.file, this.world.state);
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

  async advanceTo(at: number): Promise<void> {
    this.catchUp();
    advance(this.world, at);
    this.#startTime();
    this.save();
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
    return this.world.state.accounts.flatMap(({ name, uid, keys }) =>
      keys
        .filter((key) => key.securityToken === undefined)
        .map(({ id, secret, user }) => ({
          account: name,
          uid,
          keyId: id,
          secret,
          ...(user === undefined ? {} : { user }),
        })),
    );
  }

  probe(question: ProbeRequest): ProbeReport {
    this.catchUp();
    return probe(this.world, question);
  }

  reset(options: ResetOptions = {}): void {
    const { scenario, seed, people } = this.world.state;
    this.world = new LivingWorld(this.#build(options.scenario ?? scenario, { seed, people, ...options }), events);
    this.gates.release();
    this.#startTime();
    this.save();
  }

  /** The end: nobody is kept waiting, and the world file is free for the next. */
  shut(): void {
    this.gates.release();
    this.save();
    this.#unlock();
  }
}
