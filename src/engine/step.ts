import type { ZodType } from "zod";
import type { ApiCall, Read, Reply, Write } from "../api/call.ts";
import type { AccountName, ItemKey, LockKey, StepName } from "../keys.ts";
import type { Network } from "../network/network.ts";
import type { Text } from "../text.ts";
import type { Question } from "./question.ts";

export type NonEmpty<T> = readonly [T, ...T[]];

declare const facts: unique symbol;

/** A typed pointer to another item: what it will tell those who need it. */
export interface Ref<F> {
  readonly key: ItemKey;
  readonly [facts]?: F;
}

export type Needs = Readonly<Record<string, Ref<unknown>>>;
/** A need that an item may do without is optional here too. */
export type FactsOf<N extends Needs> = { readonly [K in keyof N]: NonNullable<N[K]> extends Ref<infer F> ? F : never };

export interface Item {
  readonly key: ItemKey;
  /** Facts and order. */
  readonly needs: Needs;
  /** Order only. */
  readonly after?: readonly ItemKey[];
  /** Order only, and only for what costs money: nobody pays for idle days. */
  readonly paysAfter?: readonly ItemKey[];
  /** It finds out by itself what is missing before it: on its own it waits for nothing that it only comes after. */
  readonly isProof?: true;
  /** What cannot be taken away while this is there: what undo must leave when it leaves this. */
  readonly standsOn?: readonly ItemKey[];
  /** Order only, and only on the way back: this goes first. On the way there they may go side by side. */
  readonly goesBefore?: readonly ItemKey[];
  /** Of another step, and yet part of this one's own command: whoever types that can be told of no other. */
  readonly also?: readonly ItemKey[];
  /** What it may go on without, where no key here can look at that: it sees enough by itself, or the service refuses what must not be. */
  readonly copesWithout?: readonly ItemKey[];
  /** Any of their keys will do to look at it; absent: the hub's. */
  readonly accounts?: readonly AccountName[];
  readonly command?: Command;
  /** Calls that follow only once other things stand; a plan names their rights too. */
  readonly toCome?: readonly ApiCall[];
}

/** What the probe of an item runs, as root, on somebody's instance: it needs a consent of its own, and is fixed text. */
export interface Command {
  /** `vpc1 10.0.0.1` */
  readonly on: Text;
  readonly line: string;
  /** How the item ends without the consent. */
  readonly without: { readonly on: Text; readonly tryThis: readonly Text[] };
}

/** A client of a branch: this machine, if it is one. */
export interface FromBranch {
  readonly branch: string;
  readonly cidrs: readonly string[];
  readonly source?: string;
}

/** An ECS instance, on which Cloud Assistant runs the ping. */
export interface FromInstance {
  readonly vpc: string;
  readonly account: AccountName;
  readonly region: string;
  readonly instance: string;
  readonly name: string;
  readonly os: "linux" | "windows";
}

/** Where a ping goes from and to. */
export type ProbePath = BranchPath | InstancePath;

export interface BranchPath {
  readonly from: FromBranch;
  readonly to: { readonly name: string; readonly address: string };
  readonly protocol: "icmp" | "tcp";
  readonly port?: number;
}

export interface InstancePath {
  readonly from: FromInstance;
  readonly to: { readonly name: string; readonly address: string };
  readonly protocol: "icmp";
}

export function isOnInstance(path: ProbePath): path is InstancePath {
  return "instance" in path.from;
}

export type ProbeResult =
  | {
      readonly is: "answered";
      readonly sent: number;
      readonly received: number;
      readonly averageMs: number;
      /** TCP: how many of them were refusals; the path carries, only nothing listens on the port. */
      readonly refused?: number;
    }
  | { readonly is: "silent"; readonly sent: number; readonly received: 0 }
  | { readonly is: "not-from-here"; readonly line: string }
  | { readonly is: "no-tool"; readonly because: Text; readonly tryThis?: readonly Text[] };

