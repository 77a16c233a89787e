import { nextMove } from "../../src/engine/intents.ts";
import type { Intent } from "../../src/state/store.ts";

/** Ticks of the model's clock: a request takes effect at most D after it was signed, a list shows it at most E later. */
export const bounds = { commit: 2, lag: 2 } as const;

/** What may still go wrong. */
export interface Trouble {
  /** How often the process may die. */
  readonly crashes: number;
  /** For how many ticks in all it may be dead, asleep or slow. */
  readonly idle: number;
  /** How often a request or its answer may be lost, refused or given up. */
  readonly losses: number;
}

/** How a client decides after a look that showed nothing. */
export interface Protocol {
  readonly looks: boolean;
  /** Keeps no diary: what it sent and heard dies with the process. */
  readonly forgets?: boolean;
  move(world: World): "send" | "wait" | "ask" | "done";
}

interface Request {
  /** Ticks for which it may still take effect; below 0: its signature is too old. */
  readonly due: number;
  /** Somebody still waits for its answer. */
  readonly isAwaited: boolean;
}

interface Order {
  /** Ticks until every list shows it. */
  readonly due: number;
  readonly isShown: boolean;
}

type Heard = "answered" | "refused" | "unknown";

/** All that there is, now: the client's place in its course, its diary, requests under way, orders. Times count from now. */
export interface World {
  readonly client: "looking" | "decided" | "written" | "waiting" | "heard" | "resting" | "asking" | "dead" | "done";
  readonly heard?: Heard;
  readonly intent?: Pick<Intent, "state" | "at" | "generation">;
  readonly requests: readonly Request[];
  readonly orders: readonly Order[];
  /** The generation that a person allowed to be sent once more. */
  readonly word: number;
  readonly left: Trouble;
}

export function beginning(left: Trouble): World {
  return { client: "looking", requests: [], orders: [], word: 0, left };
}

/** sagctl's own decision: the engine's function, with the bounds it is given. */
export function ours(commitBoundMs: number, readLagMs: number, costsMoney = true): Protocol {
  return {
    looks: true,
    move: ({ intent, word }) => {
      const known = intent && { key: "purchase/a#buy" as const, callHash: "the call", token: "", ...intent };
      const buyAgain = intent !== undefined && word === intent.generation;
      const asked = {
        intent: known,
        others: [],
        repeat: "marker",
        costsMoney,
        isOrder: costsMoney,
        callHash: "the call",
        now: 0,
        buyAgain,
      } as const;
      const { is } = nextMove({ ...asked, commitBoundMs, readLagMs });
      return is === "unknown" ? "ask" : is;
    },
  };
}

/** Everything that may happen next, whoever does it. */
export function successors(world: World, protocol: Protocol): readonly World[] {
  return [...byTheCloud(world), ...byTheClient(world, protocol), ...byTrouble(world, protocol), ...byTime(world)];
}

/** A request takes effect, is refused or is lost, with or without its answer; an order appears in the lists. */
function byTheCloud(world: World): readonly World[] {
  const { requests, orders } = world;
  const ended = requests.flatMap((request, index) =>
    endings({ ...world, requests: without(requests, index) }, request),
  );
  const shown = orders.flatMap((order, index) =>
    order.isShown ? [] : [{ ...world, orders: orders.with(index, { ...order, isShown: true }) }],
  );
  return [...ended, ...shown];
}

/** Of one request, which the rest of the world is without by then. */
function endings(rest: World, { due, isAwaited }: Request): readonly World[] {
  const { orders } = rest;
  const tell = (world: World, heard: Heard) => (isAwaited ? hears(world, heard) : world);
  // The signature is too old.
  if (due < 0) return [tell(rest, "refused")];
  const placed = { ...rest, orders: [...orders, { due: bounds.lag, isShown: false }] };
  const lost = losing(rest).flatMap((less) => {
    const outcomes = [tell({ ...placed, left: less.left }, "unknown"), tell(less, "unknown")];
    return isAwaited ? [...outcomes, hears(less, "refused")] : outcomes;
  });
  return [tell(placed, "answered"), ...lost];
}

