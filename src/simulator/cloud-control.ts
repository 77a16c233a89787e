import type { Quote } from "./action.ts";
import type { ProbeReport, ProbeRequest } from "./data-plane/probe.ts";
import type { FaultList } from "./faults/fault-list.ts";
import type { NewWorldOptions } from "./new-world.ts";
import type { People } from "./people.ts";
import type { QuoteRequest } from "./quote.ts";
import type { CallEntry, LedgerEntry } from "./world.ts";

/** At once in this process, later over a connection: `await` serves both. */
type Answered<T> = T | Promise<T>;

export interface ResetOptions extends NewWorldOptions {
  /** Another scenario; the present one when absent. */
  readonly scenario?: string;
}

/** A key to call the simulated cloud with. */
export interface CloudKey {
  readonly account: string;
  readonly uid: string;
  readonly keyId: string;
  readonly secret: string;
  readonly user?: string;
}

export interface CloudStatus {
  readonly scenario: string;
  readonly now: number;
  readonly people: "auto" | "manual";
  /** Milliseconds of the world per millisecond of this machine; absent when its time stands still by itself. */
  readonly factor?: number;
}

type Later<T> = { [K in keyof T]: T[K] extends (...args: infer A) => infer R ? (...args: A) => Answered<R> : never };

/** What can be done with a simulated cloud beside calling its API: the same in process and with a running `serve`. */
export interface CloudControl {
  status(): Answered<CloudStatus>;
  now(): Answered<number>;
  /** Lets time pass up to a moment; everything due happens in its order. Tells the time it is then. */
  advanceTo(at: number): Promise<number>;
  ledger(): Answered<readonly LedgerEntry[]>;
  calls(): Answered<readonly CallEntry[]>;
  /** How often something outside the model was asked for, by name. */
  unmodelled(): Answered<Readonly<Record<string, number>>>;
  keys(): Answered<readonly CloudKey[]>;
  readonly people: Later<People>;
  readonly faults: Later<FaultList>;
  probe(question: ProbeRequest): Answered<ProbeReport>;
  /** The invented price of a call, which is not sent. */
  quote(order: QuoteRequest): Answered<Quote | undefined>;
  reset(options?: ResetOptions): Answered<void>;
}