/** All that a step may see of the outside. It only looks. */
export interface Look {
  /** `keeps`: an answer of which this holds cannot change while the run lasts, and is not asked for again. */
  read<T>(read: Read<T>, keeps?: (answer: T) => boolean): Promise<T>;
  /** `rests`: in an answer of which this holds nothing is awaited; while the cloud works, only a write has it asked for again. */
  readUntil<T>(read: Read<T>, rests: (answer: T) => boolean): Promise<T>;
  /** What a probe of this path found in this run; until then a step's verdict is `probe`, which the runner carries out. */
  probed(path: ProbePath): ProbeResult | undefined;
  /** What our own write of this item was answered (an order number, a new id), from the diary. */
  answer(slot: string): Reply | undefined;
  /** Whether the diary proves that sagctl made what stands there: its own write of the slot was taken and not undone since. */
  wrote(slot: string): boolean;
  /** The mark of this item's purchase, without its generation: `sagctl-7c1e0b9a52d4`. */
  readonly marker: string;
  /** The same with the generation of its last write of the slot, as it was sent: `sagctl-7c1e0b9a52d4-g2`. */
  markOf(slot: string): string;
  /** Orders of a step that nobody has seen yet, as the diary has them: also of items that the network file no longer names. */
  openOrders(step: StepName): readonly OpenOrder[];
  /** The mark of another item, and what its writes were answered: they tell whose is what stands there. */
  of(item: ItemKey): Pick<Look, "marker" | "answer">;
  /** Whether this run holds a key of the account. */
  holds(account: AccountName): boolean;
  /** Milliseconds since 1970 on the service's clock. */
  now(): number;
}

/** An order that was sent and not heard of, or answered and not yet seen. */
export interface OpenOrder {
  readonly item: ItemKey;
  readonly slot: string;
  /** With its generation, as the order carries it. */
  readonly mark: string;
  /** Server time, milliseconds since 1970. */
  readonly at: number;
}

export type Deed = "payment" | "delivery" | "cabling";

export type Risk = "none" | "costs-money" | "shared" | "destroys";

export interface Change {
  /** Unique within the item. */
  readonly slot: string;
  readonly summary: Text;
  readonly write: Write;
  readonly risk: Risk;
  /** The call replaces a whole list: it is looked at again, under its lock, just before sending. */
  readonly rereads?: true;
  /** The service refuses it with this code until somebody else has acted, whose turn it then is. */
  readonly refusedUntil?: { readonly code: string; readonly theirs: Blocked };
}

/** The outside world must act. Without `expectMs` waiting would not help, and nobody waits. */
export interface Blocked {
  readonly is: "blocked";
  readonly who: "person" | "account";
  readonly on: Text;
  readonly expectMs?: number;
  readonly tryThis: readonly Text[];
  /** It can only be done on another machine: a run in which nothing else is missing ends well. */
  readonly elsewhere?: true;
  /** What it is that somebody does, where the simulated cloud has people for it. */
  readonly deed?: Deed;
  /** It lies in an account whose key is not here: what the file says of it is taken for true, and a ping can prove it. */
  readonly unseen?: true;
}

export type Verdict = Judged & {
  /** What others need of it is there already, whatever else is to be done: nobody waits for that. */
  readonly stands?: true;
};

type Judged =
  /** `notes`: it stands, and something about it should be known; told before anything is sent. */
  | {
      readonly is: "done";
      readonly as: Text;
      readonly notes?: readonly Text[];
      /** Slots of orders in the balance of which this shows nothing: they stay so. */
      readonly leaves?: readonly string[];
    }
  | { readonly is: "not-needed"; readonly because: Text }
  /** The cloud works: wait. `locks` are taken back on resume. */
  | {
      readonly is: "settling";
      readonly until: Text;
      readonly expectMs: number;
      readonly locks?: readonly LockKey[];
      readonly then?: readonly Change[];
      /** One of `then` that need not wait: sent if its locks are free. */
      readonly meanwhile?: Change;
    }
  | Blocked
  /** Planned by `plan`, run by `apply`, `verify` and `ping`. */
  | {
      readonly is: "probe";
      readonly path: ProbePath;
      /** Asked for as well, and carried out after it. */
      readonly next?: ProbePath;
      /** What the proof before it could not read with the keys at hand. */
      readonly unread?: readonly Text[];
      /** By the proof a ping may pass, and traffic would not. */
      readonly probeOnly?: { readonly what: Text; readonly mend: Text };
    }
  | {
      readonly is: "failed";
      readonly kind: "check" | "guard" | "denied" | "refused";
      readonly because: Text;
      readonly tryThis: readonly Text[];
      /** A check of what cannot all be read from here: the other account may not have done its part yet. */
      readonly unread?: true;
    }
  /** Undo only: it remains, and why; `found` is what would remove it although nothing proves that sagctl made it. */
  | { readonly is: "stays"; readonly because: Text; readonly bills?: Text; readonly found?: NonEmpty<Change> }
  /** `then` is planned and shown, never sent from this verdict. */
  | {
      readonly is: "changes";
      /** Undo: what it costs for as long as it stays. */
      readonly bills?: Text;
      readonly now: NonEmpty<Change>;
      readonly then?: readonly Change[];
      readonly notes?: readonly Text[];
      /** Order that only a look can tell: what these items free must be free before. */
      readonly behind?: readonly ItemKey[];
    };