/** With one loss less to come, if there is one. */
function losing(world: World): readonly World[] {
  const { left } = world;
  return left.losses === 0 ? [] : [{ ...world, left: { ...left, losses: left.losses - 1 } }];
}

function hears(world: World, heard: Heard): World {
  return { ...world, client: "heard", heard };
}

function without<T>(all: readonly T[], index: number): readonly T[] {
  return all.filter((_, at) => at !== index);
}

function byTheClient(world: World, protocol: Protocol): readonly World[] {
  const { client, intent, requests, orders } = world;
  if (client === "looking") return [looked(world, protocol)];
  if (client === "decided") {
    const generation = (intent?.generation ?? 0) + 1;
    return [{ ...world, client: "written", intent: { state: "sending", at: 0, generation } }];
  }
  if (client === "written") {
    // Signed with the intent's time, so what leaves late is late; after D the service refuses it.
    const due = (intent?.at ?? 0) + bounds.commit;
    return [{ ...world, client: "waiting", requests: [...requests, { due, isAwaited: true }] }];
  }
  // It gives up waiting, and the request is still under way.
  if (client === "waiting")
    return losing({ ...world, requests: requests.map(unawaited) }).map((less) => hears(less, "unknown"));
  if (client === "heard") return [recorded(world)];
  // A person looks into the order centre, which knows every order; theirs is the word.
  if (client !== "asking") return [];
  return orders.length > 0
    ? [{ ...world, client: "resting" }]
    : [{ ...world, client: "looking", word: intent?.generation ?? 0 }];
}

function unawaited(request: Request): Request {
  return { ...request, isAwaited: false };
}

function looked(world: World, protocol: Protocol): World {
  if (protocol.looks && world.orders.some((order) => order.isShown)) return { ...world, client: "done" };
  const after = { send: "decided", wait: "resting", ask: "asking", done: "done" } as const;
  return { ...world, client: after[protocol.move(world)] };
}

/** Written down; then it looks again, and only what never looks takes the answer's word for it. */
function recorded(world: World): World {
  const { heard, intent, ...rest } = world;
  if (!intent) return { ...rest, client: "looking" };
  // From the answer on a list may lag, not from the sending.
  if (heard === "answered") return { ...rest, intent: { ...intent, state: "answered", at: 0 }, client: "looking" };
  const state = heard === "refused" ? "refused" : "sending";
  return { ...rest, intent: { ...intent, state }, client: "looking" };
}

/** The process dies with all that it has not written down; or it comes back. */
function byTrouble(world: World, { forgets = false }: Protocol): readonly World[] {
  const { client, left, heard: _, intent, ...rest } = world;
  if (client === "dead") return [{ ...world, client: "looking" }];
  if (client === "done" || left.crashes === 0) return [];
  const requests = world.requests.map(unawaited);
  const diary = intent && !forgets ? { intent } : {};
  return [{ ...rest, ...diary, client: "dead", requests, left: { ...left, crashes: left.crashes - 1 } }];
}

/** A tick, when nothing is overdue. A client that is dead or slow uses up what idleness it has. */
function byTime(world: World): readonly World[] {
  const { client, requests, orders, left } = world;
  const isOverdue = requests.some(({ due }) => due <= 0) || orders.some(({ due, isShown }) => !isShown && due <= 1);
  if (isOverdue) return [];
  if (client === "resting") return [{ ...aged(world), client: "looking" }];
  if (client === "waiting") return [aged(world)];
  if (client === "done") return requests.length > 0 ? [aged(world)] : [];
  return left.idle === 0 ? [] : [{ ...aged(world), left: { ...left, idle: left.idle - 1 } }];
}

/** The same, a tick later. */
function aged(world: World): World {
  const { intent, requests, orders } = world;
  return {
    ...world,
    ...(intent ? { intent: { ...intent, at: intent.at - 1 } } : {}),
    requests: requests.map((request) => ({ ...request, due: request.due - 1 })),
    orders: orders.map((order) => (order.isShown ? order : { ...order, due: order.due - 1 })),
  };
}
