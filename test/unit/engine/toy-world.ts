import type { ApiCall, Cloud, Outcome, Product, Read, Reply, Write } from "../../../src/api/call.ts";
import { SimulatedClock } from "../../../src/clock.ts";
import { converge } from "../../../src/engine/converge.ts";
import type { End, Event, Plan } from "../../../src/engine/events.ts";
import { preview } from "../../../src/engine/preview.ts";
import type { ProbeResult } from "../../../src/engine/probe-path.ts";
import type { Order } from "../../../src/engine/run-state.ts";
import { SharedReads } from "../../../src/engine/shared-reads.ts";
import type { Node } from "../../../src/engine/step.ts";
import type { EngineWorld } from "../../../src/engine/world.ts";
import type { ItemKey } from "../../../src/keys.ts";
import { createMemoryStore } from "../../../src/state/memory-store.ts";
import type { Intent, OpenDiary } from "../../../src/state/store.ts";

export const MINUTE = 60_000;

/** A thing of the toy cloud: there from the moment it shows, still working until it is ready. */
export interface Toy {
  readonly name: string;
  readonly shownAt: number;
  readonly readyAt: number;
  readonly marker?: string;
}

type Answer = Outcome["is"] | "lost-before" | "lost-after";

/** A cloud with one kind of thing: `Make` makes it, `Remove` removes it, `List` shows what is there. */
export class ToyCloud implements Cloud {
  readonly toys: Toy[] = [];
  readonly sent: ApiCall[] = [];
  /** What becomes of the next writes; answered when it is empty. */
  readonly answers: (Answer | Outcome)[] = [];
  settlesMs = 0;
  lagMs = 0;
  readonly clock: SimulatedClock;

  constructor(clock: SimulatedClock) {
    this.clock = clock;
  }

  serverNow(): number {
    return this.clock.now();
  }

  send(call: ApiCall): Promise<Outcome> {
    this.sent.push(call);
    return this.clock.during(new Promise((resolve) => setImmediate(() => resolve(this.#answer(call)))));
  }

  writes(): readonly string[] {
    return this.sent.filter((call) => call.action !== "List").map((call) => `${call.action} ${call.params.Name}`);
  }

  reads(product: Product = "Smartag"): number {
    return this.sent.filter((call) => call.action === "List" && call.product === product).length;
  }

  #answer(call: ApiCall): Outcome {
    if (call.action === "List") return { is: "answered", reply: { RequestId: "R", Toys: this.#shown() } };
    const next = this.answers.shift() ?? "answered";
    if (typeof next === "object") return next;
    if (next === "answered" || next === "lost-after") this.#commit(call);
    return outcome(next, call);
  }

  #commit({ action, params }: ApiCall): void {
    const name = String(params.Name);
    const known = this.toys.findIndex((toy) => toy.name === name);
    if (action === "Remove") this.toys.splice(known, 1);
    const now = this.clock.now();
    const times = { shownAt: now + this.lagMs, readyAt: now + this.settlesMs };
    if (action === "Make") this.toys.push({ name, ...times, marker: String(params.Marker ?? "") });
  }

  #shown(): readonly { readonly Name: string; readonly Ready: boolean }[] {
    const now = this.clock.now();
    const shown = this.toys.filter((toy) => toy.shownAt <= now);
    return shown.map((toy) => ({ Name: toy.name, Ready: toy.readyAt <= now, Marker: toy.marker }));
  }
}

function outcome(is: Answer, { product, action }: ApiCall): Outcome {
  if (is === "answered") return { is, reply: { RequestId: "W", Order: "order-1" } };
  const error = { code: `Toy.${is}`, message: "because", product, action, requestId: "E" };
  return { is: is === "lost-before" || is === "lost-after" ? "unknown" : is, error };
}

export function makeToy(
  name: string,
  parts: Partial<Write> & { readonly product?: Product; readonly needs?: string } = {},
): Write {
  const { product = "Smartag", needs, ...rest } = parts;
  const params = { Name: name, ...(needs === undefined ? {} : { Needs: needs }), Token: "<token>", Marker: "<marker>" };
  const call = { product, action: "Make", account: "hub", region: "cn-shanghai", params };
  return { call, repeat: "keyed", locks: [], permission: "toy:Make", bills: "order", ...rest };
}

export function removeToy(name: string): Write {
  const made = makeToy(name);
  return { ...made, call: { ...made.call, action: "Remove" } };
}

export interface ToySeen {
  readonly name: string;
  readonly ready: boolean;
}

export function listToys(product: Product = "Smartag", of?: string): Read<readonly ToySeen[]> {
  const params = of === undefined ? {} : { Of: of };
  const take = ([reply]: readonly Reply[]) =>
    ((reply?.Toys ?? []) as { Name: string; Ready: boolean }[]).map((one) => ({ name: one.Name, ready: one.Ready }));
  return { call: { product, action: "List", account: "hub", region: "cn-shanghai", params }, take, none: [] };
}

export interface ToyWorld extends EngineWorld {
  readonly toys: ToyCloud;
  readonly diary: OpenDiary;
  readonly events: Event[];
  /** Milliseconds since the beginning. */
  elapsed(): number;
}

const START = Date.UTC(2026, 0, 1);

/** A world of plain objects whose time jumps to whatever is due next. */
export async function createToyWorld(
  parts: { readonly intents?: readonly Intent[]; readonly probed?: ProbeResult } = {},
): Promise<ToyWorld> {
  let now = START;
  const clock = new SimulatedClock({
    now: () => now,
    advanceTo: async (at) => {
      now = at;
    },
  });
  const toys = new ToyCloud(clock);
  const diary = await createMemoryStore().open({ network: "toys", cloud: "toys", command: "test", now });
  for (const intent of parts.intents ?? []) await diary.keep(intent);
  const events: Event[] = [];
  return {
    cloud: toys,
    toys,
    diary,
    events,
    reads: new SharedReads(toys),
    clock,
    journal: diary,
    tell: (event) => void events.push(event),
    probe: async () => parts.probed ?? { is: "silent", sent: 4, received: 0 },
    holds: (account) => account === "hub",
    marker: (key) => `sagctl-${key.replace(/\W/g, "")}`,
    elapsed: () => now - START,
  };
}

export const orderOf = (plan: Plan): Order => ({
  plan,
  approved: new Set(plan.rows.flatMap((row) => row.changes.map((change) => `${row.item}#${change.slot}`))),
  buyAgain: new Set(),
  stop: new AbortController().signal,
  patienceMs: 0,
  deadlineMs: 60 * MINUTE,
  commitBoundMs: 15 * MINUTE,
  readLagMs: 5 * MINUTE,
});

/** Plans and carries out; the ends in short. */
export async function runToys(
  world: ToyWorld,
  nodes: readonly Node[],
  order: Partial<Order> & { readonly way?: Plan["way"] } = {},
): Promise<Readonly<Record<ItemKey, End["is"]>> & { readonly [key: string]: End["is"] }> {
  return Object.fromEntries([...(await endsOf(world, nodes, order))].map(([key, end]) => [key, end.is]));
}

export async function endsOf(
  world: ToyWorld,
  nodes: readonly Node[],
  { way = "do", ...order }: Partial<Order> & { readonly way?: Plan["way"] } = {},
): Promise<ReadonlyMap<ItemKey, End>> {
  const plan = order.plan ?? (await preview(nodes, world, way));
  return (await converge(nodes, world, { ...orderOf(plan), ...order })).ends;
}