/** One place in the network file, and with it a flag, a SAGCTL_ name, a question and a help line. */
export interface Input<T = unknown> {
  /** The flag without its dashes: `bandwidth-mbps`. */
  readonly name: string;
  readonly help: Text;
  readonly many: boolean;
  /** Where the value goes in the network file, for the item named. */
  at(item: string): readonly (string | number)[];
  readonly form: ZodType<T>;
  /** Flags alone cannot carry out the step without it; a network file may say it elsewhere. */
  readonly required?: true;
  /** Choices come from the cloud, and are checked against `draft`: the network as far as it is known. */
  ask(look: Look, draft: Network, item: string): Promise<Question<T>>;
}

/** One tutorial step. It looks and judges; it never acts. */
export interface Step<I extends Item = Item, Seen = unknown, Facts = unknown> {
  readonly name: StepName;
  /** A sentence of fact: "Static routes set". */
  readonly title: string;
  readonly inputs: readonly Input[];
  items(network: Network): readonly I[];
  observe(look: Look, item: I, given: FactsOf<I["needs"]>): Promise<Seen>;
  /** Pure and total: as seen, else as said in the file, else later(). */
  facts(item: I, seen: Seen | undefined): Facts;
  judge(seen: Seen, item: I, given: FactsOf<I["needs"]>): Verdict;
  /** The same verdicts, towards absence. */
  undo(seen: Seen, item: I, given: FactsOf<I["needs"]>): Verdict;
}

/** An item with its step closed over: all that the engine sees. */
export interface Node {
  readonly key: ItemKey;
  readonly title: string;
  readonly needs: Readonly<Record<string, ItemKey>>;
  readonly after: readonly ItemKey[];
  readonly paysAfter: readonly ItemKey[];
  readonly isProof: boolean;
  readonly standsOn: readonly ItemKey[];
  readonly goesBefore: readonly ItemKey[];
  readonly also: readonly ItemKey[];
  readonly copesWithout: readonly ItemKey[];
  readonly accounts: readonly AccountName[];
  readonly command?: Command;
  readonly toCome: readonly ApiCall[];
  observe(look: Look, given: Readonly<Record<string, unknown>>): Promise<unknown>;
  facts(seen: unknown): unknown;
  judge(seen: unknown, given: Readonly<Record<string, unknown>>): Verdict;
  undo(seen: unknown, given: Readonly<Record<string, unknown>>): Verdict;
}

/** What the engine and the list of steps see of a step, whatever its own types are. */
export interface AnyStep {
  readonly name: StepName;
  readonly title: string;
  readonly inputs: readonly Input[];
  nodes(network: Network): readonly Node[];
}

/** Closes over a step's own types. */
export function step<I extends Item, Seen, Facts>(one: Step<I, Seen, Facts>): AnyStep {
  return {
    name: one.name,
    title: one.title,
    inputs: one.inputs,
    nodes: (network) => one.items(network).map((item) => nodeOf(one, item, network.hub)),
  };
}

function nodeOf<I extends Item, Seen, Facts>(one: Step<I, Seen, Facts>, item: I, hub: AccountName): Node {
  const needs = Object.fromEntries(Object.entries(item.needs).map(([name, ref]) => [name, ref.key]));
  type Given = FactsOf<I["needs"]>;
  return {
    key: item.key,
    title: one.title,
    needs,
    after: item.after ?? [],
    paysAfter: item.paysAfter ?? [],
    isProof: item.isProof ?? false,
    standsOn: item.standsOn ?? [],
    goesBefore: item.goesBefore ?? [],
    also: item.also ?? [],
    copesWithout: item.copesWithout ?? [],
    accounts: item.accounts ?? [hub],
    ...(item.command ? { command: item.command } : {}),
    toCome: item.toCome ?? [],
    observe: (look, given) => one.observe(look, item, given as Given),
    facts: (seen) => one.facts(item, seen as Seen | undefined),
    judge: (seen, given) => one.judge(seen as Seen, item, given as Given),
    undo: (seen, given) => one.undo(seen as Seen, item, given as Given),
  };
}
