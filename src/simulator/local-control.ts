import type { Quote } from "./action.ts";
import type { CloudControl, CloudKey, CloudStatus, ResetOptions } from "./cloud-control.ts";
import type { ProbeReport, ProbeRequest } from "./data-plane/probe.ts";
import type { FaultList } from "./faults/fault-list.ts";
import type { Kernel } from "./kernel.ts";
import type { People } from "./people.ts";
import type { QuoteRequest } from "./quote.ts";
import type { CallEntry, LedgerEntry } from "./world.ts";

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
  quote(order: QuoteRequest): Quote | undefined;
  reset(options?: ResetOptions): void;
}
