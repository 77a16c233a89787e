import type { Fault } from "./faults/fault.ts";

/**
 * The simulated cloud's whole memory: plain data, so that it can be saved and loaded as JSON.
 * Nothing here is shared with sagctl's own code: one wrong belief must not pass its own test.
 */
export interface WorldState {
  version: 1;
  scenario: string;
  /** Virtual time, milliseconds since 1970. */
  now: number;
  /** Draws ids, durations and request ids: the same seed gives the same world. */
  seed: number;
  /** How often each stream was drawn from: the nth gateway's id does not depend on how many reads came before. */
  draws: Record<string, number>;
  switches: Switches;
  /** Least and most milliseconds of a kind, where this world is faster or slower than durations.ts. */
  durations?: Readonly<Record<string, readonly [number, number]>>;
  people: "auto" | "manual";
  accounts: SimAccount[];
  /** Due events in no order: transitions, people, expiries. */
  agenda: AgendaEntry[];
  /** One map per kind of thing, by id. */
  things: Record<string, Record<string, Thing>>;
  ledger: LedgerEntry[];
  /** The latest calls only; `index` goes on counting. */
  calls: CallEntry[];
  nonces: Record<string, number>;
  tokens: Record<string, { at: number; paramsHash: string; reply: Record<string, unknown> }>;
  /** What writes hold at this moment, and which action took it. */
  locks: Record<string, string>;
  /** Earlier versions of things, while lists may be behind. */
  past: PastThing[];
  /** How often something outside the model was asked for: `Vpc.CreateVpc`, `Vpc.DescribeVpcs.Foo`. */
  unmodelled: Record<string, number>;
  faults: Fault[];
}

/** What a thing was until `at`; null when it did not exist. */
export interface PastThing {
  at: number;
  kind: string;
  id: string;
  was: Thing | null;
}

/** Anything with an id in an account; each product's files say what else it holds. */
export interface Thing {
  id: string;
  uid: string;
  [field: string]: unknown;
}

/** Where documents disagree, a switch; a scenario picks. Each is said in docs/simulator.md. */
export interface Switches {
  /** DescribeCloudConnectNetworks carries IsDefault (older documents) or not (current SDK). */
  ccnListShowsIsDefault: boolean;
  /** A gateway of an unpaid order has an id and is listed, or not. */
  unpaidGatewayHasId: boolean;
  /** Missing permissions answer 403, or 200 with an empty list. */
  deniedReads: "403" | "empty-list";
  /** SetCenInterRegionBandwidthLimit with 0 removes the connection (2019), or means unlimited (another page). */
  zeroBandwidth: "removes" | "unlimited";
  /** POSTPAY bandwidth packages are sold (2019, international site), or refused. */
  postpayPackages: boolean;
  /** A VPC may still be attached to a Basic Edition transit router (legacy CEN), or not (today). */
  basicVpcAttachments: boolean;
  /** Account A may write routes into account B's VPC tables. */
  hubMayRouteInSpokes: boolean;
  /** A gateway's changed attributes are listed at once, or when the device has them. No document says. */
  gatewayChangesShowAtOnce: boolean;
  /** A gateway leaves a CCN only when that is on no CEN (error table of the call), or at any time (user guide). */
  unbindNeedsFreeCcn: boolean;
  /** A purchase that the balance does not cover leaves an unpaid order, or is refused. No document says. */
  lowBalance: "unpaid-order" | "refused";
  /** How long the answer to a ClientToken is kept, in milliseconds. No document says. */
  tokenMemoryMs: number;
  /** OrderId comes as a JSON number instead of a string. */
  orderIdAsNumber: boolean;
  /** How long lists stay behind a write, in milliseconds. */
  readLagMs: number;
}

export interface SimAccount {
  uid: string;
  /** `hub`, `shop`: the name that scenarios and example files use. */
  name: string;
  keys: SimKey[];
  /** RAM roles that others may assume; `trusts` lists account uids. */
  roles?: { name: string; id: string; trusts: string[] }[];
  /** Absent: that of every other account here. */
  site?: "china" | "international";
  /** Money at hand, in CNY; an order above it stays unpaid. */
  balance: number;
  postpayOpen: boolean;
  transitRouterServiceOpen: boolean;
  realName: boolean;
  arrears?: boolean;
  /** The account has the service-linked role of CEN; the first attachment makes it where the caller may. */
  cenServiceRole?: boolean;
}

