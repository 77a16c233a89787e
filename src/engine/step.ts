import type { ZodType } from "zod";
import type { ApiCall, Read, Reply } from "../api/call.ts";
import type { AccountName, ItemKey, StepName } from "../keys.ts";
import type { Network } from "../network/network.ts";
import type { Text } from "../text.ts";
import type { ProbePath, ProbeResult } from "./probe-path.ts";
import type { Question } from "./question.ts";
import type { Verdict } from "./verdict.ts";

declare const facts: unique symbol;

/** A typed pointer to another item: what it will tell those who need it. */
export interface Ref<F> {
  readonly key: ItemKey;
  readonly [facts]?: F;
}

/** What an item must know of others, by the names that its step gives them. */
export type Needs = Readonly<Record<string, Ref<unknown>>>;
/** A need that an item may do without is optional here too. */
export type FactsOf<N extends Needs> = { readonly [K in keyof N]: NonNullable<N[K]> extends Ref<infer F> ? F : never };

/** One thing that a step cares for, and its edges to others. */
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