/** A key of an account: the root account's when it has neither user nor role. */
export interface SimKey {
  id: string;
  secret: string;
  /** A RAM user's name. */
  user?: string;
  /** `role/session` of a key that AssumeRole issued. */
  role?: string;
  securityToken?: string;
  expires?: number;
  inactive?: boolean;
  /** RAM actions denied to this key: `smartag:CreateSmartAccessGateway`, `vpc:*`. */
  denied?: string[];
}

export interface AgendaEntry {
  at: number;
  /** Name of a registered event handler, with plain data. */
  event: string;
  data: Record<string, unknown>;
}

export interface LedgerEntry {
  orderId: string;
  uid: string;
  product: string;
  action: string;
  at: number;
  /** Invented price, CNY. */
  price: number;
  status: "unpaid" | "paid" | "cancelled" | "refunded";
  paidAt?: number;
  /** `New` when absent. */
  orderType?: "New" | "Upgrade" | "Downgrade" | "Renew";
  instanceIds: string[];
  what: string;
}

export interface CallEntry {
  index: number;
  at: number;
  product: string;
  action: string;
  uid: string;
  kind: "read" | "write" | "unknown";
  params: Record<string, unknown>;
  /** Whether the world was changed. */
  committed: boolean;
  code: string;
  requestId: string;
  /** For a write with a transition: how long the cloud works on it, and what it holds meanwhile. */
  settlesMs?: number;
  locks?: string[];
  /** The first answer given again for the same ClientToken. */
  replayed?: boolean;
  /** Ids of the faults that met this call. */
  faults?: string[];
  /** A read whose answer showed something in transition: reading it again is polling. */
  transitional?: boolean;
}

/** What an action may do with the world. */
export interface World {
  readonly state: WorldState;
  readonly now: number;
  account(uid: string): SimAccount;
  /** All things of a kind, in order of creation. */
  all<T extends Thing>(kind: string): T[];
  find<T extends Thing>(kind: string, id: string): T | undefined;
  put(kind: string, thing: Thing): void;
  remove(kind: string, id: string): void;
  /** A fresh id: `newId("sag-", 18)`. */
  newId(prefix: string, length: number): string;
  /** As `all`, but as lists show it: behind by `switches.readLagMs`. For list actions only; never for decisions. */
  listed<T extends Thing>(kind: string): T[];
  /** A duration from the table of `kind` (durations.ts), drawn deterministically: milliseconds. */
  duration(kind: string): number;
  schedule(afterMs: number, event: string, data: Record<string, unknown>): void;
  /** Schedules what a person does, after `duration(kind)`, when people act by themselves; else waits for the command. */
  byPeople(kind: string, event: string, data: Record<string, unknown>): void;
  /**
   * Takes what a write holds while the cloud works on it, or refuses with `busyCode` (for example Operation.Blocking);
   * let go by `release` when the transition's event fires.
   */
  hold(locks: readonly string[], busyCode: string, status?: number): void;
  release(locks: readonly string[]): void;
  isHeld(lock: string): boolean;
  /** The current call's entry: set settlesMs, locks, transitional. */
  readonly call: CallEntry;
  /** Places an order: paid at once when autoPay and the balance allows, else unpaid. */
  order(entry: Omit<LedgerEntry, "orderId" | "at" | "status">, autoPay: boolean): LedgerEntry;
  /** Runs an event's handler now, where there is one. */
  fire(event: string, data: Record<string, unknown>): void;
}

/**
 * Events that the kernel and the products agree on; every handler does nothing when the thing is gone or already past
 * that point, because a person's command and the agenda may both bring it about.
 * - `gateway.shipped`, `gateway.arrived`, `gateway.cabled` {gatewayId}: a person's doing; Smartag's handlers, on things of
 *   kind `gateway`. `deliver` fires shipped, then arrived; `plug-in` fires cabled.
 * - `gateway.heartbeat`, `gateway.auto-activated` {gatewayId}: scheduled and handled by Smartag alone.
 * - `order.paid` {orderId}: the kernel's; marks the ledger and then fires `paid:<product>` {orderId, action, instanceIds}
 *   where that product has such a handler. Fires for orders paid later, not for one paid at once.
 * - `cancelled:<product>` {orderId, action, instanceIds}: after CancelOrder, where that product has such a handler.
 */
export type EventHandler = (world: World, data: Record<string, unknown>) => void;
